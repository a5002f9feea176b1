import { Connection, type ConnectionOptions } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection';

/** The time of a time-skipping server: what it is now, and moving it on. */
export interface TestServerTime {
  /** Epoch ms. */
  readonly now: () => Promise<number>;
  /** Lets time run on by so many milliseconds at once; returns when every timer due by then has fired. */
  readonly skip: (ms: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * The now of a time-skipping Temporal server, for the rehearsal's clock: every process of the rehearsal asks the one server.
 */
export async function connectTestServerTime(address: string): Promise<TestServerTime> {
  const options: ConnectionOptions & Record<symbol, unknown> = {
    address,
    [InternalConnectionOptionsSymbol]: { supportsTestService: true },
  };
  const connection = await Connection.connect(options);
  const { testService } = connection;
  if (testService === undefined) throw new Error('not a time-skipping server');
  return {
    now: async () => {
      const { time } = await testService.getCurrentTime({});
      if (time === null || time === undefined) throw new Error('the test server told no time');
      return Number(time.seconds ?? 0) * 1000 + Math.floor((time.nanos ?? 0) / 1_000_000);
    },
    skip: async (ms) => {
      await testService.unlockTimeSkippingWithSleep({ duration: msToTs(ms) });
    },
    close: () => connection.close(),
  };
}
