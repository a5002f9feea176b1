import type { SameTexts } from '../../fill';
import type { general as swedish } from '../../sv/pages/general';

export const general: SameTexts<typeof swedish> = {
  refusedTitle: 'That could not be done',
  notFoundTitle: 'The page is not here',
  signInTitle: 'Sign in to go on',
  notAllowedTitle: 'You may not do this',
  waitTitle: 'Wait a moment',
  staleTitle: 'Someone else was first',
  faultTitle: 'Something went wrong on our side',
  faultText:
    'The fault has been noted. What you already saved is safe. Try again shortly, and contact the system administrator if it happens again.',
  faultReference: 'Give the reference {reference} if you contact us.',
  typedHeading: 'What you wrote',
  typedText: 'The page cannot be shown again, but your text is here. Copy it if you need it.',
  toStart: 'To the start page',
  goBack: 'Back to the page you came from',
  ruleIs: 'The rule: {rule}',
  wrongDate: '{place}: the weekday in “{words}” is wrong. That day is {day}.',
  noSuchDate: '{place}: “{words}” is not in the calendar.',
};
