import type { Capacity } from '../../src/domain/access/capacities';

/** The columns of the table, each by its letter. */
const columns: readonly (readonly [letter: string, capacity: Capacity])[] = [
  ['S', 'secretary'],
  ['C', 'chair'],
  ['V', 'viceChair'],
  ['M', 'member'],
  ['U', 'substitute'],
  ['H', 'headOfCentre'],
  ['O', 'official'],
  ['R', 'registrar'],
  ['A', 'auditor'],
  ['T', 'operator'],
  ['D', 'administrator'],
  // Oneself: whoever the thing belongs to, such as the absent member, the verifier, the author of a memo.
  ['E', 'self'],
];

/**
 * T-1, who may do what: written out once more beside the product's own table, so that neither is changed alone. The
 * secretary keeps plan, agenda, session, minutes, notice and dispatch; those who preside approve the agenda and decide on
 * remote participation; members act for themselves; a verifier signs and comments in person; registrars answer for
 * their principal's board and mailbox; officials keep the register; auditors read; operator and administrator come to
 * no paper.
 */
const table = `
                      S C V M U H O R A T D E
absence.report        S · · · · · · · · · · E
administer            · · · · · · · · · · D ·
agenda.approve        · C V · · · · · · · · ·
agenda.write          S · · · · · · · · · · ·
assignment.confirm    S · · · · · · · · · · ·
assignment.read       S C V M U H O · A · · E
assignment.report     S · · · · · · · · · · E
court.record          S · · · · · · · · · · ·
dispatch.read         S · · · · H · · A · · ·
dispatch.receive      S · · · · · · R · · · E
dispatch.reply        S · · · · · · R · · · E
extract.certify       S · · · · · · · · · · ·
matter.read           S C V M U H O · A · · ·
matter.register       S · · · · H O · · · · ·
meeting.read          S C V M U H O · A · · ·
memo.open             S · · · · H O · · · · ·
memo.write            S · · · · H · · · · · E
minutes.comment       · · · · · · · · · · · E
minutes.read          S C V M U H · · A · · E
minutes.sign          · · · · · · · · · · · E
minutes.write         S · · · · · · · · · · ·
motion.hand-in        S · · · · · · · · · · E
notice.confirm        S · · · · · · R · · · ·
notice.post           S · · · · · · · · · · ·
notice.read           S C V M U H · R A · · ·
operate               · · · · · · · · · T · ·
own                   · · · · · · · · · · · E
paper.read            S C V M U H · · A · · E
papers.read           S C V M U H · · A · · ·
plan.read             S C V M U H O · A · · ·
plan.write            S · · · · · · · · · · ·
recusal.declare       S · · · · · · · · · · E
remote.decide         · C V · · · · · · · · ·
remote.request        S · · · · · · · · · · E
reservation.announce  S · · · · · · · · · · E
session.run           S · · · · · · · · · · ·
substitute.answer     S · · · · · · · · · · E
summons.issue         S · · · · · · · · · · ·
`;

const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(/\s+/));

/** By the written table: every act, and whoever may do it. */
export const whoMay: ReadonlyMap<string, ReadonlySet<Capacity>> = new Map(
  rows.map(([act = '', ...cells]) => [act, capacitiesIn(act, cells)]),
);

/** @throws when a letter stands in the column of another */
function capacitiesIn(act: string, cells: readonly string[]): ReadonlySet<Capacity> {
  const askew = cells.some((cell, at) => cell !== '·' && cell !== columns[at]?.[0]);
  if (askew || cells.length !== columns.length) throw new Error(`The row of ${act} is askew`);
  return new Set(columns.filter((_column, at) => cells[at] !== '·').map(([, capacity]) => capacity));
}
