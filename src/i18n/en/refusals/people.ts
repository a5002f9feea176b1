import type { peopleRefusals } from '../../../domain/refusals/people';

export const people: Record<keyof typeof peopleRefusals, string> = {
  'sign-in-failed':
    'The email address and the password do not belong together, or the account is closed. Check both, or ask for a sign-in link instead.',
  'link-not-usable':
    'The link has been used already, has run out or is not whole. A link works once. Ask for a new one on the sign-in page.',
  'password-too-short':
    'The password needs at least {least} characters. Write a longer one, such as a few words in a row.',
  'password-too-easy':
    'The password is too easy to guess: it is mostly your name, your address or few different characters. Choose some words that do not belong together.',
  'password-current-wrong':
    'The current password is not right. Write it again. If you have forgotten it you can sign in by a link meanwhile.',
};
