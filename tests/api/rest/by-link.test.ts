import { endAppealTime } from '../../../src/commands/meetings/notice/process-steps';
import { confirmPosting } from '../../../src/commands/meetings/notice/confirm-posting';
import {
  correctPosting,
  reportNoticeMissing,
  restorePosting,
} from '../../../src/commands/meetings/notice/correct-posting';
import { paths } from '../../../src/api/paths';
import { linkToken, linkTokenHash } from '../../../src/commands/notifications/one-time-links';
import { openApiDocument } from '../../../src/api/rest/openapi';
import { createDispatch } from '../../../src/activities/dispatch/dispatch';
import { byHand, certifiedExtracts, verifiedMeeting } from '../../support/builders/dispatch';
import { meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import { announcedNotice } from '../../support/builders/notice';
import { signedInAs } from '../support/signed-in';
import { serveApi, type ServedApi } from '../support/test-api';

/** The last sign of a proof is another. */
const spoilt = (token: string): string => token.slice(0, -1) + (token.endsWith('0') ? '1' : '0');

describe('the holder of a one-time link, by JSON and without signing in', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  beforeEach(async () => {
    office = await meetingOffice();
  }, 60_000);
  afterEach(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  /** Serves the office at its now, and sends a command as somebody whom nobody knows. */
  const send = async (name: string, input: object): Promise<readonly [number, unknown]> => {
    const { status, body } = await api.visitor().json(`/api/commands/${name}`, 'POST', input);
    return [status, status === 200 ? 'done' : body?.['code']];
  };

  /** The proof in the registrar's letter, which the demo's own letters would carry. */
  const linkOf = async (postingId: string): Promise<string> => {
    const token = linkToken('test', 'posting', postingId);
    await office.rows('update notice_posting set link_token_hash = $2 where id = $1', [
      postingId,
      linkTokenHash(token),
    ]);
    return token;
  };

  it('confirms that the notice is up, and takes it down when the appeal time has ended', async () => {
    const { noticeId, postings } = await announcedNotice(office, '2026-03-04T14:00:00Z');
    office.now = new Date('2026-03-06T12:00:00Z');
    const [first = '', ...others] = postings.values();
    const token = await linkOf(first);
    api = await serveApi(office.db, {}, office.now);
    const posting = { postingId: first, statedDay: '2026-03-06' };
    expect(await send('confirmPostingByLink', { ...posting, token: spoilt(token) })).toEqual([
      404,
      'not-found',
    ]);
    expect(await send('confirmPosting', { ...posting, version: 1 })).toEqual([401, 'sign-in-needed']);
    expect(await send('confirmPostingByLink', { ...posting, token })).toEqual([200, 'done']);
    for (const postingId of others)
      await office.done(confirmPosting, office.secretary, {
        postingId,
        version: 1,
        statedDay: '2026-03-06',
      });
    office.now = new Date('2026-03-28T12:00:00Z');
    api.setNow(office.now);
    const [notice] = await office.rows<{ version: number }>('select version from notice where id = $1', [
      noticeId,
    ]);
    await office.done(
      endAppealTime,
      { kind: 'process', process: 'noticePeriod', authorityId: office.authority },
      { noticeId, version: notice?.version },
    );
    const down = { postingId: first, downDay: '2026-03-28' };
    const late = { ...posting, token, statedDay: '2026-03-05', reason: 'Sattes upp dagen innan.' };
    expect(await send('correctPostingByLink', late)).toEqual([409, 'correction-needs-sign-in']);
    expect(await send('takeDownNoticeByLink', { ...down, token: spoilt(token) })).toEqual([404, 'not-found']);
    expect(await send('takeDownNoticeByLink', { ...down, token })).toEqual([200, 'done']);
  });

  it('puts right by the link, with a reason, a day that was confirmed by it; not what was stated signed in', async () => {
    const { postings } = await announcedNotice(office, '2026-03-04T14:00:00Z');
    office.now = new Date('2026-03-06T12:00:00Z');
    const [postingId = ''] = postings.values();
    const token = await linkOf(postingId);
    api = await serveApi(office.db, {}, office.now);
    const right = { postingId, token, statedDay: '2026-03-05', reason: 'Sattes upp dagen innan.' };
    expect(await send('correctPostingByLink', right)).toEqual([409, 'posting-not-confirmed']);
    expect(await send('confirmPostingByLink', { postingId, token, statedDay: '2026-03-06' })).toEqual([
      200,
      'done',
    ]);
    expect(await send('correctPostingByLink', { ...right, token: spoilt(token) })).toEqual([
      404,
      'not-found',
    ]);
    const page = paths.postingByLink.to({ postingId, token });
    const registrar = api.visitor();
    const shown = await registrar.get(page);
    const sent = await registrar.send(shown, '#correctPostingByLink', {
      statedDay: right.statedDay,
      reason: right.reason,
    });
    expect(sent.status).toBe(303);
    const corrections = await office.rows(
      `select field, before::text, after::text, reason, corrected_by = 'link:' || posting_id as "byLink" from posting_correction`,
    );
    expect(corrections).toEqual([
      {
        field: 'statedDay',
        before: '2026-03-06',
        after: '2026-03-05',
        reason: right.reason,
        byLink: true,
      },
    ]);
    const [row] = await office.rows<{ version: number }>('select version from notice_posting where id = $1', [
      postingId,
    ]);
    await office.done(correctPosting, office.secretary, {
      postingId,
      version: row?.version,
      statedDay: '2026-03-06',
      reason: 'Enligt anslaget.',
    });
    expect(await send('correctPostingByLink', right)).toEqual([409, 'posting-stated-signed-in']);
    const after = await registrar.get(page);
    expect(after.$('#correctPostingByLink')).toHaveLength(0);
  });

  it('is offered no day of posting after the notice was missing, by the link or signed in (KL 13:5)', async () => {
    const { postings } = await announcedNotice(office, '2026-03-04T14:00:00Z');
    office.now = new Date('2026-03-16T12:00:00Z');
    const [postingId = ''] = postings.values();
    const token = await linkOf(postingId);
    api = await serveApi(office.db, {}, office.now);
    const stated = { postingId, token, statedDay: '2026-03-06' };
    expect(await send('confirmPostingByLink', stated)).toEqual([200, 'done']);
    const onForms = async () => {
      const link = await api.visitor().get(paths.postingByLink.to({ postingId, token }));
      const secretary = await signedInAs(office, api, 'Annika Roos');
      const signedIn = await secretary.get(paths.posting.to({ postingId }));
      return [
        link.$('#correctPostingByLink [name=statedDay]').attr('max'),
        signedIn.$('#correctPosting [name=statedDay]').attr('max'),
      ];
    };
    expect(await onForms()).toEqual(['2026-03-16', '2026-03-16']);
    const version = async () =>
      (
        await office.rows<{ version: number }>('select version from notice_posting where id = $1', [
          postingId,
        ])
      )[0]?.version;
    const seen = async () => ({ postingId, version: await version() });
    await office.done(reportNoticeMissing, office.secretary, {
      ...(await seen()),
      missingFrom: '2026-03-10',
    });
    await office.done(restorePosting, office.secretary, { ...(await seen()), restoredOn: '2026-03-12' });
    expect(await onForms()).toEqual(['2026-03-10', '2026-03-10']);
    const late = { postingId, token, statedDay: '2026-03-14', reason: 'Sattes upp senare.' };
    expect(await send('correctPostingByLink', late)).toEqual([422, 'posting-after-missing']);
  });

  it('confirms the receipt of an extract, once', async () => {
    const { meetingId } = await verifiedMeeting(office);
    const [extractId = ''] = await certifiedExtracts(office, meetingId);
    const deps = {
      em: office.orm.em,
      run: office.run,
      clock: { now: () => Promise.resolve(office.now), toServerTime: (at: Date) => at.getTime() },
    };
    await byHand(office, createDispatch(deps), extractId).settle();
    const [sent] = await office.rows<{ id: string }>(
      'select id from dispatch where extract_id = $1 limit 1',
      [extractId],
    );
    api = await serveApi(office.db, {}, office.now);
    const input = { dispatchId: sent?.id, token: linkToken('test', 'receipt', sent?.id ?? '') };
    expect(await send('confirmReceiptByLink', { ...input, token: spoilt(input.token) })).toEqual([
      404,
      'not-found',
    ]);
    expect(await send('confirmReceiptByLink', input)).toEqual([200, 'done']);
    expect(await send('confirmReceiptByLink', input)).toEqual([409, 'receipt-confirmed-already']);
    const refused = await api.sql(
      `select actor, code from audit_event where act = 'confirmReceiptByLink' and result = 'refused' order by seq`,
    );
    expect(refused).toEqual([
      { actor: 'public', code: 'not-found' },
      { actor: 'public', code: 'receipt-confirmed-already' },
    ]);
    const form = new FormData();
    for (const [name, value] of Object.entries(input)) form.set(name, value ?? '');
    const posted = await api
      .visitor()
      .raw('/api/commands/confirmReceiptByLink', { method: 'POST', body: form });
    expect(posted.status).toBe(401);
  });

  it('is told by the document that these need no session, and no others', async () => {
    api = await serveApi(office.db, {}, office.now);
    const { paths = {} } = openApiDocument();
    const open = Object.entries(paths)
      .filter(([path, item]) => path.startsWith('/api/commands/') && item.post?.security?.length === 0)
      .map(([path]) => path.slice('/api/commands/'.length));
    expect(open.sort()).toEqual([
      'confirmPostingByLink',
      'confirmReceiptByLink',
      'correctPostingByLink',
      'takeDownNoticeByLink',
    ]);
  });
});
