import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../contracts/actor';
import type { CommandName } from '../contracts/commands';
import type { Sealer } from '../contracts/ports';
import type { Holder } from '../domain/access/capacities';
import type { Refusal } from '../domain/refusals/refusal';
import type { Day } from '../domain/time/day';
import type { Language } from '../i18n/languages';
import type { ApiSettings } from './deps';

/** What a form posted, by the names of its fields. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** A form that was refused: the page is shown again with what was typed. */
export interface PostedForm {
  readonly command: CommandName;
  readonly values: FormValues;
  readonly refusal: Refusal;
  /** Sentence per field name, such as 'points[0].text'. */
  readonly faults: ReadonlyMap<string, string>;
}

/** What a page's view reads with: a read-only transaction that has stated who reads, so that row level security holds. */
export interface ReadContext {
  readonly em: EntityManager;
  readonly actor: Actor;
  /** The reader with all roles and seats; null when nobody is signed in. */
  readonly holder: Holder | null;
  /** Now on the case's clock, and its day in Sweden. */
  readonly now: Date;
  readonly today: Day;
  readonly lang: Language;
  readonly site: ApiSettings;
  /** A keyed hash, for an address that proves itself. */
  readonly fingerprint: Sealer['fingerprint'];
  /** Set when this page's own form has just been refused. */
  readonly form?: PostedForm | undefined;
}
