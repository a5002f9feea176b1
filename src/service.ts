import type { RunningService } from './composition/parts';
import { ConfigFault } from './config';

/**
 * Runs a process until it is told to stop, then stops it in order. A faulty configuration ends it with code 78,
 * so that whoever supervises does not start it again.
 */
export function runService(name: string, start: () => Promise<RunningService>): void {
  const main = async (): Promise<void> => {
    const service = await start();
    let stopping = false;
    const stop = (): void => {
      if (stopping) return;
      stopping = true;
      service.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    process.send?.({ ready: name });
    await service.done;
    if (!stopping) process.exit(1);
  };
  main().catch((error: unknown) => {
    const fault = error instanceof ConfigFault;
    process.stderr.write(
      `${fault ? error.message : `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`}\n`,
    );
    process.exit(fault ? 78 : 1);
  });
}
