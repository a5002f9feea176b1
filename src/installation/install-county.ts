import type { County } from '../contracts/case-files/county';
import { readEntered } from '../store/queries/installation/entered';
import type { ReadProfile } from './file/check-body';
import { InstallationFault } from './installation-fault';
import { loadCounty } from './load-county';
import { Office, type OfficeDeps } from './office';

/**
 * Enters a county into an installation: what is there already is left as it is, so a run that was cut off is run again and
 * goes on. Nobody gets a password; people sign in by a link that is mailed to them.
 * @returns how much was entered now, and how much was there
 * @throws LoadFault or InstallationFault when it cannot be entered here; what was entered before stays
 */
export async function installCounty(
  deps: OfficeDeps,
  county: County,
  readProfile: ReadProfile,
): Promise<{ readonly entered: number; readonly found: number }> {
  const { there, demo } = await readEntered(deps.em.fork());
  if (demo) {
    throw new InstallationFault(
      'Databasen har demolänets påhittade uppgifter. En riktig installation ska ha en egen, tom databas.',
    );
  }
  const office = new Office(deps, 'installation', there);
  await loadCounty(office, county, { password: null, readProfile });
  return office.count;
}
