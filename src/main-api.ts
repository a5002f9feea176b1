import { startApi } from './composition/api';
import { createParts } from './composition/parts';
import { readConfig } from './config';
import { createLog } from './infrastructure/log';
import { runService } from './service';

/** The api process, until SIGTERM. */
runService('api', async () => {
  const config = readConfig(process.env);
  const parts = await createParts(config, createLog('api', config.logLevel));
  const service = await startApi(parts);
  return {
    done: service.done,
    stop: async () => {
      await service.stop();
      await parts.close();
    },
  };
});
