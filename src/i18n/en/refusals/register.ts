import type { registerRefusals } from '../../../domain/refusals/register';

export const register: Record<keyof typeof registerRefusals, string> = {
  'number-pattern-wrong':
    'The number pattern "{pattern}" cannot be used. A matter number has a running number, as in HMC followed by year and four digits; the pattern of documents also has the number of the document.',
  'number-given-by-series': 'The series is kept here and gives the number itself. Leave the field empty.',
  'number-not-of-series':
    '"{number}" is not written like the numbers of the series, such as {example}. Correct the number or choose another series.',
  'number-used':
    'The registry number {number} exists already. A number is used once. Open that matter, or state another number.',
  'document-number-not-of-matter':
    '"{number}" is not the number of a document in the matter {matter}, where it is written like {example}. Correct the number, or register the document in the matter that the number belongs to.',
  'document-number-used':
    'The number {number} is used in the matter already. A number is used once, and a cancelled document keeps its own. Read that document, or state another number.',
  'document-has-number':
    'The document already has the number {number}. A number never changes. Cancel the document if the number is wrong.',
  'matter-awaits-number':
    'The matter has no registry number yet, so its documents cannot get theirs. Give the matter its number first.',
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
    '{reference} is not verified, so the text cannot support an item. Wait for the verification, or add a verified extract.',
  'matter-closed': 'The matter {matter} is closed, so it cannot be changed. Reopen the matter first.',
  'matter-cancelled':
    'The matter {matter} is cancelled and cannot be changed or reopened. Register a new matter.',
  'matter-to-join-unknown':
    'The body has no open matter with the number {number}, other than this one. Give the registry number of the matter that goes on.',
  'matter-on-agenda':
    'The matter is on the agenda of {meeting}. Remove the item there first, or wait until after the meeting.',
  'matter-of-other-authority':
    'A matter can only be moved between bodies of the same authority. Close it here and hand over the documents instead.',
  'matter-open-already': 'The matter {matter} is open already. Reload the page.',
  'matter-act-needs-reason':
    'The reason stands in the register for those who read the matter later. Write the reason.',
  'matter-has-drafts':
    'The matter has {count} drafts that have not been drawn up. A closed matter must be complete. Finish or cancel the drafts first.',
  'matter-has-number':
    'The matter already has the registry number {number}. A number never changes. Cancel the matter if the number is wrong.',
  'document-cancelled': 'The document is cancelled and cannot be changed. Register a new document.',
  'document-on-agenda': 'The document belongs to an agenda item of {meeting}. Remove it from the item first.',
  'document-made-by-meeting':
    'The document is one of those that the meeting makes, such as the summons and the minutes, and cannot be cancelled here. Correct the mistake in the meeting, and a new version is made.',
  'document-not-uploaded-here':
    'The document is written in the system, so a file cannot be added as a new version. Change the text instead.',
  'memo-without-title': 'The memo has no title. Write a title that says what the matter is about.',
  'memo-section-empty': 'The section "{section}" is empty. Write the section.',
  'memo-perspective-unanswered':
    '"{section}" is unanswered. Write the text, or state why the perspective does not apply.',
  'memo-without-recipients': '"Beslutet skickas till" is empty. Choose at least one recipient.',
  'memo-incomplete':
    'The memo cannot be made ready yet. This is missing: {missing}. Add it and then make the memo ready.',
  'memo-unchanged':
    'Version {version} already applies and nothing has changed since. Change the text first if a new version is needed.',
  'memo-recipient-unknown':
    "A chosen recipient is no longer among the body's recipients. Reload the page and choose again.",
  'memo-co-author-unknown': 'The co-author must be an official of the body. Choose another person.',
  'text-character-unusable':
    'The character "{character}" ({codePoint}) at line {line}, position {column} is not in the typefaces of the documents and would vanish on paper. Remove or replace it.',
  'text-too-long':
    'The text has {length} characters and may have at most {limit}. Shorten it, or move a part to an appendix.',
};
