import { Migration0001People } from './0001-people';
import { Migration0002Process } from './0002-process';
import { Migration0003Bodies } from './0003-bodies';
import { Migration0004Register } from './0004-register';
import { Migration0005Meetings } from './0005-meetings';
import { Migration0006Sessions } from './0006-sessions';
import { Migration0007Minutes } from './0007-minutes';
import { Migration0008Notices } from './0008-notices';
import { Migration0009Constraints } from './0009-constraints';
import { Migration0010Access } from './0010-access';
import { Migration0011Sweeps } from './0011-sweeps';
import { Migration0012Register } from './0012-register';
import { Migration0013AgendaTemplate } from './0013-agenda-template';
import { Migration0014ProtectedCounterpart } from './0014-protected-counterpart';
import { Migration0015VerificationPlan } from './0015-verification-plan';
import { Migration0020PostingGaps } from './0020-posting-gaps';
import { Migration0021Assignments } from './0021-assignments';
import { Migration0023JoinedMatters } from './0023-joined-matters';
import { Migration0024AppealCourt } from './0024-appeal-court';
import { Migration0025Subjects } from './0025-subjects';
import { Migration0026PostingLink } from './0026-posting-link';
import { Migration0027BallotCorrection } from './0027-ballot-correction';
import { Migration0028NoReplyDay } from './0028-no-reply-day';
import { Migration0029Supplements } from './0029-supplements';
import { Migration0030SwedishPlaces } from './0030-swedish-places';
import { Migration0031ClosedTexts } from './0031-closed-texts';
import { Migration0032LettersThatWait } from './0032-letters-that-wait';
import { Migration0033ReminderDays } from './0033-reminder-days';
import { Migration0034AgendaReturns } from './0034-agenda-returns';
import { Migration0035DeadlineBasis } from './0035-deadline-basis';
import { Migration0036DocumentsOfSeveralClosedItems } from './0036-documents-of-several-closed-items';
import { Migration0037LettersByRole } from './0037-letters-by-role';
import { Migration0038WhoPresides } from './0038-who-presides';
import { Migration0039RecusalDisputes } from './0039-recusal-disputes';
import { Migration0040SummonsCalls } from './0040-summons-calls';
import { Migration0041RemovedItems } from './0041-removed-items';
import { Migration0042DaysOfTheChain } from './0042-days-of-the-chain';
import { Migration0043ReplyDay } from './0043-reply-day';
import { Migration0044HiddenRecusals } from './0044-hidden-recusals';
import { Migration0045Machinery } from './0045-machinery';
import { Migration0046DocumentsThatAwaitANumber } from './0046-documents-that-await-a-number';
import { Migration0048PrintedDays } from './0048-printed-days';
import { Migration0049PublishedAndWithdrawn } from './0049-published-and-withdrawn';
import { Migration0050WithdrawnRemoteRequests } from './0050-withdrawn-remote-requests';
import { Migration0051CarriedRecusals } from './0051-carried-recusals';
import { Migration0052BallotCorrections } from './0052-ballot-corrections';
import { Migration0053SearchWords } from './0053-search-words';
import { Migration0054RecusalsOfSubItems } from './0054-recusals-of-sub-items';
import { Migration0055PoliciesPlannedOnce } from './0055-policies-planned-once';
import { Migration0056OpenMatters } from './0056-open-matters';
import { Migration0057WhoReadsDocumentsAndTexts } from './0057-who-reads-documents-and-texts';

/** In the order they run; a migration that has been released is never edited. A number that is missing was never used. */
export const migrationsList = [
  Migration0001People,
  Migration0002Process,
  Migration0003Bodies,
  Migration0004Register,
  Migration0005Meetings,
  Migration0006Sessions,
  Migration0007Minutes,
  Migration0008Notices,
  Migration0009Constraints,
  Migration0010Access,
  Migration0011Sweeps,
  Migration0012Register,
  Migration0013AgendaTemplate,
  Migration0014ProtectedCounterpart,
  Migration0015VerificationPlan,
  Migration0020PostingGaps,
  Migration0021Assignments,
  Migration0023JoinedMatters,
  Migration0024AppealCourt,
  Migration0025Subjects,
  Migration0026PostingLink,
  Migration0027BallotCorrection,
  Migration0028NoReplyDay,
  Migration0029Supplements,
  Migration0030SwedishPlaces,
  Migration0031ClosedTexts,
  Migration0032LettersThatWait,
  Migration0033ReminderDays,
  Migration0034AgendaReturns,
  Migration0035DeadlineBasis,
  Migration0036DocumentsOfSeveralClosedItems,
  Migration0037LettersByRole,
  Migration0038WhoPresides,
  Migration0039RecusalDisputes,
  Migration0040SummonsCalls,
  Migration0041RemovedItems,
  Migration0042DaysOfTheChain,
  Migration0043ReplyDay,
  Migration0044HiddenRecusals,
  Migration0045Machinery,
  Migration0046DocumentsThatAwaitANumber,
  Migration0048PrintedDays,
  Migration0049PublishedAndWithdrawn,
  Migration0050WithdrawnRemoteRequests,
  Migration0051CarriedRecusals,
  Migration0052BallotCorrections,
  Migration0053SearchWords,
  Migration0054RecusalsOfSubItems,
  Migration0055PoliciesPlannedOnce,
  Migration0056OpenMatters,
  Migration0057WhoReadsDocumentsAndTexts,
].map((migration) => ({ name: migration.name, class: migration }));
