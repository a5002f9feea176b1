import { formatParagraphRange } from '../../domain/meetings/minutes/paragraph-reference';
import { noticeDeadline } from '../../domain/meetings/plan/deadlines';
import { statedOnNotice } from '../../domain/meetings/notice/notice-letter';
import type { SignerRole } from '../../domain/meetings/minutes/verification';
import type {
  VerifiedFacts,
  WrittenMinutes,
  WrittenParagraph,
  WrittenSigner,
} from '../../domain/meetings/minutes/written-minutes';
import { clockText, dayText, momentClockText, momentText } from '../../i18n/dates';
import { listText } from '../../i18n/numbers';
import type { AttendanceRow, MinutesData, MinutesNoticeText, OtherAttendee, SignatureText } from './minutes';
import { paragraphWords, publicParagraphWords } from './paragraph-words';

const roles: Readonly<Record<SignerRole, string>> = {
  writer: 'Sekreterare',
  chair: 'Ordförande',
  verifier: 'Justerare',
};

/** "Ordförande", or "Ordförande §§ 12–25" where several presided over the meeting. */
function signerRole(role: SignerRole, presided: WrittenSigner['presided']): string {
  return presided === null ? roles[role] : `${roles[role]} ${formatParagraphRange(presided)}`;
}

/** The text that is frozen for signing (M-10): nobody has signed it yet. */
export function minutesWords(minutes: WrittenMinutes): MinutesData {
  return {
    ...commonWords(minutes),
    signatures: standing(minutes).map(({ role, name, presided }) => ({
      role: signerRole(role, presided),
      name,
      signed: 'Undertecknas i Samråd efter inloggning',
    })),
    paragraphs: minutes.paragraphs.map((paragraph) => paragraphWords(paragraph, minutes.body)),
  };
}

/** The verified copy names the text that was signed and its signers. */
export function verifiedMinutesWords(minutes: WrittenMinutes, facts: VerifiedFacts): MinutesData {
  const signers = standing(minutes);
  const replaced = minutes.signers.flatMap(({ name, replacedReason }) =>
    replacedReason === null ? [] : [`${name} var utsedd justerare men förhindrad: ${replacedReason}`],
  );
  const dissent = dissentOf(signers);
  const signedBy = listText(
    'sv',
    signers.map(({ name }) => name),
  );
  return {
    ...commonWords(minutes, facts),
    signatures: signers.map(signature),
    verifiedCopy: [
      `Justerad kopia. Originalet, vars kontrollsumma (SHA-256) är ${facts.sha256}, är undertecknat av ${signedBy}.`,
      ...replaced,
    ].join(' '),
    paragraphs: minutes.paragraphs.map((paragraph) => paragraphWords(paragraph, minutes.body)),
    ...(dissent === '' ? {} : { dissent }),
  };
}

/** The copy that is published: without signature data and closed paragraphs (M-16). */
export function publicMinutesWords(minutes: WrittenMinutes, facts: VerifiedFacts): MinutesData {
  const dissent = dissentOf(standing(minutes));
  return {
    ...commonWords(minutes, facts),
    signatures: standing(minutes).map(({ role, name, presided }) => ({
      role: signerRole(role, presided),
      name,
      signed: role === 'writer' ? 'Har undertecknat' : 'Har justerat',
    })),
    verifiedCopy: 'Kopia för publicering. Underskrifternas uppgifter finns i originalet.',
    paragraphs: minutes.paragraphs.map((paragraph) => publicParagraphWords(paragraph, minutes.body)),
    ...(dissent === '' ? {} : { dissent }),
  };
}

const standing = ({ signers }: WrittenMinutes): readonly WrittenSigner[] =>
  signers.filter(({ replacedReason }) => replacedReason === null);

function signature({ role, name, presided, signedAt }: WrittenSigner): SignatureText {
  return {
    role: signerRole(role, presided),
    name,
    ...(signedAt === null ? {} : { signed: `Undertecknat i Samråd ${momentText('sv', signedAt)}` }),
  };
}

function dissentOf(signers: readonly WrittenSigner[]): string {
  return signers
    .flatMap(({ name, dissent }) => (dissent === null ? [] : [`${name}: ${dissent}`]))
    .join('\n\n');
}

type CommonWords = Omit<MinutesData, 'signatures' | 'paragraphs'>;

function commonWords(minutes: WrittenMinutes, facts?: VerifiedFacts): CommonWords {
  const { body, host, hostMailbox, meetingDay, openedAt, closedAt, verification } = minutes;
  const numbers = minutes.paragraphs.map(({ number }) => number);
  const adjournments = minutes.adjournments.map(({ from, minutes: length }) => {
    const until = new Date(from.getTime() + length * 60_000);
    return `Sammanträdet ajournerades kl. ${momentClockText('sv', from)}–${momentClockText('sv', until)}.`;
  });
  const { members, substitutes } = attendance(minutes.paragraphs);
  const { day, time, place } = verification;
  return {
    letterhead: { organisation: body, unit: host, contactLines: [host, hostMailbox] },
    body,
    reference: `Sammanträde ${meetingDay}`,
    date: dayText('sv', meetingDay),
    time: `kl. ${momentClockText('sv', openedAt)}–${momentClockText('sv', closedAt)}`,
    place: minutes.place,
    ...(adjournments.length === 0 ? {} : { adjournments }),
    paragraphRange: formatParagraphRange(numbers),
    members,
    servingSubstitutes: substitutes,
    otherSubstitutes: minutes.notServing.map(({ name, party, principal, paragraphs, remote }) => ({
      name,
      party,
      principal,
      items: formatParagraphRange(paragraphs.length === 0 ? numbers : paragraphs),
      ...(remote ? { remark: 'På distans' } : {}),
    })),
    others: others(minutes, numbers),
    verifiers: verifiersText(standing(minutes).filter(({ role }) => role !== 'writer')),
    verification:
      facts === undefined
        ? `${dayText('sv', day)} kl. ${clockText('sv', time)}, ${place}. Protokollet justeras digitalt.`
        : `${dayText('sv', facts.verifiedOn)}, ${place}. Protokollet justerades digitalt.`,
    notice: noticeWords(minutes, facts),
  };
}

/** "Karin Ask (L), ordförande, och Yvonne Dahlberg (S)": a comma closes what was said of the one before. */
function verifiersText(signers: readonly WrittenSigner[]): string {
  const last = signers.length - 1;
  const named = signers.map(({ name, party, role, presided }, index) => {
    const person = party === '' ? name : `${name} (${party})`;
    const close = index === last - 1 ? ',' : '';
    return role === 'chair' ? `${person}, ${signerRole(role, presided).toLowerCase()}${close}` : person;
  });
  return listText('sv', named);
}

/** KL 8:12, 13:5: by when the notice is up and until when it stays; in the text that is signed no day is known yet. */
function noticeWords(
  { announcing, host, hostMailbox }: WrittenMinutes,
  facts?: VerifiedFacts,
): MinutesNoticeText {
  const boards = {
    everyPrincipal: 'Varje samverkande parts anslagstavla (KL 9:32)',
    hostPrincipal: `${host}, anslagstavlan`,
    none: 'Tillkännages inte genom anslag',
  }[announcing.noticeBoards];
  const kept = { boards, minutesKept: `${host}, ${hostMailbox}` };
  const verifiedDay =
    facts === undefined ? 'Dagen för den sista underskriften' : dayText('sv', facts.verifiedOn);
  if (announcing.noticeBoards === 'none')
    return { ...kept, verifiedDay, postedDay: 'Anslås inte', takenDownEarliest: 'Anslås inte' };
  if (facts === undefined)
    return {
      ...kept,
      verifiedDay,
      postedDay: 'Senast andra dagen efter justeringen',
      takenDownEarliest: 'När tiden för överklagande har gått ut, tre veckor efter anslaget',
    };
  const { day } = noticeDeadline(announcing, facts.verifiedOn);
  const { earliestTakeDown } = statedOnNotice(day, announcing.appealWeeks);
  return {
    ...kept,
    verifiedDay,
    postedDay: `Senast ${dayText('sv', day)}`,
    takenDownEarliest: `${dayText('sv', earliestTakeDown)} om anslaget sätts upp den sista dagen`,
  };
}

interface Served {
  /** The place among those who served, when first seen. */
  readonly place: number;
  readonly row: Omit<AttendanceRow, 'items' | 'remark'>;
  readonly remarks: Set<string>;
  readonly numbers: number[];
}

const offices = { chair: 'Ordförande', viceChair: 'Vice ordförande' } as const;

/** KL 5:65 via 6:35: who served and for which paragraphs, in the order of the seats. */
function attendance(paragraphs: readonly WrittenParagraph[]): {
  readonly members: AttendanceRow[];
  readonly substitutes: AttendanceRow[];
} {
  const members = new Map<string, Served>();
  const substitutes = new Map<string, Served>();
  for (const { number, record } of paragraphs) {
    for (const [place, serving] of record.serving.entries()) {
      const { personId, name, party, principal, office, mode, servesFor } = serving;
      const list = servesFor === null ? members : substitutes;
      const key = `${personId} ${servesFor ?? ''}`;
      const served = list.get(key) ?? {
        place,
        row: { name, party, principal },
        remarks: new Set<string>(),
        numbers: [],
      };
      served.numbers.push(number);
      if (servesFor !== null) served.remarks.add(`Ersätter ${servesFor}`);
      else if (office !== null) served.remarks.add(offices[office]);
      if (mode === 'remote') served.remarks.add('På distans');
      list.set(key, served);
    }
  }
  const rows = (list: ReadonlyMap<string, Served>): AttendanceRow[] =>
    [...list.values()]
      .sort((a, b) => a.place - b.place)
      .map(({ row, remarks, numbers }) => ({
        ...row,
        items: formatParagraphRange(numbers),
        ...(remarks.size === 0 ? {} : { remark: [...remarks].join(', ') }),
      }));
  return { members: rows(members), substitutes: rows(substitutes) };
}

/** Who else was there, and for which paragraphs: all of them, where they stayed. */
function others(minutes: WrittenMinutes, all: readonly number[]): OtherAttendee[] {
  const found = new Map<string, { name: string; role: string; numbers: number[] | null }>();
  for (const { name, capacity, paragraph } of minutes.others) {
    const key = `${name} ${capacity}`;
    const known = found.get(key);
    if (known === undefined)
      found.set(key, { name, role: capacity, numbers: paragraph === null ? null : [paragraph] });
    else if (paragraph === null) known.numbers = null;
    else known.numbers?.push(paragraph);
  }
  return [...found.values()].map(({ name, role, numbers }) => ({
    name,
    role,
    ...(all.length === 0 ? {} : { items: formatParagraphRange(numbers ?? all) }),
  }));
}
