import { join } from 'node:path';
import { runningInstallation } from '../infrastructure/embedded/running-installation';
import { root } from './parts';
import { ToldFault } from './run-tool';

/** The settings given, or those of the installation that `npm start` runs here. */
export function toolSettings(): NodeJS.ProcessEnv {
  if ((process.env['DATABASE_URL'] ?? '').trim() !== '') return process.env;
  const running = runningInstallation(process.env['SAMRAD_DATA_DIR'] ?? join(root, '.samrad'));
  if (running !== null) return { ...process.env, ...running };
  throw new ToldFault(
    'Ingen databas är angiven och npm start körs inte här. Starta med npm start, eller ange DATABASE_URL och de andra inställningarna i docs/operations.md.',
  );
}
