/** Why a file cannot be entered into this database, in Swedish and with what to do instead. */
export class InstallationFault extends Error {
  override name = 'InstallationFault';
}
