import { z } from 'zod';
import { memoSectionKeys } from '../../domain/register/memo-sections';
import { asDay } from '../../domain/time/day';
import { SHORT, SINGLE_LINE, TEXT } from './fields';

const day = z.iso.date().transform(asDay);
const title = z.string().trim().min(1).max(SINGLE_LINE);
const memo = { memoId: z.uuid(), version: z.int() };

export const OpenMemo = z
  .strictObject({
    matterId: z.uuid(),
    title,
    /** Who writes it; the one who opens it when left out. */
    authorPersonId: z.uuid().nullable().default(null),
    coAuthorPersonId: z.uuid().nullable().default(null),
    day: day.nullable().default(null),
  })
  .meta({ description: 'Opens an official memo in a matter, as a draft.' });
export type OpenMemo = z.infer<typeof OpenMemo>;

export const MemoOpened = z.object({ memoId: z.uuid(), documentId: z.uuid() });
export type MemoOpened = z.infer<typeof MemoOpened>;

export const ChangeMemo = z
  .strictObject({ ...memo, title, day, coAuthorPersonId: z.uuid().nullable().default(null) })
  .meta({ description: 'Changes the title, day or co-author of a memo.' });
export type ChangeMemo = z.infer<typeof ChangeMemo>;

export const SaveMemoSection = z
  .strictObject({
    memoId: z.uuid(),
    section: z.enum(memoSectionKeys),
    /** Samråd-text 1. */
    content: z.string().max(TEXT),
    /** The version of the section that the text was made from; 0 for one that was empty. */
    version: z.int(),
  })
  .meta({ description: 'Saves the text of one section of a memo. Every saved text is kept.' });
export type SaveMemoSection = z.infer<typeof SaveMemoSection>;

export const SectionSaved = z.object({ version: z.int(), savedAt: z.iso.datetime() });
export type SectionSaved = z.infer<typeof SectionSaved>;

export const MarkNotApplicable = z
  .strictObject({
    ...memo,
    section: z.enum(['environment', 'childRights', 'residents']),
    /** Empty takes the mark away. */
    reason: z.string().trim().max(SHORT).nullable().default(null),
  })
  .meta({ description: 'States why a perspective does not apply to the matter.' });
export type MarkNotApplicable = z.infer<typeof MarkNotApplicable>;

export const ChooseRecipients = z
  .strictObject({ ...memo, recipientIds: z.array(z.uuid()).max(200) })
  .meta({ description: 'Chooses to whom the decision is sent.' });
export type ChooseRecipients = z.infer<typeof ChooseRecipients>;

export const MemoChanged = z.object({ version: z.int() });
export type MemoChanged = z.infer<typeof MemoChanged>;

export const ReadyMemo = z
  .strictObject(memo)
  .meta({ description: 'Makes a memo ready: its content is kept as a version and goes to the agenda.' });
export type ReadyMemo = z.infer<typeof ReadyMemo>;

export const MemoReady = z.object({ number: z.int(), registryNumber: z.string().nullable() });
export type MemoReady = z.infer<typeof MemoReady>;

/** What a process made of a memo's kept content. */
export const FileMemoDocument = z.strictObject({
  memoId: z.uuid(),
  /** Which time it was made ready. */
  number: z.int().min(1),
  bytes: z.instanceof(Uint8Array),
  pages: z.int().min(1),
  template: z.string().max(255),
  renderer: z.string().max(255),
  claims: z.array(z.string().max(50)).max(10),
});
export type FileMemoDocument = z.infer<typeof FileMemoDocument>;
