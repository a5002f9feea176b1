import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { exposedCommands } from '../../../src/api/commands';
import type { ExposedCommand } from '../../../src/api/exposed-command';
import { meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import type { Browser, JsonAnswer } from '../support/browser';
import { serveApi, type ServedApi } from '../support/test-api';
import { accessWorld, knownIn, type AccessWorld } from './objects';
import { sample } from './sample';

/** A version that no row ever has. */
const NEVER = 1_000_000;

const versioned = exposedCommands.filter(
  ({ input }) => input instanceof z.ZodObject && 'version' in input.shape && !('file' in input.shape),
);

/** Steps and edits that belong before the minutes are verified: the meeting has been held, and its notice is up. */
const ofAnEarlierPhase = [
  'approveAgenda',
  'addItem',
  'issueSummons',
  'openMeeting',
  'recordRollCall',
  'recordPresence',
  'takeItem',
  'recordMotion',
  'closeMeeting',
  'sendToVerification',
  'takeBackMinutes',
  'signMinutes',
];

describe('the right refusal', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let world: AccessWorld;
  let secretary: Browser;
  let stranger: Browser;
  beforeAll(async () => {
    office = await meetingOffice();
    world = await accessWorld(office);
    api = await serveApi(office.db, {}, new Date('2026-03-05T14:00:00Z'));
    secretary = await signedIn(world.people.secretary);
    stranger = await signedIn(world.people.otherSecretary);
  }, 120_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const signedIn = async (personId: string): Promise<Browser> => {
    const browser = api.visitor();
    expect((await browser.json('/api/session', 'POST', { personId })).status).toBe(200);
    return browser;
  };

  const inputFor = async (command: ExposedCommand): Promise<Record<string, unknown>> =>
    sample(command.input, await knownIn(world, 'own')) as Record<string, unknown>;

  const commandOf = (name: string): ExposedCommand => exposedCommands.find((one) => one.name === name)!;

  /** Sends a command and tells its answer beside what the audit log then holds of that very request. */
  const send = async (
    browser: Browser,
    name: string,
    input: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ answer: JsonAnswer; audited: readonly { result: string; code: string | null }[] }> => {
    const trace = randomUUID();
    const answer = await browser.json(`/api/commands/${name}`, 'POST', input, {
      'x-request-id': trace,
      ...headers,
    });
    const audited = await api.sql<{ result: string; code: string | null }>(
      'select result, code from audit_event where trace_id = $1 and act = $2',
      [trace, name],
    );
    return { answer, audited };
  };

  /** A refusal in Swedish: one of its sentences ends as sentences do, and there is a row that tells its code. */
  const expectRefusal = (
    { answer, audited }: Awaited<ReturnType<typeof send>>,
    statuses: readonly number[],
  ): void => {
    const { code = '', detail = '', title = '' } = (answer.body ?? {}) as Record<string, string>;
    expect({ code, status: answer.status, right: statuses.includes(answer.status) }).toMatchObject({
      right: true,
    });
    expect(answer.headers.get('content-language')).toBe('sv');
    expect(title).not.toBe('That could not be done');
    expect(detail.length).toBeGreaterThan(20);
    expect(detail).toMatch(/\.$/);
    expect(audited).toEqual([{ result: 'refused', code }]);
  };

  it.each(versioned.map(({ name }) => name).filter((name) => name !== 'changeMyDetails'))(
    'for a person of another body who tries %s: not theirs or not there, with an audit row',
    async (name) => {
      expectRefusal(await send(stranger, name, await inputFor(commandOf(name))), [403, 404]);
    },
  );

  it.each(versioned.map(({ name }) => name))(
    'for %s from a page that has grown old: refused before anything is changed, with an audit row',
    async (name) => {
      const input = { ...(await inputFor(commandOf(name))), version: NEVER };
      // Whose turn it is and what phase it is may be asked before which version: any of them refuses.
      expectRefusal(await send(secretary, name, input), [403, 404, 409, 422]);
    },
  );

  it('for a text that somebody else has saved meanwhile: the newer version, in Swedish, with an audit row', async () => {
    const stale = await send(secretary, 'changeMyDetails', {
      version: NEVER,
      name: 'Annika Roos',
      phone: null,
      language: 'sv',
    });
    expectRefusal(stale, [409]);
    expect(stale.answer.body).toMatchObject({ code: 'stale-version' });
    expect(String(stale.answer.body?.['detail'])).toContain('nyare version');
  });

  it.each(ofAnEarlierPhase)(
    'for %s when the minutes are verified: another phase, in Swedish, with an audit row',
    async (name) => {
      expectRefusal(await send(secretary, name, await inputFor(commandOf(name))), [403, 404, 409, 422]);
    },
  );

  it('for a repeated request: the same answer and no second row; for another under the same key: refused', async () => {
    const key = { 'idempotency-key': 'samma-nyckel-en-gang' };
    const input = { bodyId: office.body, seriesId: office.series, title: 'Taklyftar i Almby' };
    const matters = async () =>
      (await api.sql<{ rows: number }>('select count(*)::int as rows from matter'))[0]?.rows ?? 0;
    const before = await matters();
    const openMatter = { ...(await inputFor(commandOf('openMatter'))), ...input };
    const first = await send(secretary, 'openMatter', openMatter, key);
    const again = await send(secretary, 'openMatter', openMatter, key);
    expect(first.answer.status).toBe(200);
    expect([again.answer.status, again.answer.body]).toEqual([200, first.answer.body]);
    expect(await matters()).toBe(before + 1);
    expect([first.audited.length, again.audited.length]).toEqual([1, 0]);
    for (const [name, other] of [
      ['openMatter', { ...openMatter, title: 'Taklyftar i Dalbo' }],
      ['publishPlan', await inputFor(commandOf('publishPlan'))],
    ] as const) {
      const taken = await send(secretary, name, other, key);
      expectRefusal(taken, [409]);
      expect(taken.answer.body).toMatchObject({ code: 'same-key-other-request' });
    }
    expect(await matters()).toBe(before + 1);
  });

  it.each([
    ['a request from another site', { 'sec-fetch-site': 'cross-site' }, '{}', 403],
    ['a key that is no key', { 'idempotency-key': 'kort' }, '{}', 400],
    ['another format', { 'content-type': 'application/xml' }, '<a/>', 415],
    ['JSON that is cut off', {}, '{"version":1', 400],
    ['more than a megabyte', {}, JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413],
  ])('for %s: an audit row too, though the command was never asked', async (_what, headers, body, status) => {
    const trace = randomUUID();
    const answer = await secretary.raw('/api/commands/publishPlan', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-request-id': trace, ...headers },
    });
    expect(answer.status).toBe(status);
    const { code } = (await answer.json()) as { code: string };
    const audited = await api.sql('select act, result, code from audit_event where trace_id = $1', [trace]);
    expect(audited).toEqual([{ act: 'publishPlan', result: 'refused', code }]);
  });
});
