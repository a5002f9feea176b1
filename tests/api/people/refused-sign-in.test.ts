import { randomUUID } from 'node:crypto';
import { createTestApi, type TestApi } from '../support/test-api';

const foreign = { origin: 'https://annan.example' };
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** Every way in and out that is no command of the case, refused once: what is sent, and the row that it leaves. */
const entrances: readonly (readonly [
  what: string,
  asked: {
    readonly method?: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  },
  status: number,
  row: { readonly act: string; readonly code: string },
])[] = [
  [
    'JSON sign-in from another site',
    {
      path: '/api/session',
      headers: { ...json, ...foreign },
      body: '{"email":"a@b.example","password":"x"}',
    },
    403,
    { act: 'signIn', code: 'foreign-origin' },
  ],
  [
    'sign-in by a form from another site',
    { path: '/logga-in', headers: { ...form, ...foreign }, body: 'email=a%40b.example&password=x' },
    403,
    { act: 'signIn', code: 'foreign-origin' },
  ],
  [
    'JSON sign-in with a wrong password',
    { path: '/api/session', headers: json, body: '{"email":"a@b.example","password":"x"}' },
    401,
    { act: 'signIn', code: 'sign-in-failed' },
  ],
  [
    'JSON sign-in without a password',
    { path: '/api/session', headers: json, body: '{"email":"a@b.example"}' },
    400,
    { act: 'signIn', code: 'input-invalid' },
  ],
  [
    'JSON sign-in that is cut off',
    { path: '/api/session', headers: json, body: '{"email":' },
    400,
    { act: 'signIn', code: 'request-unreadable' },
  ],
  [
    'JSON sign-in as one of the demo, where there is none',
    { path: '/api/session', headers: json, body: `{"personId":"${randomUUID()}"}` },
    404,
    { act: 'signInAs', code: 'not-found' },
  ],
  [
    'sign-in as one of the demo by a form, where there is none',
    { path: '/logga-in/som', headers: form, body: `person=${randomUUID()}` },
    404,
    { act: 'signInAs', code: 'not-found' },
  ],
  [
    'asking for a link without an address',
    { path: '/logga-in/lank', headers: form, body: 'email=' },
    400,
    { act: 'openSignInLink', code: 'input-invalid' },
  ],
  [
    'a form of sign-in that is too large',
    { path: '/logga-in', headers: form, body: `kept=${'x'.repeat(3_200_000)}` },
    413,
    { act: 'signIn', code: 'body-too-large' },
  ],
  [
    'JSON sign-out from another site',
    { method: 'DELETE', path: '/api/session', headers: foreign },
    403,
    { act: 'signOut', code: 'foreign-origin' },
  ],
  [
    'sign-out by a form without a session',
    { path: '/logga-ut', headers: form, body: '' },
    401,
    { act: 'signOut', code: 'sign-in-needed' },
  ],
];

describe('a refused way in or out', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi({ demo: false, demoSignIn: false });
  });
  afterAll(() => api.close());

  it.each(entrances)('leaves one audit row: %s', async (_what, asked, status, row) => {
    const { path, headers, method = 'POST', body } = asked;
    const trace = randomUUID();
    const answer = await api.visitor().raw(path, {
      method,
      headers: { 'x-request-id': trace, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    expect(answer.status).toBe(status);
    const rows = await api.sql(
      `select actor, act, code from audit_event where trace_id = $1 and result = 'refused'`,
      [trace],
    );
    expect(rows).toEqual([{ actor: 'public', ...row }]);
  });

  it('names who is signed in when another site would sign them out', async () => {
    const browser = await api.visitor().signIn(api.world.people.member);
    expect((await browser.json('/api/session', 'DELETE', undefined, foreign)).status).toBe(403);
    expect((await browser.get('/mig')).status).toBe(200);
    const rows = await api.sql(
      `select actor, code from audit_event where act = 'signOut' and result = 'refused' order by seq desc limit 1`,
    );
    expect(rows).toEqual([{ actor: `person:${api.world.people.member.id}`, code: 'foreign-origin' }]);
  });
});
