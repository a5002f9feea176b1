import type { SameTexts } from '../../fill';
import type { shell as swedish } from '../../sv/pages/shell';

export const shell: SameTexts<typeof swedish> = {
  product: 'Samråd',
  productLine: 'Matters and meetings for joint boards',
  skipToContent: 'Skip to the content',
  mainMenu: 'Main menu',
  yourBodies: 'Your bodies',
  youAreHere: 'You are here',
  language: 'Language',
  theme: 'Appearance',
  themeAuto: 'As the device',
  themeLight: 'Light',
  themeDark: 'Dark',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: 'Signed in as {name}',
  tasks: { one: '{count} task', other: '{count} tasks' },
  tasksNone: 'No tasks',
  nextStep: 'Next step',
  whatIsMissing: 'What is missing',
  nothingMissing: 'Nothing is missing.',
  accessibilityStatement: 'Accessibility statement',
  privacyNotice: 'How personal data is handled',
  footerNavigation: 'About this site',
  demo: 'Practice environment with invented people and municipalities. Nothing here is real.',
  errorTitle: 'Error: {title}',
  unsavedText: 'You have written text that is not saved.',
  requestFailed:
    'The server does not answer at the moment. What you wrote is still on the page. Try again shortly.',
};
