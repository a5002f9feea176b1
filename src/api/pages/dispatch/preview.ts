import {
  expandDispatch,
  itemsToDispatch,
  standingRecipients,
  type DispatchRow,
} from '../../../domain/dispatch/dispatch';
import { canMove } from '../../../domain/meetings/phases';
import { addDays } from '../../../domain/time/day';
import type { Refusal } from '../../../domain/refusals/refusal';
import { text } from '../../../i18n/texts';
import { readCertifying } from '../../../store/queries/dispatch/certifying';
import type { MeetingHead } from '../../../store/queries/meetings/plan/overview';
import type { ReadContext } from '../../context';
import { formFields } from '../../forms';
import { paths } from '../../paths';
import { refusalWords } from '../../refusal-words';
import type { NextStep } from '../../render/components';
import type { DataList } from '../../render/lists';
import { extractName } from './words';

interface PlannedExtract {
  readonly name: string;
  readonly rows: readonly DispatchRow[];
}

/** What would be sent today, before it is certified: the same rules as the command's. */
export async function dispatchPreview(context: ReadContext, head: MeetingHead, secretary: boolean) {
  const { em, lang } = context;
  const phase = canMove(head.phase, 'dispatch');
  if (!phase.ok) return { nextStep: nextStep(context, [], phase), preview: undefined, certify: undefined };
  const { items, principals } = await readCertifying(em, head.id);
  const planned: PlannedExtract[] = [];
  let fault: Refusal | null = null;
  for (const item of itemsToDispatch(items)) {
    const expanded = expandDispatch(item.entries, principals, context.today);
    if (!expanded.ok) fault = expanded;
    else planned.push({ name: extractName(lang, { ...item, whole: false }), rows: expanded.rows });
  }
  const standing = standingRecipients(principals, context.today);
  if (standing.length > 0) planned.push({ name: text(lang, 'dispatch.whole'), rows: standing });
  const ready = fault === null && planned.length > 0;
  return {
    nextStep: planned.length === 0 && fault === null ? undefined : nextStep(context, planned, fault),
    preview: previewList(context, planned),
    certify: ready && secretary ? certifyForm(context, head) : undefined,
  };
}

function nextStep(
  { lang }: ReadContext,
  planned: readonly PlannedExtract[],
  fault: Refusal | null,
): NextStep {
  const recipients = planned.reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    title: text(lang, 'dispatch.certifyTitle'),
    ...(fault === null
      ? { text: text(lang, 'dispatch.certifyNext', { extracts: planned.length, recipients }) }
      : { blocked: refusalWords(lang, fault).detail }),
    who: text(lang, 'dispatch.whoSecretary'),
    rule: 'M-12',
    consequence: text(lang, 'dispatch.certifyConsequence'),
  };
}

function previewList({ lang }: ReadContext, planned: readonly PlannedExtract[]): DataList {
  return {
    caption: text(lang, 'dispatch.previewCaption'),
    columns: [
      { text: text(lang, 'dispatch.columnExtract') },
      { text: text(lang, 'dispatch.columnRecipients'), numeric: true },
      { text: text(lang, 'dispatch.columnNames') },
    ],
    rows: planned.map(({ name, rows }) => ({
      cells: [
        { text: name },
        { text: String(rows.length), numeric: true },
        // Names hold commas of their own, such as "Revisorerna, Almby".
        { text: rows.map(({ recipient }) => recipient.name).join('; ') },
      ],
    })),
    countText: text(lang, 'dispatch.previewCount', { count: planned.length }),
    empty: {
      title: text(lang, 'dispatch.previewEmptyTitle'),
      text: text(lang, 'dispatch.previewEmptyText'),
    },
  };
}

function certifyForm(context: ReadContext, { id }: MeetingHead) {
  const form = formFields(context.form, 'certifyExtracts');
  const page = paths.dispatches.to({ meetingId: id });
  const points = ['dispatch.certifyPoint1', 'dispatch.certifyPoint2', 'dispatch.certifyPoint3'] as const;
  return {
    id: form.id,
    postTo: form.postTo,
    page,
    meetingId: id,
    replyDay: { ...form.field('replyDay', ''), min: addDays(context.today, 1) },
    points: points.map((key) => text(context.lang, key)),
  };
}
