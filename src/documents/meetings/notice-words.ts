import { formatParagraphRange } from '../../domain/meetings/minutes/paragraph-reference';
import type { StatedOnNotice } from '../../domain/meetings/notice/notice-letter';
import type { Day } from '../../domain/time/day';
import { dayText } from '../../i18n/dates';
import type { Letterhead } from '../document-frame';
import type { NoticeData } from './notice';
import type { NoticeCertificateData } from './notice-certificate';

// Notices are Swedish by law, whatever language their reader has chosen.

/** What notices are written from; days and names as stored. */
export interface NoticeWords {
  readonly body: string;
  readonly host: string;
  readonly hostMailbox: string;
  readonly meetingDay: Day;
  readonly verifiedOn: Day;
  readonly paragraphs: readonly number[];
  readonly appealable: boolean;
  readonly secretary: string | null;
}

const day = (value: Day): string => dayText('sv', value);

/** Where decisions are appealed (KL 13:1, 13:5), as the body's rules of procedure name it. */
export interface CourtOfAppeal {
  readonly appealCourt: string | null;
  readonly appealCourtAddress: readonly string[];
}

/** The notice of one board (KL 8:12): which day it was announced, where the minutes are, and how they are appealed. */
export function noticeWords(
  notice: NoticeWords,
  board: { readonly principal: string; readonly address: string },
  stated: StatedOnNotice,
  court: CourtOfAppeal,
): NoticeData {
  return {
    letterhead: letterhead(notice),
    body: notice.body,
    reference: `Sammanträde ${notice.meetingDay}`,
    board: `${board.principal}, ${board.address}`,
    meetingDate: day(notice.meetingDay),
    paragraphRange: formatParagraphRange(notice.paragraphs),
    verifiedDay: day(notice.verifiedOn),
    postedDay: day(stated.postedDay),
    takenDownEarliest: day(stated.earliestTakeDown),
    ...(stated.startsOn === null
      ? {
          takenDownCondition: `Det gäller om alla parters tavlor har anslaget ${day(stated.postedDay)}. Annars sätts ett nytt upp, med senare dag.`,
        }
      : {}),
    minutesKept: `${notice.host}, ${notice.hostMailbox}`,
    ...(notice.secretary === null
      ? {}
      : { contact: `Sekreterare ${notice.secretary}, ${notice.hostMailbox}` }),
    ...(notice.appealable
      ? {
          appeal: {
            ...courtWords(court),
            time: `Överklagandet ska ha kommit in till förvaltningsrätten inom tre veckor från den dag då anslaget sitter på alla de samverkande parternas anslagstavlor. ${lastDay(stated)}`,
          },
        }
      : {}),
  };
}

/** Which day is the last to appeal: what is counted, or what it will be if all boards post on the same day. */
function lastDay({ postedDay, startsOn, endsOn }: StatedOnNotice): string {
  return startsOn === null
    ? `Sätts det upp överallt ${day(postedDay)} är sista dagen ${day(endsOn)}.`
    : `Det satt på alla ${day(startsOn)}, och sista dagen är ${day(endsOn)}.`;
}

/** The court by its name and address; where the rules of procedure name none, which court it is. */
function courtWords({ appealCourt, appealCourtAddress }: CourtOfAppeal) {
  return appealCourt === null
    ? {
        court: 'Förvaltningsrätten',
        courtAddress: ['Den förvaltningsrätt som prövar beslut av värdkommunen eller värdregionen'],
      }
    : { court: appealCourt, courtAddress: appealCourtAddress };
}

/** The certificate: when each notice went up and came down (law A20). It says nothing of legal force. */
export function noticeCertificateWords(
  notice: NoticeWords & {
    readonly boards: readonly {
      readonly principal: string;
      readonly address: string;
      readonly statedDay: Day | null;
      readonly downDay: Day | null;
      readonly confirmedBy: string | null;
    }[];
    readonly corrections: readonly {
      readonly field: 'statedDay' | 'downDay';
      readonly principal: string;
      readonly before: Day;
      readonly after: Day;
      readonly reason: string;
    }[];
    readonly times: readonly {
      readonly startsOn: Day;
      readonly endsOn: Day;
      readonly annulled: boolean;
      readonly reason: string | null;
    }[];
  },
  madeOn: Day,
): NoticeCertificateData {
  const time = notice.times.findLast(({ annulled }) => !annulled);
  const corrections = [
    ...notice.corrections.map(
      (each) =>
        `${each.principal}: ${each.field === 'statedDay' ? 'anslagsdagen' : 'nedtagningsdagen'} rättades från ${day(each.before)} till ${day(each.after)}. Skäl: ${each.reason}`,
    ),
    ...notice.times
      .filter(({ annulled }) => annulled)
      .map((each) =>
        `Tiden ${day(each.startsOn)}–${day(each.endsOn)} gäller inte. ${each.reason ?? ''}`.trim(),
      ),
  ];
  return {
    letterhead: letterhead(notice),
    body: notice.body,
    reference: `Sammanträde ${notice.meetingDay}`,
    meetingDate: day(notice.meetingDay),
    paragraphRange: formatParagraphRange(notice.paragraphs),
    verifiedDay: day(notice.verifiedOn),
    minutesKept: `${notice.host}, ${notice.hostMailbox}`,
    postings: notice.boards.flatMap((board) =>
      board.statedDay === null || board.downDay === null
        ? []
        : [
            {
              principal: board.principal,
              // Read aloud and written down, an address has no scheme.
              board: board.address.replace(/^https?:\/\//, ''),
              postedDay: board.statedDay,
              takenDownDay: board.downDay,
              confirmedBy: board.confirmedBy ?? 'Registrator, genom länken i brevet',
            },
          ],
    ),
    appealTime: time === undefined ? '' : `Från ${day(time.startsOn)} till och med ${day(time.endsOn)}`,
    ...(corrections.length === 0 ? {} : { corrections }),
    made: {
      day: day(madeOn),
      contact: notice.secretary === null ? notice.host : `${notice.secretary}, sekreterare`,
    },
  };
}

function letterhead({ body, host, hostMailbox }: NoticeWords): Letterhead {
  return { organisation: body, unit: host, contactLines: [host, hostMailbox] };
}
