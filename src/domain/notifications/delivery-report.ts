/** One recipient's fields of a delivery report: names in small letters (RFC 3464 section 2.3). */
export type DeliveryFields = ReadonlyMap<string, string>;

/** Where a report names no status: "other undefined status", permanent (RFC 3463). */
const UNNAMED_STATUS = '5.0.0';

/**
 * Whether a delivery report says that a letter will never arrive, and why.
 * `failed` alone is final (RFC 3464 2.3.3): `delayed` is still tried, `delivered`, `relayed` and `expanded` went well. A status of
 * 4.x.x with `failed` is a server that has given up trying.
 * @returns the status, such as `5.1.1`; null when the letter has not come back
 */
export function returnedStatus(recipients: readonly DeliveryFields[]): string | null {
  const failed = recipients.find((fields) => fields.get('action')?.trim().toLowerCase() === 'failed');
  if (failed === undefined) return null;
  return /[245]\.\d{1,3}\.\d{1,3}/.exec(failed.get('status') ?? '')?.[0] ?? UNNAMED_STATUS;
}
