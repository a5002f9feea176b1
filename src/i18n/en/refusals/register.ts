import type { registerRefusals } from '../../../domain/refusals/register';

export const register: Record<keyof typeof registerRefusals, string> = {
  'number-pattern-wrong':
    'The number pattern "{pattern}" cannot be used. A matter number has a running number, as in HMC followed by year and four digits; the pattern of documents also has the number of the document.',
  'number-given-by-series': 'The series is kept here and gives the number itself. Leave the field empty.',
  'number-not-of-series':
    '"{number}" is not written like the numbers of the series, such as {example}. Correct the number or choose another series.',
  'number-used':
    'The registry number {number} exists already. A number is used once. Open that matter, or state another number.',
  'registration-without-subject': 'The document has no subject. Write briefly what it is about (OSL 5:2).',
  'registration-in-future':
    'The day {day} has not come yet. State the day the document came in or was drawn up.',
  'registration-without-sender':
    'An incoming document has a sender in the register (OSL 5:2). State the sender, or mark it as protected.',
  'registration-without-recipient':
    'An outgoing document has a recipient in the register (OSL 5:2). State the recipient, or mark it as protected.',
  'secrecy-marking-incomplete':
    'A secrecy marking states provision, date and authority (OSL 5:5). Fill in all three.',
  'entry-cancelled-already': 'The entry is already cancelled. Register anew under a new number.',
  'cancelling-needs-reason': 'A cancelled entry is seen for ever, with the reason for it. Write the reason.',
  'extract-not-verified':
    '{paragraph} is not verified, so its extract cannot support an item. Wait for the verification, or add a verified extract.',
};
