import type { WrittenMinutes } from '../../domain/meetings/minutes/written-minutes';
import { formatParagraphRange } from '../../domain/meetings/minutes/paragraph-reference';
import { dayOf } from '../../domain/time/stockholm';
import type { Day } from '../../domain/time/day';
import { dateText, dayText } from '../../i18n/dates';
import type { MinutesExtractData } from './minutes-extract';
import { paragraphWords } from './paragraph-words';

/** Who certified the extract, when, and the day the minutes were verified. */
export interface ExtractFacts {
  readonly paragraphIds: readonly string[];
  readonly verifiedOn: Day;
  readonly certifiedBy: string;
  readonly certifiedAt: Date;
}

/** M-12: the paragraphs as they stand in the verified minutes, with the certificate below. Swedish by law. */
export function minutesExtractWords(minutes: WrittenMinutes, facts: ExtractFacts): MinutesExtractData {
  const { body, host, hostMailbox, meetingDay } = minutes;
  const paragraphs = minutes.paragraphs.filter(({ id }) => facts.paragraphIds.includes(id));
  const verifiedOn = dateText('sv', facts.verifiedOn);
  return {
    letterhead: { organisation: body, unit: host, contactLines: [host, hostMailbox] },
    body,
    // On every page: the certificate may stand alone on the last.
    reference: `Sammanträde ${meetingDay}, ${formatParagraphRange(paragraphs.map(({ number }) => number))}`,
    date: dayText('sv', meetingDay),
    paragraphs: paragraphs.map((paragraph) => paragraphWords(paragraph, body)),
    verified:
      paragraphs.length === 1
        ? `Paragrafen är justerad ${verifiedOn}`
        : `Paragraferna är justerade ${verifiedOn}`,
    certified: {
      name: facts.certifiedBy,
      role: 'sekreterare',
      day: dateText('sv', dayOf(facts.certifiedAt)),
    },
  };
}
