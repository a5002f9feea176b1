import { freeWake } from '../../commands/operations/free-wake';
import { releaseMail } from '../../commands/operations/release-mail';
import { wakeAgain } from '../../commands/operations/wake-again';
import { Nothing } from '../../contracts/people';
import { expose, type ExposedCommand } from '../exposed-command';

/** What the operator can try again. */
export const operations: readonly ExposedCommand[] = [
  expose(wakeAgain, {
    result: Nothing,
    receipt: 'operations.wokenAgain',
    summary: 'Wake the process of a fault',
  }),
  expose(freeWake, {
    result: Nothing,
    receipt: 'operations.wakeFreed',
    summary: 'Give a parked wake back to the relay',
  }),
  expose(releaseMail, {
    result: Nothing,
    receipt: 'operations.mailReleased',
    summary: 'Let a held or bounced letter go',
  }),
];
