const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

export type DemoSignInFault = 'not-demo-data' | 'not-loopback' | 'public-address' | 'behind-proxies';

/**
 * Why an installation may not have "sign in as" buttons: they let anyone in as anyone, so they exist only with
 * invented people, on an address that no other machine reaches, by itself or through a proxy.
 * @returns nothing when it may, or does not want them
 */
export function demoSignInFaults(config: {
  readonly demoSignIn: boolean;
  /** Whether everyone in the database is invented. */
  readonly demoData: boolean;
  readonly bindAddress: string;
  /** The address that people use. */
  readonly publicUrl: string;
  readonly trustedProxies: number;
}): readonly DemoSignInFault[] {
  if (!config.demoSignIn) return [];
  const faults: (readonly [DemoSignInFault, boolean])[] = [
    ['not-demo-data', !config.demoData],
    ['not-loopback', !loopback.has(config.bindAddress)],
    ['public-address', !loopback.has(hostOf(config.publicUrl))],
    ['behind-proxies', config.trustedProxies > 0],
  ];
  return faults.filter(([, found]) => found).map(([fault]) => fault);
}

/** The host of an address, an IPv6 one without its brackets. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[(.*)\]$/, '$1');
}
