import { Connection, type ConnectionOptions } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection';

/**
 * The now of a time-skipping Temporal server, for the rehearsal's clock: every process of the rehearsal asks the one server.
 * @returns epoch ms, and a way to close the connection
 */
export async function connectTestServerTime(
  address: string,
): Promise<{ now: () => Promise<number>; close: () => Promise<void> }> {
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
    close: () => connection.close(),
  };
}
