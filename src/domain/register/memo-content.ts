import { refuse, type Refusal } from '../refusals/refusal';
import type { Day } from '../time/day';
import { dispatchHeading, memoSectionKeys, memoSections, type MemoSectionKey } from './memo-sections';

/** An author as the person register has it: never typed into the memo. */
export interface MemoWriter {
  readonly name: string;
  readonly title: string | null;
  readonly mail: string;
  readonly phone: string | null;
}

/** All that a memo says: what stands on the page, and what is kept when it is made ready. Texts are Samråd-text 1. */
export interface MemoContent {
  readonly title: string;
  readonly day: Day;
  /** The matter's; null where it has not got its number yet. */
  readonly registryNumber: string | null;
  /** The principal whose organisation the memo comes from, such as "Region Västerdal". */
  readonly organisation: string;
  /** The author's unit. */
  readonly unit: string | null;
  readonly writers: readonly MemoWriter[];
  readonly sections: Readonly<Partial<Record<MemoSectionKey, string>>>;
  /** Why a perspective does not apply. */
  readonly notApplicable: Readonly<Partial<Record<MemoSectionKey, string>>>;
  /** Names of the recipients of the decision, in order. */
  readonly dispatchTo: readonly string[];
}

const blank = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** What a memo lacks before it can be made ready: all of it at once, in the order of the sections. */
export function missingInMemo(
  memo: Pick<MemoContent, 'title' | 'sections' | 'notApplicable' | 'dispatchTo'>,
): { readonly section: MemoSectionKey | 'title' | 'dispatchTo'; readonly refusal: Refusal }[] {
  const missing: { section: MemoSectionKey | 'title' | 'dispatchTo'; refusal: Refusal }[] = [];
  if (blank(memo.title)) missing.push({ section: 'title', refusal: refuse('memo-without-title') });
  for (const key of memoSectionKeys) {
    const { demand, heading } = memoSections[key];
    if (demand === 'free' || !blank(memo.sections[key])) continue;
    if (demand === 'text')
      missing.push({ section: key, refusal: refuse('memo-section-empty', { section: heading }) });
    else if (blank(memo.notApplicable[key])) {
      missing.push({ section: key, refusal: refuse('memo-perspective-unanswered', { section: heading }) });
    }
  }
  if (memo.dispatchTo.length === 0) {
    missing.push({ section: 'dispatchTo', refusal: refuse('memo-without-recipients') });
  }
  return missing;
}

/** The refusal of a memo that is not whole: names every section that lacks something; null when it can be made ready. */
export function canReadyMemo(memo: Parameters<typeof missingInMemo>[0]): Refusal | null {
  const names = missingInMemo(memo).map(({ section }) => {
    if (section === 'title') return 'rubrik';
    return section === 'dispatchTo' ? dispatchHeading : memoSections[section].heading;
  });
  return names.length === 0 ? null : refuse('memo-incomplete', { missing: names.join(', ') });
}

/** A section of the finished document; without content where only sections of the next level follow. */
export interface WrittenSection {
  readonly heading: string;
  readonly level: 2 | 3;
  readonly content?: string;
}

/** The sections as the document has them: empty ones left out, groups where something stands under them. */
export function writtenSections(memo: Pick<MemoContent, 'sections' | 'notApplicable'>): WrittenSection[] {
  const written: WrittenSection[] = [];
  let group: string | undefined;
  for (const key of memoSectionKeys) {
    const rule = memoSections[key];
    if (rule.level === 2) group = undefined;
    if (rule.group !== undefined) group = rule.group;
    const content = blank(memo.sections[key]) ? memo.notApplicable[key] : memo.sections[key];
    const gathers = key === 'description' && hasDescription(memo);
    if (blank(content) && !gathers) continue;
    if (group !== undefined) written.push({ heading: group, level: 2 });
    group = undefined;
    const { heading, level } = rule;
    written.push(content === undefined || blank(content) ? { heading, level } : { heading, level, content });
  }
  return written;
}

/** Whether something stands under "Detaljerad beskrivning av ärendet" even where it is empty itself. */
function hasDescription(memo: Pick<MemoContent, 'sections'>): boolean {
  return (['background', 'outlook', 'currentState', 'alternatives'] as const).some(
    (key) => !blank(memo.sections[key]),
  );
}
