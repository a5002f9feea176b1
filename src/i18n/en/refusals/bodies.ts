import type { bodiesRefusals } from '../../../domain/refusals/bodies';

export const bodies: Record<keyof typeof bodiesRefusals, string> = {
  'substitutes-not-as-many-as-members':
    'The board has {members} members and {substitutes} substitutes. A joint board has as many substitutes as members (KL 9:24). Add or remove seats until the numbers agree.',
  'principal-without-member':
    '{principal} has no member. Every cooperating principal has at least one member (KL 9:24). Add a member seat.',
  'principal-without-substitute':
    '{principal} has no substitute. Every cooperating principal has at least one substitute (KL 9:24). Add a substitute seat.',
  'seat-number-twice': 'Two seats have the number {ordinal}. Give every seat its own number in the list.',
  'seat-period-reversed': 'The assignment ends on {until}, before it begins on {from}. Correct the dates.',
  'seat-taken':
    'The seat is already held from {from} until {until}. A seat has one holder a day. End the earlier assignment first, or choose another day.',
  'person-has-a-seat':
    'The person already has a seat in the body since {from}. End that assignment first, or choose another person.',
  'chair-taken': 'The body already has a chair since {from}. End that assignment first.',
  'vice-chair-taken': 'The body already has a vice chair since {from}. End that assignment first.',
  'term-entered-otherwise':
    'The term is entered with another party or office. Old terms are never changed. Write it as it is entered, and a new row from the day when the new one holds.',
  'seat-held-at-meeting':
    'The body met on {day}, and who held the seat that day is not changed afterwards. Let the change hold from a later day.',
  'rules-setting-missing': 'The setting "{field}" is missing in the rules of procedure. State {accepts}.',
  'rules-setting-wrong': 'The setting "{field}" has a value that cannot be used. State {accepts}.',
  'rules-setting-unknown':
    'The rules of procedure have no setting called "{field}". Remove it or correct the name.',
  'rules-verification-beyond-law':
    'The rules give {days} days for verification. Minutes are verified within 14 days of the meeting (KL 5:69, 6:35). State at most 14.',
  'rules-notice-beyond-law':
    'The rules give {days} days for the notice. Verification is announced at the latest on the second day after it (KL 8:12). State at most 2.',
  'rules-appeal-weeks':
    'The rules state an appeal time of {weeks} weeks. The time is three weeks from the announcement (KL 13:5). State 3.',
  'rules-court-without-address':
    'Give both the administrative court that tries the decisions and its address, or neither. Whoever appeals needs both.',
  'rules-quorum-below-law':
    'A board may decide only when more than half of its members are present (KL 6:27). State "moreThanHalfOfSeats".',
  'rules-no-notice-board':
    'The verified minutes of a board are announced on a notice board, for a joint board on that of every principal (KL 8:12, 9:32). State the boards.',
  'rules-reservations-by-law':
    'The right to enter a reservation follows from law and cannot be switched off for a board (KL 4:27). Switch reservations on.',
  'rules-remote-without-decision':
    'Remote participation needs a decision by the full council (KL 6:24). State the decision, or switch remote participation off.',
  'rules-digital-verification-without-decision':
    'Digital verification needs a decision by the full council on the way of verifying (KL 5:69). State the decision, or switch digital verification off.',
  'rules-submission-after-papers':
    'The submission deadline lies {submission} days before the meeting, but the papers go out {papers} days before. Put the deadline on the same day or earlier.',
  'rules-reminder-before-meeting':
    'Reminders of verification lie within the {days} days that verification may take. State fewer days before the last day.',
  'rules-with-faults':
    'The rules of procedure have {count} faults: {faults}. Mend the settings and enter the rules again.',
  'rules-overlap':
    'Version {number} of the rules of procedure is already in force from {from}. Two versions cannot be in force on one day. Choose a later day.',
  'host-not-among-principals':
    'The host must be one of the cooperating principals (KL 9:19). Add it to the principals.',
  'paired-seat-unknown':
    'Substitute seat {ordinal} is paired with member seat {paired}, which does not exist. Mend the number or remove the pairing.',
  'seat-of-other-principal':
    'Seat {ordinal} ({kind}) belongs to a principal that does not cooperate in the body. Correct the principal of the seat, or add the principal to the body.',
  'body-name-taken': 'The address name "{slug}" is used by another body. Choose another one.',
  'series-code-taken': 'The authority already has a number series called {code}. Choose another code.',
  'series-of-other-authority':
    "The number series belongs to another authority than the body. Choose a series of the body's authority.",
  'recipient-incomplete': 'The recipient lacks {field}. Decisions cannot be sent without it. Fill it in.',
  'holder-already-ended':
    'The term ended on {day} already, and an ended term is never changed, so that earlier minutes stay right. If the person goes on, enter a new term from the day when it begins.',
  'email-taken':
    'The address {email} already belongs to a person. Find that person instead of entering a new one.',
  'role-already-ended': 'The role ended on {day} already. Give the role anew if it is to hold again.',
  'role-period-reversed': 'The role ends on {until}, before it begins on {from}. Mend the days.',
};
