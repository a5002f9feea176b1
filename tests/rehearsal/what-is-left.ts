import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Told {
  readonly at: string;
  readonly kind: 'act' | 'deadline' | 'letter' | 'document';
  readonly who: string;
  readonly what: string;
  readonly about: string | null;
  readonly result: string;
  readonly rule: string | null;
  readonly note?: string;
}

/** What a case left behind. */
export function left(out: string) {
  const happened = (JSON.parse(readFileSync(path.join(out, 'timeline.json'), 'utf8')) as { happened: Told[] })
    .happened;
  const mails = readdirSync(path.join(out, 'mejl')).filter((name) => name.endsWith('.json'));
  return {
    happened,
    letters: happened.filter(({ kind }) => kind === 'letter'),
    deadlines: happened.filter(({ kind }) => kind === 'deadline'),
    documents: happened.filter(({ kind }) => kind === 'document'),
    files: readdirSync(path.join(out, 'handlingar')),
    messageIds: mails.map(
      (name) =>
        (JSON.parse(readFileSync(path.join(out, 'mejl', name), 'utf8')) as { messageId: string }).messageId,
    ),
  };
}
