import { createClock, parseClockLine } from '../../../src/infrastructure/clock/clock';
import { ConfigFault, readConfig } from '../../../src/config';

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
    const { line } = parseClockLine(setting)!;
    const clock = createClock(line, () => Promise.resolve(server));
    expect(clock.toServerTime(await clock.now())).toBe(server);
  });

  it('lets ten case days pass in three seconds on the scaled one', async () => {
    const { line } = parseClockLine(`scaled:0:${at('2026-02-10T00:00:00Z')}:300`)!;
    expect((await createClock(line, () => Promise.resolve(3000)).now()).toISOString()).toBe(
      '2026-02-20T00:00:00.000Z',
    );
  });

  it.each(['', 'fast', 'rehearsal:x:1', 'scaled:0:0:0'])('refuses "%s"', (setting) => {
    expect(parseClockLine(setting)).toBeNull();
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

  it('refuses "sign in as" buttons that would face a network', () => {
    expect(faultsOf({ SAMRAD_DEMO: '1', SAMRAD_HOST: '0.0.0.0' })).toHaveLength(1);
    expect(faultsOf({ SAMRAD_DEMO: '1', SAMRAD_HOST: '127.0.0.1' })).toEqual([]);
  });
});
