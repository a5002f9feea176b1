import { createParts } from './composition/parts';
import { startWorker } from './composition/worker';
import { readConfig } from './config';
import { createLog } from './infrastructure/log';
import { runService } from './service';

/** The worker process: workflows, activities and loops, until SIGTERM. */
runService('worker', async () => {
  const config = readConfig(process.env);
  const parts = await createParts(config, createLog('worker', config.logLevel));
  const service = await startWorker(parts);
  return {
    done: service.done,
    stop: async () => {
      await service.stop();
      await parts.close();
    },
  };
});
