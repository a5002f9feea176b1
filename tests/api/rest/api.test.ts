import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorsMarkdown } from '../../../src/api/rest/documents';
import { openApiDocument, openApiText } from '../../../src/api/rest/openapi';
import { createTestApi, type TestApi } from '../support/test-api';
import { PASSWORD } from '../support/world';

describe('the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());

  it('signs in, tells who it is and signs out', async () => {
    const browser = api.visitor();
    const { email, id } = api.world.people.member;
    expect((await browser.json('/api/session')).status).toBe(401);
    const opened = await browser.json('/api/session', 'POST', { email, password: PASSWORD });
    expect([opened.status, opened.body!['personId']]).toEqual([200, id]);
    expect((await browser.json('/api/session')).body).toEqual(opened.body);
    expect((await browser.json('/api/session', 'DELETE')).status).toBe(204);
    expect((await browser.json('/api/session')).status).toBe(401);
  });

  it('shows each page as JSON to whoever may read the page', async () => {
    const barred = await api.visitor().json('/api/mig');
    expect([barred.status, barred.body!['code']]).toEqual([401, 'sign-in-needed']);
    const browser = await api.visitor().signIn(api.world.people.member);
    const answer = await browser.json('/api/mig', 'GET', undefined, { 'accept-language': 'en' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-language')).toBe('en');
    expect(answer.body).toMatchObject({
      title: 'My page',
      view: { details: { name: { value: 'Berit Fors' } } },
    });
    expect((await browser.json('/api/')).body).toMatchObject({ title: 'Mina uppgifter' });
  });

  it('answers a refusal as a problem with code, rule, sentence and the fault of each field, in the language asked for', async () => {
    const browser = await api.visitor().signIn(api.world.people.chair);
    const wrong = { version: 1, name: '', phone: null, language: 'no' };
    const sv = await browser.json('/api/commands/changeMyDetails', 'POST', wrong);
    expect(sv.status).toBe(400);
    expect(sv.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(sv.body).toEqual({
      type: '/api/errors#input-invalid',
      title: 'Det gick inte att göra',
      status: 400,
      detail:
        'Uppgifterna kunde inte tas emot: name: Fyll i eller välj något här. language: Välj ett av alternativen. Rätta det som anges och skicka igen. Inget är förlorat.',
      code: 'input-invalid',
      errors: [
        { field: 'name', detail: 'Fyll i eller välj något här.' },
        { field: 'language', detail: 'Välj ett av alternativen.' },
      ],
    });
    const en = await browser.json('/api/commands/changeMyDetails', 'POST', wrong, {
      'accept-language': 'en-GB,en;q=0.8',
    });
    expect(en.body).toMatchObject({
      title: 'That could not be done',
      errors: [{ detail: 'Fill in or choose something here.' }, {}],
    });
  });

  it('does one act once for one Idempotency-Key and refuses the key for another', async () => {
    const browser = await api.visitor().signIn(api.world.people.substitute);
    const key = { 'idempotency-key': 'nyckel-nummer-1' };
    const input = { version: 1, name: 'Nils Gran', phone: null, language: 'sv' };
    const first = await browser.json('/api/commands/changeMyDetails', 'POST', input, key);
    const again = await browser.json('/api/commands/changeMyDetails', 'POST', input, key);
    expect([first.body, again.body]).toEqual([{ result: { version: 2 } }, { result: { version: 2 } }]);
    const other = await browser.json(
      '/api/commands/changeMyDetails',
      'POST',
      { ...input, name: 'Nils Grön' },
      key,
    );
    expect([other.status, other.body!['code']]).toEqual([409, 'same-key-other-request']);
  });

  it('refuses every act without session, with an audit row', async () => {
    const answer = await api.visitor().json('/api/commands/endMySessions', 'POST', {});
    expect([answer.status, answer.body!['code']]).toEqual([401, 'sign-in-needed']);
    const rows = await api.sql(
      `select actor, code from audit_event where act = 'endMySessions' and result = 'refused'`,
    );
    expect(rows).toEqual([{ actor: 'public', code: 'sign-in-needed' }]);
  });

  it('is not reached from another site', async () => {
    const browser = await api.visitor().signIn(api.world.people.member);
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://annan.example' }]) {
      const answer = await browser.json('/api/commands/endMySessions', 'POST', {}, headers);
      expect([answer.status, answer.body!['code']]).toEqual([403, 'foreign-origin']);
    }
    const form = new FormData();
    const multipart = await browser.raw('/api/commands/endMySessions', { method: 'POST', body: form });
    expect(multipart.status).toBe(403);
    expect((await browser.get('/mig')).status).toBe(200);
  });

  it.each([
    ['JSON that is cut off', '{"version":1', 'application/json', 400, 'request-unreadable'],
    ['JSON that is no object', '"hej"', 'application/json', 400, 'request-unreadable'],
    ['nothing at all', '', 'application/json', 400, 'input-invalid'],
    ['a deep nest', '['.repeat(5000) + ']'.repeat(5000), 'application/json', 400, 'request-unreadable'],
    ['another format', '<a/>', 'application/xml', 415, 'media-type-unsupported'],
    [
      'a form where JSON is asked for',
      'a=1',
      'application/x-www-form-urlencoded',
      415,
      'media-type-unsupported',
    ],
    ['an unknown character set', '{}', 'application/json; charset=ebcdic', 415, 'media-type-unsupported'],
    [
      'more than a megabyte',
      JSON.stringify({ name: 'x'.repeat(1_100_000) }),
      'application/json',
      413,
      'body-too-large',
    ],
  ])('answers %s with a problem', async (_what, body, type, status, code) => {
    const browser = await api.visitor().signIn(api.world.people.member);
    const answer = await browser.raw('/api/commands/changeMyDetails', {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/problem\+json/);
    expect(await answer.json()).toMatchObject({ status, code });
  });

  it('answers too large a form with a finished page', async () => {
    const browser = await api.visitor().signIn(api.world.people.member);
    const answer = await browser.post('/gor/changeMyDetails', { name: 'x'.repeat(1_100_000) });
    expect(answer.status).toBe(413);
    expect(answer.$('main').text()).toContain('Gränsen är 1 MB');
  });

  it.each([
    ['DELETE', '/mig', 'GET, HEAD, OPTIONS'],
    ['POST', '/drift', 'GET, HEAD, OPTIONS'],
    ['GET', '/gor/changeMyDetails', 'POST, OPTIONS'],
    ['PUT', '/logga-in', 'GET, HEAD, POST, OPTIONS'],
    ['GET', '/api/commands/changeMyDetails', 'POST, OPTIONS'],
    ['PATCH', '/api/mig', 'GET, HEAD, OPTIONS'],
    ['POST', '/health', 'GET, HEAD, OPTIONS'],
  ])('answers %s %s with 405 and what is allowed', async (method, path, allowed) => {
    const browser = await api.visitor().signIn(api.world.people.operator);
    const answer = await browser.raw(path, { method, headers: { 'content-type': 'application/json' } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed]);
    if (path.startsWith('/api/')) expect(await answer.json()).toMatchObject({ code: 'method-not-allowed' });
    const asked = await browser.raw(path, { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('allow')]).toEqual([204, allowed]);
  });

  it('tells an address with a sign that nothing is called by as one that cannot be read', async () => {
    const answer = await api.visitor().json('/api/mig?visa=%00');
    expect([answer.status, answer.body!['code']]).toEqual([400, 'address-invalid']);
  });

  it.each([
    '/finns-inte',
    '/api/finns-inte',
    '/mig/annat',
    '/MIG',
    '/%ff',
    '/api/%ff',
    '/..%2f..%2fetc%2fpasswd',
  ])('answers %s with a finished page or problem, never a fault', async (path) => {
    const answer = await api.visitor().raw(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toMatch(
      path.startsWith('/api') ? /problem\+json/ : /text\/html/,
    );
  });

  it('tells every refusal with both texts', async () => {
    const answer = await api.visitor().json('/api/errors');
    const rows = answer.body!['errors'] as { code: string; sv: string; en: string }[];
    expect(rows.find(({ code }) => code === 'stale-version')?.sv).toContain('nyare version');
    expect(
      rows.every(({ sv, en }) => sv.length > 20 && en.length > 20 && !sv.includes('!') && !en.includes('!')),
    ).toBe(true);
  });
});

interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

interface RequestShape {
  readonly parameters?: readonly {
    readonly name: string;
    readonly description?: string;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}

const bounds: Readonly<Record<string, readonly string[]>> = {
  string: ['maxLength', 'enum', 'const', 'pattern'],
  array: ['maxItems'],
  integer: ['maximum', 'enum', 'const'],
  number: ['maximum', 'enum', 'const'],
};
const boundedFormats = ['uuid', 'date', 'date-time', 'binary'];

/** Where in a schema something has no bound. */
function boundless(schema: JsonSchema, where: string): string[] {
  const free =
    !boundedFormats.includes(schema.format ?? '') &&
    bounds[schema.type ?? '']?.every((bound) => !(bound in schema)) === true;
  return [
    ...(free ? [where] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
      boundless(inner, `${where}.${name}`),
    ),
    ...(schema.items === undefined ? [] : boundless(schema.items, `${where}[]`)),
    ...(schema.anyOf ?? []).flatMap((inner) => boundless(inner, where)),
  ];
}

describe('what is generated from the contracts', () => {
  const stored = (name: string): string => readFileSync(join(__dirname, '../../../docs', name), 'utf8');

  it('stands in docs/openapi.json (npm run docs writes it anew)', () => {
    expect(openApiText()).toBe(stored('openapi.json'));
  });

  it('stands in docs/errors.md (npm run docs writes it anew)', () => {
    expect(errorsMarkdown()).toBe(stored('errors.md'));
  });

  it('says how long every text, how many every list and how large every number that is sent may be', () => {
    const { paths } = openApiDocument();
    const requests = Object.entries(paths ?? {}).flatMap(([address, operations]) =>
      Object.values(operations as Record<string, RequestShape>).map((operation) => ({
        address,
        ...operation,
      })),
    );
    expect(requests.length).toBeGreaterThan(100);
    const unbounded = requests.flatMap(({ address, parameters = [], requestBody }) => [
      ...parameters
        // A filter that counts as not given when it cannot be understood needs no bound.
        .filter(({ description }) => description !== 'What cannot be understood counts as not given.')
        .flatMap(({ name, schema }) => boundless(schema, `${address} ${name}`)),
      ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => boundless(schema, address)),
    ]);
    expect(unbounded).toEqual([]);
  });

  it('is OpenAPI 3.1 with each operation named once', () => {
    const document = JSON.parse(openApiText()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    const names = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(names).toEqual([...new Set(names)]);
  });
});
