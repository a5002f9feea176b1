import { load } from 'cheerio';
import fc from 'fast-check';
import { exposedCommands } from '../../../src/api/commands';
import { peoplePosts } from '../../../src/api/pages/people/posts';
import { meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import { accessWorld, knownIn, type AccessWorld } from '../access/objects';
import { sample, type Known } from '../access/sample';
import type { Browser } from '../support/browser';
import { serveApi, type ServedApi } from '../support/test-api';
import { fieldsOf, spoiled, spoilings, type Fields } from './junk';

const SEED = 20260220;
const RUNS = 8;

/** What the schema library says in its own words, which nobody may be shown. */
const english = /Invalid (input|option|string|UUID)|expected \w+, received|Too (big|small)|Unrecognized key/;

describe('junk in forms', () => {
  let office: MeetingOffice;
  let world: AccessWorld;
  let api: ServedApi;
  let browser: Browser;
  let token: string;
  let known: Known;
  const pages: string[] = [];
  beforeAll(async () => {
    office = await meetingOffice();
    world = await accessWorld(office);
    api = await serveApi(office.db, {}, new Date('2026-03-05T14:00:00Z'));
    known = await knownIn(world, 'own');
    pages.push(
      `/sammantraden/${world.played.meetingId}/protokoll`,
      `/arenden/${known['matterId'] ?? ''}`,
      '/mig',
      '/finns-inte',
    );
  }, 120_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const signIn = async (personId: string): Promise<void> => {
    browser = api.visitor();
    const { body } = await browser.json('/api/session', 'POST', { personId });
    token = String(body?.['csrfToken']);
  };

  /** What is wrong with an answer; null when it is a finished page in Swedish, or leads on. */
  const faultOf = async (path: string, fields: Fields): Promise<string | null> => {
    const answer = await browser.raw(path, {
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
      headers: { origin: browser.url, 'sec-fetch-site': 'same-origin' },
    });
    const html = await answer.text();
    if (answer.status >= 500) return `${answer.status}`;
    if (answer.status === 303) return null;
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) return 'no page';
    const $ = load(html);
    const words = $('main').text().replace(/\s+/g, ' ').trim();
    if ($('html').attr('lang') !== 'sv' || $('h1').length !== 1 || words === '') return 'no finished page';
    return english.test(words) ? `English: ${english.exec(words)?.[0] ?? ''}` : null;
  };

  describe.each(exposedCommands.map(({ name }) => name))('sent to %s', (name) => {
    it('gets a page in Swedish that says why not, or is done; it is never a fault', async () => {
      const command = exposedCommands.find((one) => one.name === name)!;
      const whole = fieldsOf(sample(command.input, known));
      await signIn(
        name === 'endMySessions' || name === 'setMyPassword' ? world.people.chair : world.people.secretary,
      );
      await fc.assert(
        fc.asyncProperty(spoilings, fc.constantFrom(...pages.keys()), async (doings, page) => {
          const form = spoiled(whole, doings);
          const hidden: Fields = [
            ['_csrf', token],
            ['_page', pages[page] ?? '/'],
          ];
          expect(await faultOf(`/gor/${name}`, [...hidden, ...form])).toBeNull();
        }),
        { seed: SEED, numRuns: RUNS },
      );
    }, 120_000);
  });

  it.each(peoplePosts.map(({ path }) => path))(
    'sent to %s gets a page in Swedish or leads on; it is never a fault',
    async (path) => {
      await signIn(world.people.member);
      const whole: Fields = [
        ['email', 'namn@vasterdal.example'],
        ['password', 'tallkottar'],
        ['person', world.people.member],
        ['returnTo', '/mig'],
        ['kept', ''],
        ['_csrf', token],
      ];
      await fc.assert(
        fc.asyncProperty(spoilings, async (doings) => {
          const address = path.replace(':token', encodeURIComponent(doings.map(({ how }) => how).join('å')));
          expect(await faultOf(address, spoiled(whole, doings))).toBeNull();
        }),
        { seed: SEED, numRuns: 4 * RUNS },
      );
    },
    120_000,
  );

  it.each([
    ['bytes that are no text', 'version=1&name=%ff%fe%00&language=sv'],
    ['half an escape', 'version=1&name=%e0%a4%a&name=%'],
    ['six thousand fields', Array.from({ length: 6000 }, (_, at) => `a${at}=1`).join('&')],
    ['nothing but separators', '&&==&&=&'],
    ['a field of half a megabyte', `name=${'x'.repeat(500_000)}`],
    ['rows without end', Array.from({ length: 900 }, (_, at) => `points[${at}].text=1`).join('&')],
  ])('as a body of %s is answered with a page', async (_what, body) => {
    await signIn(world.people.secretary);
    for (const name of ['changeMyDetails', 'addItem', 'castBallots', 'openMatter']) {
      const answer = await browser.raw(`/gor/${name}`, {
        method: 'POST',
        body: `_csrf=${token}&${body}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: browser.url },
      });
      expect([400, 403, 409, 413]).toContain(answer.status);
      expect(load(await answer.text())('h1')).toHaveLength(1);
    }
  });
});
