import { decidedPoints } from '../../domain/meetings/session/decided-points';
import { nothingRaised } from '../../domain/meetings/session/other-questions';
import { grantsNothing, type Outcome } from '../../domain/meetings/session/outcomes';
import type { RecordedParagraph } from '../../domain/meetings/recorded-paragraph';
import type { WrittenParagraph } from '../../domain/meetings/minutes/written-minutes';
import type { Day } from '../../domain/time/day';
import { dateText, dayText } from '../../i18n/dates';
import { listText } from '../../i18n/numbers';
import type {
  DecisionText,
  MinutesParagraphText,
  RecordText,
  StatementText,
  VoteText,
} from './minutes-paragraph';
import { recusalWords } from './recusal-words';
import { reportedWords } from './reported-words';

// Minutes are Swedish by law, whatever language their reader has chosen.

/**
 * A paragraph of the minutes in finished words (KL 5:65-67 via 6:35): free texts as written, everything else from what was
 * recorded. The same words for the minutes, an extract and the page.
 */
export function paragraphWords(paragraph: WrittenParagraph, body: string): MinutesParagraphText {
  const written = paragraph.summary + paragraph.background;
  const nothing = nothingRaised(paragraph.record, written, paragraph.supporting);
  const record: RecordedParagraph = nothing ? { ...paragraph.record, outcome: null } : paragraph.record;
  const head = {
    number: `§ ${paragraph.number}`,
    title: record.title,
    ...(record.registryNumber === null ? {} : { registryNumber: record.registryNumber }),
  };
  if (record.withdrawn) {
    const reason = record.reason ?? '';
    return { ...head, mark: 'Utgår', summary: `Punkten utgår. ${reason}`.trim() };
  }
  const reported = reportedWords(record.kind, paragraph.summary, paragraph.supporting);
  return {
    ...head,
    ...(paragraph.closed ? { mark: 'Stängd överläggning' } : {}),
    ...(nothing ? { summary: 'Inga övriga frågor anmäldes.' } : {}),
    ...(reported === null ? textOf('summary', paragraph.summary) : {}),
    ...textOf('background', paragraph.background),
    ...recordText(record, body),
    ...(reported ??
      listOf(
        'supporting',
        paragraph.supporting.map(({ label }) => label),
      )),
    ...listOf('dispatchTo', record.dispatchTo),
    ...listOf(
      'subItems',
      (record.subItems ?? []).map((sub) => ({
        title: `${sub.label} ${sub.title}`,
        ...(sub.registryNumber === null ? {} : { registryNumber: sub.registryNumber }),
        ...recordText(sub, body),
        ...listOf('dispatchTo', sub.dispatchTo),
      })),
    ),
  };
}

/** What was recorded, of an item or of one of its sub-items. */
function recordText(record: RecordedParagraph, body: string): RecordText {
  const votes = record.votes.map((vote) => voteText(vote, record));
  const last = votes.at(-1);
  const decision = decisionText(record, body);
  return {
    ...listOf('proposal', record.proposal),
    ...listOf('recusals', recusalWords(record, body, named)),
    ...listOf('serving', servingAlone(record)),
    ...listOf(
      'motions',
      record.motions.map(({ by, party, text }) => `${named(by, party)} yrkar: ${text}`),
    ),
    ...textOf('orderOfPropositions', propositions(record)),
    ...listOf('earlierVotes', votes.slice(0, -1)),
    ...(last === undefined ? {} : { vote: last }),
    ...(decision === null ? {} : { decision }),
    ...listOf('reservations', statements(record, 'reservation')),
    ...listOf('separateStatements', statements(record, 'separateStatement')),
    ...listOf('notes', statements(record, 'minutesNote')),
  };
}

/** A paragraph as the public reads it: of a closed item its number and public title alone (KL 6:25, M-16). */
export function publicParagraphWords(paragraph: WrittenParagraph, body: string): MinutesParagraphText {
  if (!paragraph.closed) return paragraphWords(paragraph, body);
  return {
    number: `§ ${paragraph.number}`,
    title: paragraph.publicTitle ?? 'Stängd paragraf',
    mark: 'Paragrafen publiceras inte',
  };
}

function textOf<Key extends string>(key: Key, text: string): { readonly [K in Key]?: string } {
  return (text.trim() === '' ? {} : { [key]: text }) as { readonly [K in Key]?: string };
}

function listOf<Key extends string, Item>(
  key: Key,
  items: readonly Item[],
): { readonly [K in Key]?: readonly Item[] } {
  return (items.length === 0 ? {} : { [key]: items }) as { readonly [K in Key]?: readonly Item[] };
}

/** "Sten Hall (SD)" */
function named(name: string, party: string): string {
  return party === '' ? name : `${name} (${party})`;
}

/** Who sat for a recused member: for this item alone. The others stand in the attendance list. */
function servingAlone(record: RecordedParagraph): string[] {
  const recused = new Set(record.recused.map(({ name }) => name));
  return record.serving
    .filter(({ servesFor }) => servesFor !== null && recused.has(servesFor))
    .map(({ name, party, servesFor }) => `${named(name, party)} tjänstgör i stället för ${servesFor ?? ''}.`);
}

function propositions({ propositions: put, votes }: RecordedParagraph): string {
  if (put.length === 0) return '';
  const carried = put
    .filter((proposition) => proposition.carried === true)
    .map(({ words }) => withoutStop(words));
  const found =
    carried.length === 0
      ? ''
      : `\n\nOrdföranden finner att beslutet blir: ${listText('sv', carried)}.${votes.length === 0 ? '' : ' Votering begärs.'}`;
  return `Ordföranden ställer proposition på:\n\n${put.map(({ words }, index) => `${index + 1}. ${words}`).join('\n')}${found}`;
}

/** Words that were written as a sentence, to stand within another: one full stop is enough. */
function withoutStop(words: string): string {
  return words.replace(/[.\s]+$/, '');
}

const choices = { yes: 'Ja', no: 'Nej', abstain: 'Avstår' } as const;

function voteText(vote: RecordedParagraph['votes'][number], record: RecordedParagraph): VoteText {
  const principals = new Map(record.serving.map(({ name, principal }) => [name, principal]));
  const abstained = vote.abstained === 0 ? '' : ` och ${vote.abstained} som avstår`;
  const yesMeans = withoutStop(vote.yesMeans);
  const noMeans = withoutStop(vote.noMeans);
  const carried = vote.result === 'yes' ? yesMeans : noMeans;
  const casting = vote.castingVote ? ' Ordförandens utslagsröst avgör.' : '';
  return {
    question: `Ja: ${yesMeans}. Nej: ${noMeans}.`,
    rows: vote.ballots.map(({ name, party, choice }) => ({
      name,
      party,
      principal: principals.get(name) ?? '',
      choice: choices[choice],
    })),
    result: `Med ${votesText(vote.yes, 'ja')} mot ${votesText(vote.no, 'nej')}${abstained} blir beslutet: ${carried}.${casting}`,
  };
}

function votesText(count: number, word: string): string {
  return `${count} ${word}-${count === 1 ? 'röst' : 'röster'}`;
}

/** What the outcome is in one sentence: the decision where it has no points. */
const plainOutcomes: Readonly<Record<Outcome, string>> = {
  approved: 'Förslaget bifalls.',
  approvedWithChanges: 'Förslaget bifalls med ändringar.',
  conditional: 'Förslaget bifalls med villkor.',
  rejected: 'Förslaget avslås.',
  referredBack: 'Ärendet återremitteras.',
  tabled: 'Ärendet bordläggs.',
  postponed: 'Ärendet skjuts upp.',
  withdrawn: 'Ärendet utgår.',
  noted: 'Informationen antecknas till protokollet.',
};

/**
 * KL 5:66: what was decided. What the body did not grant stands as such, with its reason and before any words of the
 * body's own, though an older record may have the proposal beside it.
 */
function decisionText(record: RecordedParagraph, body: string): DecisionText | null {
  const { outcome, reason } = record;
  if (outcome === null) return null;
  const own = decidedPoints({ ...record, itemKind: record.kind, outcome, before: null });
  const plain = [plainOutcomes[outcome], reason ?? ''].filter((part) => part !== '').join(' ');
  const inPlain = grantsNothing(outcome) || own.length === 0;
  const terms = [inPlain || reason === null ? '' : `Skäl: ${reason}`, termsOf(record)]
    .filter((part) => part !== '')
    .join('\n\n');
  const points = inPlain ? [plain, ...own] : own;
  return {
    ...(points.length < 2 ? {} : { lead: `${body} beslutar:` }),
    points,
    ...(terms === '' ? {} : { terms }),
  };
}

/** From when it is in force, what a conditional decision waits for, and what the body asks someone to do. */
function termsOf({ outcome, points, effectiveOn, condition, assignments }: RecordedParagraph): string {
  const inForce =
    effectiveOn !== null && outcome !== null && !grantsNothing(outcome) && !statesDay(points, effectiveOn);
  const due = ({ dueDay, dueWords }: RecordedParagraph['assignments'][number]) =>
    dueWords !== null && dueWords !== ''
      ? `, ${dueWords}`
      : dueDay === null
        ? ''
        : `, senast ${dayText('sv', dueDay)}`;
  const tasks = assignments.map((task) => {
    const lead = task.kind === 'condition' ? 'Villkor' : 'Uppdrag';
    return `${lead}: ${task.text} Ansvarig: ${task.owner}${due(task)}.`;
  });
  const alone = assignments.some(({ kind }) => kind === 'condition') || condition === null;
  return [
    inForce ? `Beslutet gäller från och med ${dayText('sv', effectiveOn)}.` : '',
    alone ? '' : `Villkor: ${condition}`,
    ...tasks,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const inForceWords = /gäll|i kraft|från och med|fr\.?\s?o\.?\s?m/iu;

/** The body's own words have the day from which it holds already: it is not said twice. */
function statesDay(points: readonly string[], day: Day): boolean {
  return points.some((point) => {
    const words = point.replace(/\s+/g, ' ');
    const written = new RegExp(`(?<!\\d)(${day}|${dateText('sv', day)})(?!\\d)`, 'iu');
    return inForceWords.test(words) && written.test(words);
  });
}

function statements(
  record: RecordedParagraph,
  wanted: RecordedParagraph['statements'][number]['kind'],
): StatementText[] {
  return record.statements
    .filter(({ kind }) => kind === wanted)
    .map(({ name, party, reason }) => ({
      by: named(name, party),
      ...(reason === null ? {} : { text: reason }),
    }));
}
