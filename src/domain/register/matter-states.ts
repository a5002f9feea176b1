import { allowed, refuse, type Verdict } from '../refusals/refusal';

export type MatterState = 'open' | 'closed' | 'cancelled';

/** What the rules need to know of a matter. */
export interface MatterFacts {
  /** Its registry number, or its title while it has none. */
  readonly label: string;
  readonly state: MatterState;
}

/** Whether a document may be put into the matter, or its facts changed. */
export function canChangeMatter(matter: MatterFacts): Verdict {
  if (matter.state === 'open') return allowed;
  return refuse(matter.state === 'closed' ? 'matter-closed' : 'matter-cancelled', { matter: matter.label });
}

/** a matter is closed with what ended it, once no draft is left in it (TF 2:10). */
export function canCloseMatter(matter: MatterFacts, drafts: number, reason: string): Verdict {
  const open = canChangeMatter(matter);
  if (!open.ok) return open;
  if (drafts > 0) return refuse('matter-has-drafts', { count: drafts });
  return reasoned(reason);
}

/** a closed matter can be opened again, with the reason; a cancelled one never. */
export function canReopenMatter(matter: MatterFacts, reason: string): Verdict {
  if (matter.state === 'open') return refuse('matter-open-already', { matter: matter.label });
  if (matter.state === 'cancelled') return refuse('matter-cancelled', { matter: matter.label });
  return reasoned(reason);
}

function reasoned(reason: string): Verdict {
  return reason.trim() === '' ? refuse('matter-act-needs-reason') : allowed;
}
