import { isDeepStrictEqual } from 'node:util';
import type { Receipt } from '../office-by-http';

interface KnownActs {
  readonly requests: readonly {
    readonly actor: string;
    readonly key: string;
    readonly act: string;
    readonly result: unknown;
  }[];
  readonly done: readonly { readonly actor: string; readonly act: string; readonly times: number }[];
}

/** Acts that the audit log holds without anybody having sent them as such. */
const ownActs = new Set(['signInAs', 'keepSession']);

/**
 * Whether every act that was answered "done" is there, with that answer, and was done exactly once.
 * @param before what the audit log held before the first of them was sent
 */
export function lostActs(
  receipts: readonly Receipt[],
  before: Pick<KnownActs, 'done'>,
  known: KnownActs,
): string[] {
  const faults: string[] = [];
  const requests = new Map(known.requests.map((request) => [`${request.actor} ${request.key}`, request]));
  const answered = new Map(before.done.map(({ actor, act, times }) => [`${actor} ${act}`, times]));
  for (const { personId, command, key, answer } of receipts) {
    const actor = `person:${personId}`;
    const request = requests.get(`${actor} ${key}`);
    if (!answer.ok) {
      if (request !== undefined) faults.push(`${command} nekades men är gjord (${key})`);
      continue;
    }
    const count = `${actor} ${command}`;
    answered.set(count, (answered.get(count) ?? 0) + 1);
    if (request === undefined || request.act !== command)
      faults.push(`${command} är kvitterad men finns inte (${key})`);
    else if (!isDeepStrictEqual(request.result, answer.result ?? null))
      faults.push(`${command} fick ett annat svar än det som finns (${key})`);
  }
  for (const { actor, act, times } of known.done) {
    const count = answered.get(`${actor} ${act}`) ?? 0;
    answered.delete(`${actor} ${act}`);
    if (times !== count && !ownActs.has(act))
      faults.push(`${act} är gjord ${times} gånger men kvitterad ${count} gånger (${actor})`);
  }
  for (const [act, count] of answered)
    faults.push(`${act} är kvitterad ${count} gånger men står inte i loggen`);
  return faults;
}

/** A letter as the mailbox took it, once for each Message-ID and recipient. */
export interface TakenLetter {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly deliveries: number;
}

/**
 * Whether each letter that was sent is in the mailbox under its one Message-ID, and nothing else is. That the same Message-ID
 * came more than once is right: after a crash nobody knows whether it went (wake.md 19).
 * @param expected the letters of the case when nothing befalls it
 */
export function wrongLetters(
  letters: readonly { readonly messageId: string; readonly to: string; readonly state: string }[],
  taken: readonly TakenLetter[],
  expected: readonly TakenLetter[],
): string[] {
  const bare = (messageId: string): string => messageId.replace(/^<|>$/g, '');
  const faults: string[] = [];
  const rows = new Map(letters.map((letter) => [bare(letter.messageId), letter]));
  const seen = new Set<string>();
  for (const mail of taken) {
    const messageId = bare(mail.messageId);
    const row = rows.get(messageId);
    if (row === undefined) faults.push(`brevet ”${mail.subject}” i brevlådan finns inte (${messageId})`);
    else if (mail.to.length !== 1 || mail.to[0] !== row.to)
      faults.push(`brevet ”${mail.subject}” gick till ${mail.to.join(', ')} i stället för ${row.to}`);
    if (seen.has(messageId)) faults.push(`två brev har samma Message-ID (${messageId})`);
    seen.add(messageId);
  }
  for (const { messageId, to, state } of letters) {
    if (state === 'sent' && !seen.has(bare(messageId)))
      faults.push(`ett brev till ${to} är skickat men kom inte fram (${messageId})`);
    if (state === 'queued') faults.push(`ett brev till ${to} ligger kvar i kö (${messageId})`);
  }
  return [...faults, ...otherLetters(expected, taken)];
}

/** A letter is known by whom it goes to and its words; links hold ids and are random. */
function otherLetters(expected: readonly TakenLetter[], taken: readonly TakenLetter[]): string[] {
  const left = new Map<string, number>();
  const content = ({ to, subject, text }: TakenLetter): string =>
    [to.join(', '), subject, text.replace(/https?:\S+/g, '#')].join('\n');
  const count = (letter: TakenLetter, by: number): void => {
    left.set(content(letter), (left.get(content(letter)) ?? 0) + by);
  };
  for (const letter of taken) count(letter, 1);
  for (const letter of expected) count(letter, -1);
  const name = (text: string): string => text.split('\n').slice(0, 2).join(': ');
  return [...left].flatMap(([text, more]) =>
    more === 0
      ? []
      : [
          more > 0
            ? `ett brev kom ${more} gång för mycket: ${name(text)}`
            : `ett brev kom ${-more} gång för lite: ${name(text)}`,
        ],
  );
}
