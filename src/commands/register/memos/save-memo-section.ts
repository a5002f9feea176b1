import { SaveMemoSection, type SectionSaved } from '../../../contracts/register/memos';
import { defineCommand } from '../../runner/command';
import { saveText } from './save-text';
import { lockMemo, mayWriteMemo, memoSubject } from './memo-rows';

/** saves one section of a memo. What two have written at once is never mixed: the later is told (`stale-version`). */
export const saveMemoSection = defineCommand<SaveMemoSection, SectionSaved>({
  name: 'saveMemoSection',
  kind: 'edit',
  input: SaveMemoSection,
  permission: mayWriteMemo,
  handle: async (tx, { memoId, section, content, version }) => {
    const locked = await lockMemo(tx, memoId);
    if (!locked.ok) return locked;
    const memo = locked.row;
    const saved = await saveText(tx, {
      authorityId: memo.authorityId,
      bodyId: memo.bodyId,
      owner: { kind: 'memo', id: memoId },
      slot: section,
      closed: (memo.closedItemId ?? null) !== null,
      content,
      version,
    });
    if (!saved.ok) return saved;
    const { savedAt } = saved.text;
    return {
      ok: true,
      result: { version: saved.text.version, savedAt: savedAt.toISOString() },
      subject: memoSubject(memo),
    };
  },
});
