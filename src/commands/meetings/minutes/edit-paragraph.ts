import { EditParagraph, type ParagraphSaved } from '../../../contracts/meetings/minutes/minutes';
import { saveText } from '../../register/memos/save-text';
import { defineCommand } from '../../runner/command';
import { editFault, onParagraph, openParagraph } from './open-minutes';

/**
 * M-9: a free text of a paragraph is written; what was recorded is not in it. Two people cannot overwrite each other:
 * the text is saved on the version that it was made from.
 */
export const editParagraph = defineCommand<EditParagraph, ParagraphSaved>({
  name: 'editParagraph',
  kind: 'edit',
  input: EditParagraph,
  permission: (tx, input) => onParagraph(tx, 'minutes.write', input.paragraphId),
  handle: async (tx, input) => {
    const open = await openParagraph(tx, input.paragraphId);
    if (!open.ok) return open;
    const fault = editFault(open);
    if (fault !== null) return fault;
    const { id, authorityId, bodyId, closed } = open.paragraph;
    const { slot, content, version } = input;
    const saved = await saveText(tx, {
      authorityId,
      bodyId,
      owner: { kind: 'paragraph', id },
      slot,
      closed,
      content,
      version,
    });
    if (!saved.ok) return saved;
    return {
      ok: true,
      result: { paragraphId: id, version: saved.text.version, savedAt: saved.text.savedAt.toISOString() },
      subject: { kind: 'paragraph', id, authorityId },
    };
  },
});
