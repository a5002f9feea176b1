import { createChance, type Chance } from './chance';

/** The processes of an installation that can be killed one by one. */
export const parts = ['api', 'worker', 'temporal', 'postgres'] as const;
export type Part = (typeof parts)[number];

/**
 * What befalls the house: one process is killed, or all of them with their supervisor; the workflow server is killed and its
 * file removed before it is back; a workflow is terminated, as an operator cures one that is stuck (wake.md 15).
 */
export type Blow = Part | 'all' | 'temporalFile' | 'workflow';

/** A blow and its moment: so long after an act of the case has been sent, or after time has set out for a day. */
export interface PlannedBlow {
  readonly blow: Blow;
  readonly after: { readonly act: number } | { readonly day: number };
  readonly ms: number;
}

export interface CaseSize {
  readonly acts: number;
  /** Days from the case's start to its end. */
  readonly days: number;
}

const FEWEST = 3;
const MOST = 5;
/** Half of the blows meet the act itself, half what it has set going, such as the making of papers. */
const SOON_MS = 120;
const LATER_MS = 3000;
const DAY_MS = 300;

/**
 * The blows of one run, by the seed and the run's number alone, so that a run can be repeated. The first run always loses the
 * workflow server's file in the middle, the second everything at once.
 */
export function planBlows(seed: number, run: number, size: CaseSize): PlannedBlow[] {
  const chance = createChance(seed * 1009 + run);
  const count = FEWEST + chance.below(MOST - FEWEST + 1);
  const planned: PlannedBlow[] = [];
  if (run === 1) planned.push(inTheMiddle('temporalFile', chance, size));
  if (run === 2) planned.push(inTheMiddle('all', chance, size));
  while (planned.length < count) {
    const blow = chance.pick<Blow>([...parts, ...parts, 'all', 'temporalFile', 'workflow']);
    planned.push({ blow, ...moment(chance, size) });
  }
  return planned;
}

function moment(chance: Chance, size: CaseSize): Pick<PlannedBlow, 'after' | 'ms'> {
  if (chance.below(3) === 0) return { after: { day: chance.below(size.days) }, ms: chance.below(DAY_MS) };
  const ms = chance.below(chance.below(2) === 0 ? SOON_MS : LATER_MS);
  return { after: { act: chance.below(size.acts) }, ms };
}

function inTheMiddle(blow: Blow, chance: Chance, { acts }: CaseSize): PlannedBlow {
  const third = Math.ceil(acts / 3);
  return { blow, after: { act: third + chance.below(third) }, ms: chance.below(SOON_MS) };
}
