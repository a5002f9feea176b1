const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Why an installation may not have "sign in as" buttons: they let anyone in as anyone, so they exist only with
 * invented people, on an address that no other machine reaches.
 * @returns null when it may, or does not want them
 */
export function demoSignInFault(config: {
  readonly demoSignIn: boolean;
  readonly demoData: boolean;
  readonly bindAddress: string;
}): 'not-demo-data' | 'not-loopback' | null {
  if (!config.demoSignIn) return null;
  if (!config.demoData) return 'not-demo-data';
  return loopback.has(config.bindAddress) ? null : 'not-loopback';
}
