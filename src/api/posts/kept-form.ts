import { z } from 'zod';
import type { Sealer } from '../../contracts/ports';
import type { FormValues } from '../context';

/** How long a form of an ended session is kept for its writer. */
const KEPT_HOURS = 24;
const PURPOSE = 'kept-form';

const Kept = z.object({
  command: z.string(),
  page: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  hadFiles: z.boolean(),
  personId: z.string().nullable(),
  at: z.number(),
});

/**
 * What somebody had written when the session ended. It waits sealed in the sign-in form itself: no row is written for
 * someone who is not signed in, and nobody but this server can read or make it (docs/adr/0020).
 */
export interface KeptForm {
  readonly command: string;
  /** The page that the form stands on. */
  readonly page: string;
  readonly values: FormValues;
  readonly hadFiles: boolean;
  /** Whose session it was, where the browser still knew: nobody else gets the text. */
  readonly personId: string | null;
}

/** @param machineNow epoch ms on the machine's clock, as all time limits of sessions */
export function sealForm(sealer: Sealer, form: KeptForm, machineNow: number): string {
  return sealer.seal(PURPOSE, JSON.stringify({ ...form, at: machineNow }));
}

/** The form, or null when it was not sealed here, is too old or was someone else's. */
export function openForm(
  sealer: Sealer,
  sealed: unknown,
  personId: string,
  machineNow: number,
): KeptForm | null {
  if (typeof sealed !== 'string' || sealed === '') return null;
  const opened = sealer.open(PURPOSE, sealed);
  if (opened === null) return null;
  const kept = Kept.safeParse(JSON.parse(opened));
  if (!kept.success || kept.data.at < machineNow - KEPT_HOURS * 3_600_000) return null;
  const { command, page, values, hadFiles, personId: owner } = kept.data;
  return owner === null || owner === personId ? { command, page, values, hadFiles, personId: owner } : null;
}
