import { z } from 'zod';
import { answerSubstituteAsk } from '../../commands/meetings/before/answer-substitute-ask';
import { declareRecusal, withdrawRecusal } from '../../commands/meetings/before/recusal';
import { decideRemote, requestRemote, withdrawRemote } from '../../commands/meetings/before/remote';
import { reportAbsence } from '../../commands/meetings/before/report-absence';
import { withdrawAbsence } from '../../commands/meetings/before/withdraw-absence';
import { expose, type ExposedCommand } from '../exposed-command';

const Absence = z.object({ absenceId: z.uuid() });
const OfMeeting = z.object({ meetingId: z.uuid() });
const Request = z.object({ requestId: z.uuid() });
const Recusal = z.object({ recusalId: z.uuid() });
const Call = z.object({ callId: z.uuid() });

/** What is told before the meeting. */
export const before: readonly ExposedCommand[] = [
  expose(reportAbsence, { result: Absence, receipt: 'before.absenceReceipt', summary: 'Report an absence' }),
  expose(withdrawAbsence, {
    result: OfMeeting,
    receipt: 'before.absenceWithdrawn',
    summary: 'Take back a reported absence',
  }),
  expose(answerSubstituteAsk, {
    result: Call,
    receipt: 'before.askReceipt',
    summary: 'Answer whether one can serve',
  }),
  expose(requestRemote, {
    result: Request,
    receipt: 'before.remoteReceipt',
    summary: 'Ask to take part remotely',
  }),
  expose(withdrawRemote, {
    result: Request,
    receipt: 'before.remoteWithdrawn',
    summary: 'Take back such a request',
  }),
  expose(decideRemote, {
    result: Request,
    receipt: 'before.remoteDecided',
    summary: 'Answer such a request',
  }),
  expose(declareRecusal, { result: Recusal, receipt: 'before.recusalReceipt', summary: 'Declare a recusal' }),
  expose(withdrawRecusal, {
    result: Recusal,
    receipt: 'before.recusalWithdrawn',
    summary: 'Take back a recusal',
  }),
];
