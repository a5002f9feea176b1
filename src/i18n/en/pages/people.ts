import type { SameTexts } from '../../fill';
import type { people as swedish } from '../../sv/pages/people';

export const people: SameTexts<typeof swedish> = {
  signInTitle: 'Sign in',
  signInLead: 'For elected members, secretaries, officials and registrars.',
  email: 'E-mail address',
  password: 'Password',
  signInAct: 'Sign in',
  linkHeading: 'Without a password',
  linkText: 'Write your e-mail address and we send a link. It works once, for {minutes} minutes.',
  linkAct: 'Send a sign-in link',
  linkSentTitle: 'Look in your e-mail',
  linkSentText:
    'If we know the address, a link is now on its way to {email}. It works once, for {minutes} minutes. If nothing comes: check the address or ask the secretary for help.',
  linkConfirmTitle: 'Sign in with the link',
  linkConfirmText: 'Press the button to sign in. The link can only be used once.',
  demoHeading: 'Sign in as',
  demoText: 'The practice environment: choose who you want to be. No password is needed.',
  demoAct: 'Sign in as {name}',
  tasksTitle: 'My tasks',
  tasksLead: 'Everything that waits for you, the most urgent first.',
  tasksEmptyTitle: 'Nothing waits for you',
  tasksEmptyText:
    'When something needs your act it stands here, with day, rule and button. You also get a mail.',
  tasksLate: 'The day has passed',
  tasksNow: 'Now',
  tasksLater: 'Later',
};
