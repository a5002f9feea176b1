import { readReturnedLetter } from '../../../src/infrastructure/mail/returned-letter';
import { awayReply, returnedHeaders, returnedLetter } from '../../support/builders/returned-letters';

describe('a letter in the mailbox of returned letters', () => {
  const messageId = '<0f3a9c@samrad>';
  const read = (letter: string | Buffer) => readReturnedLetter(Buffer.from(letter));

  it('that another server gave up tells which letter of ours it was, and why', async () => {
    expect(await read(returnedLetter({ messageId }))).toEqual({ code: '5.1.1', messageIds: [messageId] });
  });

  it('is known by what it answers where only some headers come back', async () => {
    const returned = await read(returnedHeaders({ messageId }));
    expect(returned?.code).toBe('5.2.2');
    expect(new Set(returned?.messageIds)).toEqual(new Set([messageId]));
  });

  it.each([
    ['that was tried for days and then given up', { action: 'failed', status: '4.4.7' }, '4.4.7'],
    ['whose server gives no reason that can be read', { action: 'Failed', status: 'okänd' }, '5.0.0'],
  ])('%s has come back', async (_what, report, code) => {
    expect((await read(returnedLetter({ messageId, ...report })))?.code).toBe(code);
  });

  it.each([
    ['is only late: it is still tried', returnedLetter({ messageId, action: 'delayed', status: '4.4.1' })],
    ['has arrived', returnedLetter({ messageId, action: 'delivered', status: '2.0.0' })],
    ['is answered by a machine while its reader is away', awayReply(messageId)],
    ['names no letter', returnedLetter({ messageId: '(borttaget)' })],
    ['is no letter at all', Buffer.from([0, 255, 13, 10, 0, 1, 2])],
    ['is empty', ''],
  ])('has not come back when it %s', async (_what, letter) => {
    expect(await read(letter)).toBeNull();
  });
});
