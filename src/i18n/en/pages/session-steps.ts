import type { SameTexts } from '../../fill';
import type { sessionSteps as source } from '../../sv/pages/session-steps';

export const sessionSteps: SameTexts<typeof source> = {
  openTitle: 'Open the meeting',
  openText: 'The summons is out. When the chair opens the meeting it is recorded here.',
  openOtherDay:
    'Today is {today}. The meeting is summoned to {day}. It can be opened all the same; the minutes carry the day of the meeting.',
  openAct: 'Open the meeting',
  closedTitle: 'The meeting is closed',
  closedText: 'The paragraphs are numbered and the minutes wait to be written.',
  closedAct: 'To the minutes',
  notYetTitle: 'The meeting cannot be opened yet',
  sessionVerified: 'The minutes are verified.',
  rollTitle: 'Take the roll call',
  rollText: 'Record who is here. Substitutes go in by turn where a member is missing.',
  substituteTitle: 'Let {name} serve for item {item}',
  substituteText: '{member} is recused and takes no part in the item. {name} is here and first in turn.',
  votingTitle: 'A vote on item {item} is open',
  votingCast: 'Record the ballots at the roll call.',
  votingClose: 'The ballots are recorded. Close the vote to have them counted.',
  votingAct: 'To the vote',
  orderTitle: 'Give the order of propositions in item {item}',
  orderText: 'There is more than one proposal. The minutes are to show in which order the chair put them.',
  orderAct: 'To the order of propositions',
  decideTitle: 'Decide item {item}',
  nextItemTitle: 'Take item {item}',
  verificationTitle: 'Decide verifiers, day and place',
  verificationSet: 'To the verification',
  closeTitle: 'Close the meeting',
  closeText: 'All items are treated. Paragraphs are numbered and the minutes are made when you close.',
  closeAct: 'Close the meeting',
  unrecorded:
    'Called and not recorded as present: {people}. Open the item and record them under Others in the room, if they were there.',
  unrecordedPerson: '{name} (item {items})',
  whoSecretary: 'The secretary',
};
