import type { ProcessKind } from './processes';

/** Who acts: a signed-in person, a process, a one-time link to one row, the system itself, or nobody known. */
export type Actor =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'process'; readonly process: ProcessKind; readonly authorityId: string }
  | { readonly kind: 'link'; readonly linkId: string }
  | { readonly kind: 'system' }
  | { readonly kind: 'public' };

/** The actor as rows, audit and row level security spell it: 'person:<uuid>', 'process:meetingCycle', 'link:<uuid>', 'system', 'public'. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return `person:${actor.personId}`;
    case 'process':
      return `process:${actor.process}`;
    case 'link':
      return `link:${actor.linkId}`;
    case 'system':
    case 'public':
      return actor.kind;
  }
}
