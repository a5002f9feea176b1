import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock, parseClockSetting } from '../../../src/infrastructure/clock/clock';
import { createScaledFileClock, writeStretch } from '../../../src/infrastructure/clock/scaled-file';
import { ConfigFault, readConfig } from '../../../src/config';

const lineOf = (text: string) => {
  const setting = parseClockSetting(text)!;
  if (setting.driver === 'scaledByFile') throw new Error('no line');
  return setting;
};
const at = (text: string) => Date.parse(text);

describe("the case's clock", () => {
  it.each([
    ['real', 'real', at('2026-02-20T08:00:00Z')],
    [
      'shifted for a rehearsal',
      `rehearsal:${at('2026-11-22T00:00:00Z')}:${at('2026-01-01T00:00:00Z')}`,
      at('2026-11-23T12:00:00Z'),
    ],
    [
      'scaled so that a day is 300 ms',
      `scaled:${at('2026-11-22T00:00:00Z')}:${at('2026-01-01T00:00:00Z')}:300`,
      at('2026-11-22T00:00:03Z'),
    ],
  ])('goes there and back: %s', async (_driver, setting, server) => {
    const { line } = lineOf(setting);
    const clock = createClock(line, () => Promise.resolve(server));
    expect(clock.toServerTime(await clock.now())).toBe(server);
  });

  it('lets ten case days pass in three seconds on the scaled one', async () => {
    const { line } = lineOf(`scaled:0:${at('2026-02-10T00:00:00Z')}:300`);
    expect((await createClock(line, () => Promise.resolve(3000)).now()).toISOString()).toBe(
      '2026-02-20T00:00:00.000Z',
    );
  });

  it.each(['', 'fast', 'rehearsal:x:1', 'scaled:0:0:0', 'scaled:file:'])('refuses "%s"', (setting) => {
    expect(parseClockSetting(setting)).toBeNull();
  });
});

describe('the scaled clock of a kill test, read from a file', () => {
  const DAY = 86_400_000;
  let folder: string;
  let file: string;
  let machine = 0;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'samrad-clock-'));
    file = join(folder, 'clock');
    // Ten days of 300 ms from the thousandth millisecond of the machine.
    writeStretch(file, { machineStart: 1000, caseStart: 100 * DAY, caseEnd: 110 * DAY, dayMs: 300 });
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const clock = () => createScaledFileClock(file, () => machine);

  it.each([
    ['stands before the stretch has begun', 900, 100],
    ['runs a day in 300 ms', 1300, 101],
    ['stands at the end of the stretch, however long nobody writes the next', 1_000_000, 110],
  ])('%s', async (_what, now, day) => {
    machine = now;
    expect((await clock().now()).getTime()).toBe(day * DAY);
  });

  it.each([
    ['a moment of this stretch when it comes', 1300, 103, 1900],
    ['a moment that has passed at once', 1900, 102, 1600],
    ['a far moment beyond the stretch no later than it can come', 1300, 150, 16_000],
    [
      'a near moment while time stands after a while, since nobody knows when time goes on',
      4060,
      110.01,
      4120,
    ],
    ['the same rarer when time has stood long, so that nobody spins', 10_000, 110.01, 10_250],
  ])('lets a process wait for %s', (_what, now, day, until) => {
    machine = now;
    expect(clock().toServerTime(new Date(day * DAY))).toBe(until);
  });

  it('is known to every process that is given the file', () => {
    expect(parseClockSetting(`scaled:file:${file}`)).toEqual({ driver: 'scaledByFile', file });
  });
});

describe('the configuration', () => {
  const right = {
    DATABASE_URL: 'postgresql://samrad_app:x@127.0.0.1:5432/samrad',
    TEMPORAL_ADDRESS: '127.0.0.1:7233',
    SMTP_URL: 'smtp://127.0.0.1:2525',
    SAMRAD_PUBLIC_URL: 'http://localhost:3000',
    SAMRAD_SECRET: 'ab'.repeat(32),
    SAMRAD_PAYLOAD_KEYS: `k1:${'cd'.repeat(32)}`,
  };
  const faultsOf = (change: Record<string, string | undefined>): readonly string[] => {
    try {
      readConfig({ ...right, ...change });
      return [];
    } catch (error) {
      return error instanceof ConfigFault ? error.faults : [String(error)];
    }
  };

  it('is read whole', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('tells every fault at once', () => {
    const faults = faultsOf({
      DATABASE_URL: undefined,
      TEMPORAL_ADDRESS: 'nowhere',
      SAMRAD_SECRET: 'short',
      SAMRAD_PORT: '99999',
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'DATABASE_URL',
      'TEMPORAL_ADDRESS',
      'SAMRAD_PORT',
      'SAMRAD_SECRET',
    ]);
  });

  it.each([
    ['on this machine', {}, []],
    ['on this machine, by its number', { SAMRAD_PUBLIC_URL: 'http://127.0.0.1:3000' }, []],
    ['heard by others', { SAMRAD_HOST: '0.0.0.0' }, ['SAMRAD_HOST är 0.0.0.0']],
    [
      'behind a proxy with the address of the region',
      { SAMRAD_PUBLIC_URL: 'https://samrad.havsby.example', SAMRAD_TRUSTED_PROXIES: '1' },
      ['SAMRAD_PUBLIC_URL är https://samrad.havsby.example', 'SAMRAD_TRUSTED_PROXIES är 1'],
    ],
    ['behind a proxy', { SAMRAD_TRUSTED_PROXIES: '1' }, ['SAMRAD_TRUSTED_PROXIES är 1']],
  ])('takes "sign in as" buttons only where no network reaches them: %s', (_where, change, told) => {
    const faults = faultsOf({ SAMRAD_DEMO: '1', SAMRAD_HOST: '127.0.0.1', ...change });
    expect(faults).toEqual(
      told.map((what) => expect.stringMatching(`^SAMRAD_DEMO: .*men ${what}\\.`) as unknown),
    );
    expect(faultsOf({ ...change, SAMRAD_DEMO: '0' })).toEqual([]);
  });
});
