import type { z } from 'zod';
import type { CaseAct } from '../contracts/case-files/case-file';
import type { County } from '../contracts/case-files/county';
import { pointersIn, replacePointers, type Pointer } from '../domain/case-files/pointers';
import { refusalCatalogue } from '../domain/refusals/catalogue';
import { known, namesOf, type KnownNames, type Readable } from '../installation/file/readable';
import type { SourceText } from '../installation/file/source-text';
import { unknownName } from '../installation/file/unknown-name';

/** What acts may be: every command that people reach, with its contract. */
export type Contracts = ReadonlyMap<string, z.ZodType>;

/** Stands in for a row, or a number, that is only found when the case is played. */
const someRow = ({ kind }: Pointer): string | number =>
  kind === 'agendaStamp' ? 1 : kind === 'frozen' ? '0'.repeat(64) : '00000000-0000-7000-8000-000000000000';

export interface ActChecks {
  readonly contracts: Contracts;
  /** Kinds of pointer, such as 'item'. */
  readonly pointerKinds: ReadonlySet<string>;
  /** As far as it can be read: names of a list with a faulty part are not looked up. */
  readonly county: Readable<County>;
  /** `2026-01-26 08:00`; undefined when it cannot be read. */
  readonly starts: string | undefined;
}

type Act = Readable<CaseAct>;

/**
 * Whether every act can be done as it is written: who, when, what, and what it points at. A part that cannot be read is told
 * of by the schema; the others of the same act are looked at all the same.
 * @returns when the last of them is done, as far as times are given
 */
export function checkActs(
  source: SourceText,
  acts: readonly (Act | undefined)[],
  checks: ActChecks,
): string | undefined {
  const people = known(namesOf(checks.county.people, ({ name }) => name));
  let latest = checks.starts;
  for (const [index, act] of acts.entries()) {
    if (act === undefined) continue;
    const at = ['acts', index] as const;
    if (!('who' in act) && index === 0) source.fault(at, 'den första handlingen ska säga vem (who)');
    if (act.who !== undefined && people !== null && !people.has(act.who)) {
      source.fault([...at, 'who'], unknownName(act.who, 'people', people));
    }
    if (act.at !== undefined && latest !== undefined && act.at < latest) {
      source.fault([...at, 'at'], `${act.at} ligger före ${latest}; handlingarna ska stå i tidsordning`);
    }
    latest = act.at ?? latest;
    if (act.refused !== undefined && !Object.hasOwn(refusalCatalogue, act.refused)) {
      const codes = Object.keys(refusalCatalogue);
      source.fault([...at, 'refused'], unknownName(act.refused, 'koderna i docs/errors.md', codes));
    }
    checkPointers(source, act, index, checks);
    checkContract(source, act, index, checks.contracts);
  }
  return latest;
}

function checkPointers(source: SourceText, act: Act, index: number, checks: ActChecks): void {
  const { county } = checks;
  const lists: Readonly<Record<string, KnownNames>> = {
    person: known(namesOf(county.people, ({ name }) => name)),
    principal: known(namesOf(county.principals, ({ name }) => name)),
    authority: known(namesOf(county.authorities, ({ name }) => name)),
    body: known([
      ...namesOf(county.bodies, ({ slug }) => slug),
      ...namesOf(county.bodies, ({ name }) => name),
    ]),
    series: known(namesOf(county.series, ({ code }) => code)),
  };
  for (const { pointer, path } of pointersIn(act.with ?? {})) {
    const at = ['acts', index, 'with', ...path];
    if (!checks.pointerKinds.has(pointer.kind)) {
      const kinds = [...checks.pointerKinds].map((kind) => `@${kind}`);
      source.fault(at, unknownName(`@${pointer.kind}`, 'pekarna i docs/case-files.md', kinds));
    }
    const names = lists[pointer.kind] ?? null;
    if (names !== null && !names.has(pointer.name)) {
      source.fault(at, unknownName(pointer.name, 'namnen i county', names));
    }
  }
}

function checkContract(source: SourceText, act: Act, index: number, contracts: Contracts): void {
  if (act.does === undefined) return;
  const contract = contracts.get(act.does);
  if (contract === undefined) {
    const told = unknownName(act.does, 'handlingarna i /api/commands', contracts.keys());
    source.fault(['acts', index, 'does'], told);
    return;
  }
  if (act.refused === 'input-invalid' || act.with === undefined) return;
  const sent = replacePointers(act.with, someRow) as Record<string, unknown>;
  const input = wantsVersion(contract) && !('version' in sent) ? { ...sent, version: 1 } : sent;
  const parsed = contract.safeParse(input);
  if (!parsed.success) source.issues(parsed.error, ['acts', index, 'with']);
}

/** Whether the contract has the field that forms send back: the version that they were made from. */
export function wantsVersion(contract: z.ZodType): boolean {
  return 'shape' in contract.def && Object.hasOwn(contract.def.shape as object, 'version');
}
