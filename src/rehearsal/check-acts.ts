import type { z } from 'zod';
import type { CaseAct } from '../contracts/case-files/case-file';
import type { County } from '../contracts/case-files/county';
import { pointersIn, replacePointers, type Pointer } from '../domain/case-files/pointers';
import type { SourceText } from '../installation/file/source-text';

/** What acts may be: every command that people reach, with its contract. */
export type Contracts = ReadonlyMap<string, z.ZodType>;

/** Stands in for a row, or a number, that is only found when the case is played. */
const someRow = ({ kind }: Pointer): string | number =>
  kind === 'agendaStamp' ? 1 : kind === 'frozen' ? '0'.repeat(64) : '00000000-0000-7000-8000-000000000000';

export interface ActChecks {
  readonly contracts: Contracts;
  /** Kinds of pointer, such as 'item'. */
  readonly pointerKinds: ReadonlySet<string>;
  readonly county: County;
  /** `2026-01-26 08:00` */
  readonly starts: string;
}

/** Whether every act can be done as it is written: who, when, what, and what it points at. */
export function checkActs(source: SourceText, acts: readonly CaseAct[], checks: ActChecks): void {
  const people = new Set(checks.county.people.map(({ name }) => name));
  let latest = checks.starts;
  for (const [index, act] of acts.entries()) {
    const at = ['acts', index] as const;
    if (act.who === undefined && index === 0) source.fault(at, 'den första handlingen ska säga vem (who)');
    if (act.who !== undefined && !people.has(act.who)) {
      source.fault([...at, 'who'], `"${act.who}" finns inte bland people`);
    }
    if (act.at !== undefined && act.at < latest) {
      source.fault([...at, 'at'], `${act.at} ligger före ${latest}; handlingarna ska stå i tidsordning`);
    }
    latest = act.at ?? latest;
    checkPointers(source, act, index, checks);
    checkContract(source, act, index, checks.contracts);
  }
}

function checkPointers(source: SourceText, act: CaseAct, index: number, checks: ActChecks): void {
  const { county } = checks;
  const lists: Readonly<Record<string, readonly string[]>> = {
    person: county.people.map(({ name }) => name),
    principal: county.principals.map(({ name }) => name),
    body: county.bodies.flatMap(({ slug, name }) => [slug, name]),
    series: county.series.map(({ code }) => code),
  };
  for (const { pointer, path } of pointersIn(act.with)) {
    const at = ['acts', index, 'with', ...path];
    if (!checks.pointerKinds.has(pointer.kind)) {
      source.fault(at, `@${pointer.kind} pekar inte på något; slagen står i docs/case-files.md`);
    }
    const list = lists[pointer.kind];
    if (list !== undefined && !list.includes(pointer.name)) {
      source.fault(at, `"${pointer.name}" finns inte i county`);
    }
  }
}

function checkContract(source: SourceText, act: CaseAct, index: number, contracts: Contracts): void {
  const contract = contracts.get(act.does);
  if (contract === undefined) {
    source.fault(['acts', index, 'does'], `${act.does} finns inte bland handlingarna i /api/commands`);
    return;
  }
  if (act.refused === 'input-invalid') return;
  const sent = replacePointers(act.with, someRow) as Record<string, unknown>;
  const input = wantsVersion(contract) && !('version' in sent) ? { ...sent, version: 1 } : sent;
  const parsed = contract.safeParse(input);
  if (!parsed.success) source.issues(parsed.error, ['acts', index, 'with']);
}

/** Whether the contract has the field that forms send back: the version that they were made from. */
export function wantsVersion(contract: z.ZodType): boolean {
  return 'shape' in contract.def && Object.hasOwn(contract.def.shape as object, 'version');
}
