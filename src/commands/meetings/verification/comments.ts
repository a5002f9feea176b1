import { v7 as uuidv7 } from 'uuid';
import {
  CommentParagraph,
  ResolveComment,
  type Commented,
} from '../../../contracts/meetings/verification/verification';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { Paragraph, ParagraphComment } from '../../../store/entities/minutes';
import { readSigning } from '../../../store/queries/meetings/minutes/minutes-signing';
import { closeTasks, openTaskAnew } from '../../notifications/tasks';
import { defineCommand, type Permission } from '../../runner/command';
import { findRow, lockRow, type Transaction } from '../../runner/transaction';
import { onParagraph, openParagraph } from '../minutes/open-minutes';

/** Whoever signs the minutes comments on them. */
async function bySigner(tx: Transaction, paragraphId: string): Promise<Permission | Refusal> {
  const paragraph = await findRow(tx, Paragraph, { id: paragraphId });
  if (!paragraph.ok) return paragraph;
  const signing = await readSigning(tx.em, paragraph.row.minutesId);
  const ownerIds = (signing?.signers ?? [])
    .filter(({ replaced }) => !replaced)
    .map(({ personId }) => personId);
  return { act: 'minutes.comment', object: { bodyId: paragraph.row.bodyId, ownerIds } };
}

/** M-10: a signer reads paragraph by paragraph and says what should be changed before it is signed. */
export const commentParagraph = defineCommand<CommentParagraph, Commented>({
  name: 'commentParagraph',
  kind: 'edit',
  input: CommentParagraph,
  permission: (tx, input) => bySigner(tx, input.paragraphId),
  handle: async (tx, input) => {
    const open = await openParagraph(tx, input.paragraphId);
    if (!open.ok) return open;
    const { minutes, meeting, paragraph } = open;
    if (minutes.state === 'verified') return refuse('minutes-verified-no-edit');
    const personId = tx.actor.kind === 'person' ? tx.actor.personId : minutes.writerPersonId;
    const { authorityId, bodyId } = minutes;
    const comment = tx.em.create(ParagraphComment, {
      id: uuidv7(),
      authorityId,
      paragraphId: paragraph.id,
      personId,
      text: input.text,
      at: tx.now,
      resolvedAt: null,
    });
    tx.em.persist(comment);
    await openTaskAnew(tx, {
      kind: 'answerComments',
      subject: { kind: 'minutes', id: minutes.id, authorityId },
      for: { role: 'secretary', scopeId: bodyId },
      bodyId,
      dueDay: null,
      rule: 'M-10',
      facts: { day: meeting.day },
      link: `/sammantraden/${meeting.id}/protokoll`,
    });
    return {
      ok: true,
      result: { commentId: comment.id },
      subject: { kind: 'paragraph', id: paragraph.id, authorityId },
    };
  },
});

/** The secretary has dealt with a comment: it stays to be read until the minutes are verified. */
export const resolveComment = defineCommand<ResolveComment, Commented>({
  name: 'resolveComment',
  kind: 'edit',
  input: ResolveComment,
  permission: async (tx, input) => {
    const comment = await findRow(tx, ParagraphComment, { id: input.commentId });
    return comment.ok ? onParagraph(tx, 'minutes.write', comment.row.paragraphId) : comment;
  },
  handle: async (tx, input) => {
    const unlocked = await findRow(tx, ParagraphComment, { id: input.commentId });
    if (!unlocked.ok) return unlocked;
    const open = await openParagraph(tx, unlocked.row.paragraphId);
    if (!open.ok) return open;
    const comment = await lockRow(tx, ParagraphComment, { id: input.commentId });
    if (!comment.ok) return comment;
    comment.row.resolvedAt ??= tx.now;
    await tx.em.flush();
    const left: unknown[] = await tx.em.execute(
      `select 1 from paragraph_comment c join paragraph p on p.id = c.paragraph_id
       where p.minutes_id = ? and c.resolved_at is null limit 1`,
      [open.minutes.id],
    );
    if (left.length === 0) await closeTasks(tx, open.minutes.id, ['answerComments']);
    const { id, authorityId } = open.paragraph;
    return {
      ok: true,
      result: { commentId: input.commentId },
      subject: { kind: 'paragraph', id, authorityId },
    };
  },
});
