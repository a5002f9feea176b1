import { deadlinesAfter, type MeetingDeadline } from '../../../../domain/meetings/plan/deadlines';
import { missingPapers, type MissingPaper } from '../../../../domain/meetings/agenda/missing-papers';
import type { EntityManager } from '@mikro-orm/postgresql';
import { readAgenda, type AgendaItemView } from '../../../../store/queries/meetings/agenda/agenda-items';
import {
  readAgendaReturns,
  readApprovalRound,
  type AgendaReturnView,
} from '../../../../store/queries/meetings/agenda/agenda-returns';
import { changesBetween, snapshotItems } from '../../../../store/queries/meetings/agenda/agenda-snapshot';
import {
  readAgendaVersions,
  type AgendaVersionView,
} from '../../../../store/queries/meetings/agenda/agenda-versions';
import { readSummonsCounts } from '../../../../store/queries/meetings/plan/cycle-facts';
import {
  readDeadlines,
  type DeadlineRow,
  type MeetingHead,
} from '../../../../store/queries/meetings/plan/overview';
import { readExtracts } from '../../../../store/queries/dispatch/dispatch-overview';
import { readNoticeLetter, type NoticeLetter } from '../../../../store/queries/meetings/notice/notice-letter';
import { readNoticeHead, type NoticeHead } from '../../../../store/queries/meetings/notice/notice-page';
import { rulesOfMeeting, type RulesInForce } from '../../../../store/queries/meetings/plan/plan-rules';
import {
  countOpened,
  readSummonses,
  type SummonsView,
} from '../../../../store/queries/meetings/summons/summons';
import { memosOfItems } from '../../../../store/queries/register/waiting-memos';
import { pointsOf } from '../agenda/agenda-add';

/** Everything that decides where a meeting stands before it is held. */
export interface MeetingFacts {
  readonly head: MeetingHead;
  readonly inForce: RulesInForce | null;
  readonly items: readonly AgendaItemView[];
  readonly versions: readonly AgendaVersionView[];
  /** Whether the agenda differs from what the chair approved last. */
  readonly changedSinceApproval: boolean;
  /** Whether the chair has the agenda as it stands for approval. */
  readonly awaitsChair: boolean;
  /** How the chair has handed the agenda back; for secretary and presiding eyes. */
  readonly returns: readonly AgendaReturnView[];
  /** The latest return since the version that was approved last; null where there is none, or the list is as it was then. */
  readonly returned: AgendaReturnView | null;
  readonly summonses: readonly SummonsView[];
  /** How many the latest summons went to, and how many of them have opened it. */
  readonly called: { readonly recipients: number; readonly opened: number };
  /** Whether letter and package of the latest summons are made and the letters written. */
  readonly summonsReady: boolean;
  readonly missing: readonly MissingPaper[];
  readonly deadlines: readonly DeadlineRow[];
  readonly after: readonly MeetingDeadline[];
  /** What came of the verified minutes; null until they are. */
  readonly notice: NoticeFacts | null;
  /** Whether any extract is certified. */
  readonly certified: boolean;
}

export interface NoticeFacts {
  readonly head: NoticeHead;
  readonly letter: NoticeLetter;
}

export async function readMeetingFacts(em: EntityManager, head: MeetingHead): Promise<MeetingFacts> {
  const inForce = await rulesOfMeeting(em, head);
  const items = await readAgenda(em, head, inForce?.rules.agendaNumbering ?? 'meeting');
  const versions = await readAgendaVersions(em, head.id);
  const memos = await memosOfItems(em, head.id);
  const latest = versions.at(-1);
  const returns = await readAgendaReturns(em, head.id);
  const changedSinceApproval =
    latest !== undefined && changesBetween(latest.snapshot.items, snapshotItems(items)).length > 0;
  const summonses = await readSummonses(em, head.id);
  const [summons] = summonses;
  const { made, unsent } = await readSummonsCounts(em, head.id);
  return {
    head,
    inForce,
    items,
    versions,
    changedSinceApproval,
    awaitsChair: (await readApprovalRound(em, head.id)).awaitsChair,
    returns,
    returned: latest === undefined || changedSinceApproval ? returnedSince(returns, latest) : null,
    summonses,
    called: summons === undefined ? { recipients: 0, opened: 0 } : await countOpened(em, summons.id),
    summonsReady: made === true && unsent === 0,
    missing: missingPapers(
      items.map((item) => ({
        ...item,
        documents: item.documents.map(({ label, versionId, state }) => ({
          label,
          hasFile: versionId !== null,
          cancelled: state === 'cancelled',
        })),
        memos: memos
          .filter(({ itemId }) => itemId === item.id)
          .map(({ title, lies, proposal }) => ({ title, lies, points: pointsOf(proposal).length })),
      })),
    ),
    deadlines: await readDeadlines(em, head.id),
    after: inForce === null ? [] : deadlinesAfter(inForce.rules, head.day),
    notice: head.noticeId === null ? null : await readNotice(em, head.noticeId),
    certified: head.noticeId !== null && (await readExtracts(em, head.id)).length > 0,
  };
}

function returnedSince(
  returns: readonly AgendaReturnView[],
  approved: AgendaVersionView | undefined,
): AgendaReturnView | null {
  const latest = returns.at(-1);
  if (latest === undefined) return null;
  return approved === undefined || latest.returnedAt > approved.approvedAt ? latest : null;
}

async function readNotice(em: EntityManager, noticeId: string): Promise<NoticeFacts | null> {
  const head = await readNoticeHead(em, noticeId);
  const letter = await readNoticeLetter(em, noticeId);
  return head === null || letter === null ? null : { head, letter };
}
