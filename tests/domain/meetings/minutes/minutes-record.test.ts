import { missingForVerification } from '../../../../src/domain/meetings/minutes/minutes-completeness';
import { minutesRecord } from '../../../../src/domain/meetings/minutes/minutes-record';
import type { RecordedParagraph } from '../../../../src/domain/meetings/recorded-paragraph';
import { quorum } from '../../../../src/domain/meetings/session/quorum';
import { asDay } from '../../../../src/domain/time/day';

const record: RecordedParagraph = {
  format: 1,
  agendaNumber: 6,
  title: 'Förslag',
  kind: 'decision',
  registryNumber: null,
  withdrawn: false,
  serving: [],
  recused: [],
  quorum: quorum('moreThanHalfOfSeats', 15, 15),
  presenters: [],
  proposal: ['Förslaget antas.'],
  motions: [],
  propositions: [],
  votes: [],
  outcome: 'approved',
  points: ['Förslaget antas.'],
  reason: null,
  effectiveOn: null,
  condition: null,
  assignments: [],
  statements: [],
  dispatchTo: [],
};
const lacking = (changed: Partial<RecordedParagraph>) =>
  missingForVerification(
    minutesRecord({
      paragraphs: [{ number: 6, record: { ...record, ...changed } }],
      writerKnown: true,
      chairKnown: true,
      verifiers: 1,
      verifiersNeeded: 1,
      verificationDay: asDay('2026-03-06'),
      verificationPlace: 'Hjälpmedelscentrum',
    }),
  ).map(({ refusal }) => refusal.code);
const motion = { by: 'Patrik Öberg', party: 'S', text: 'Bifall.' };

describe('the record of a paragraph, as completeness reads it (law.md A16)', () => {
  it('asks for the order of propositions only where the motions gave the body a choice', () => {
    expect(lacking({ motions: [{ ...motion, kind: 'approve' }] })).toEqual([]);
    expect(lacking({ motions: [{ ...motion, kind: 'reject' }] })).toEqual(['paragraph-without-propositions']);
  });

  it('still reads a motion of before its kind was kept, as one that may be against the proposal', () => {
    expect(lacking({ motions: [motion] })).toEqual(['paragraph-without-propositions']);
    const propositions = [{ words: 'Bifall till förslaget', carried: true }];
    expect(lacking({ motions: [motion], propositions })).toEqual([]);
  });
});
