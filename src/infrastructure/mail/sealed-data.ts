import type { Sealer } from '../../contracts/ports';
import { SEALED, SEALED_LINK } from '../../contracts/sealed-mail';

type Data = Readonly<Record<string, string | number>>;

/**
 * A letter's data as its template is filled with it: what stands sealed in the row, such as a one-time link, is opened
 * only now.
 * @throws when a sealed value cannot be opened: the letter then stays queued and nobody gets a link that does not work
 */
export function openSealed(sealer: Sealer, data: Data): Data {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      if (typeof value !== 'string' || !value.startsWith(SEALED)) return [name, value];
      const opened = sealer.open(SEALED_LINK, value.slice(SEALED.length));
      if (opened === null) throw new Error(`The sealed ${name} of a letter cannot be opened`);
      return [name, opened];
    }),
  );
}
