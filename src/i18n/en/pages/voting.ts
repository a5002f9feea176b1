import type { SameTexts } from '../../fill';
import type { voting as source } from '../../sv/pages/voting';

export const voting: SameTexts<typeof source> = {
  title: 'A vote on item {item} is open',
  cast: 'Record the ballots at the roll call.',
  close: 'The ballots are recorded. Close the vote to have them counted.',
  act: 'To the vote',
  orderTitle: 'Give the order of propositions in item {item}',
  orderText: 'There is more than one proposal. The minutes are to show in which order the chair put them.',
  orderAct: 'To the order of propositions',
};
