import { changeMyDetails } from '../../commands/people/change-my-details';
import { endMySessions } from '../../commands/people/end-my-sessions';
import { closeMyCalendar, openMyCalendar } from '../../commands/people/own-calendar';
import { setMyPassword } from '../../commands/people/set-my-password';
import { NewVersion, Nothing } from '../../contracts/people';
import { expose, type ExposedCommand } from '../exposed-command';

/** What people do with their own account. Signing in and out have pages of their own, since they set the cookie. */
export const people: readonly ExposedCommand[] = [
  expose(changeMyDetails, {
    result: NewVersion,
    receipt: 'people.detailsChanged',
    summary: 'Change the own name, telephone and language',
  }),
  expose(openMyCalendar, {
    result: Nothing,
    receipt: 'people.calendarOpened',
    summary: 'Make a new address for the own calendar',
  }),
  expose(closeMyCalendar, {
    result: Nothing,
    receipt: 'people.calendarClosed',
    summary: 'Close the address of the own calendar',
  }),
  expose(setMyPassword, { result: Nothing, receipt: 'people.passwordSet', summary: 'Set the own password' }),
  expose(endMySessions, {
    result: Nothing,
    receipt: 'people.sessionsEnded',
    summary: 'End all own sessions',
  }),
];
