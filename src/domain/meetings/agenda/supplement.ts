import { refuse, type Refusal } from '../../refusals/refusal';
import type { Day } from '../../time/day';

/** Earlier minutes, as far as a supplement to them asks. */
export interface EarlierMinutes {
  readonly id: string;
  readonly bodyId: string;
  readonly meetingDate: Day;
  readonly verified: boolean;
}

/** The item by which a body supplements earlier minutes (M-9). */
export interface SupplementItem {
  readonly id: string;
  readonly bodyId: string;
  readonly meetingDate: Day;
  /** What is added, point by point. */
  readonly points: readonly string[];
}

/** The link that both sides show: the item says what it supplements, and the earlier minutes by what they were. */
export interface SupplementLink {
  readonly itemId: string;
  readonly minutesId: string;
  readonly supplementedOn: Day;
}

/**
 * M-9, M-10: verified minutes are never changed; what they lack is decided as an item of a later meeting and linked to
 * both. Minutes that are not verified are simply edited.
 */
export function supplementMinutes(
  item: SupplementItem,
  minutes: EarlierMinutes,
): { readonly ok: true; readonly link: SupplementLink } | Refusal {
  if (item.bodyId !== minutes.bodyId) return refuse('supplement-of-other-body');
  if (item.meetingDate <= minutes.meetingDate)
    return refuse('supplement-of-later-minutes', { day: minutes.meetingDate });
  if (!minutes.verified) return refuse('supplement-of-unverified-minutes', { day: minutes.meetingDate });
  if (item.points.every((point) => point.trim() === '')) return refuse('supplement-without-points');
  return { ok: true, link: { itemId: item.id, minutesId: minutes.id, supplementedOn: item.meetingDate } };
}
