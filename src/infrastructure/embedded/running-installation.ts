import { trainingClock } from '../clock/training';
import { databaseName, databaseUrls } from './postgres/postgres-roles';
import { isAlive } from './processes';
import { readRunRecord } from './run-record';
import { openSecrets, readPorts } from './stored-settings';

/**
 * The settings of the installation that `npm start` runs in a data folder, for a tool beside it.
 * @returns null when none runs there
 */
export function runningInstallation(root: string): NodeJS.ProcessEnv | null {
  const { supervisor } = readRunRecord(root);
  const { http, postgres, temporal, smtp } = readPorts(root);
  if (supervisor === undefined || !isAlive(supervisor) || postgres === undefined) return null;
  const secrets = openSecrets(root, '');
  const server = `postgres://127.0.0.1:${String(postgres)}/postgres`;
  return {
    DATABASE_URL: databaseUrls(server, databaseName, secrets).appUrl,
    TEMPORAL_ADDRESS: `127.0.0.1:${String(temporal)}`,
    SMTP_URL: `smtp://127.0.0.1:${String(smtp)}`,
    SAMRAD_SECRET: secrets.appSecret,
    SAMRAD_PAYLOAD_KEYS: secrets.payloadKeys,
    SAMRAD_PUBLIC_URL: `http://localhost:${String(http)}`,
    SAMRAD_DEMO: '1',
    SAMRAD_CLOCK: trainingClock(root),
  };
}
