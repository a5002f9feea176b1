import { createTestApi, type TestApi } from '../support/test-api';
import type { Browser } from '../support/browser';

const signedIn = async (api: TestApi): Promise<Browser> => {
  const browser = api.visitor();
  await browser.signIn(api.world.people.secretary);
  return browser;
};

describe('the day of the demo county', () => {
  let api: TestApi;
  let secretary: Browser;
  beforeAll(async () => {
    api = await createTestApi();
    secretary = await signedIn(api);
  });
  afterAll(() => api.close());

  it('stands on every page with the way to move it', async () => {
    const page = await secretary.get('/');
    expect(page.$('.sam-demo').text()).toContain('I dag är det tisdag 10 februari 2026.');
    expect(page.$('.sam-demo a').attr('href')).toBe('/ovning');
  });

  it('goes on to a day that is chosen, and never back', async () => {
    const page = await secretary.get('/ovning');
    expect((await secretary.send(page, 'form[action="/ovning"]:has(#to)', { to: '2026-02-20' })).status).toBe(
      303,
    );
    expect((await secretary.get('/')).$('.sam-demo').text()).toContain('fredag 20 februari 2026');
    const moves = await api.sql(`select result from audit_event where act = 'moveTrainingDay'`);
    expect(moves).toEqual([{ result: 'done' }]);
    const back = await secretary.send(page, 'form[action="/ovning"]:has(#to)', { to: '2026-02-11' });
    expect(back.status).toBe(422);
    expect(back.html).toContain('går bara framåt');
  });

  it('is not there where time is real', async () => {
    const real = await createTestApi({ moveTime: undefined });
    try {
      const somebody = await signedIn(real);
      expect((await somebody.get('/')).$('.sam-demo a')).toHaveLength(0);
      expect((await somebody.get('/ovning')).status).toBe(404);
    } finally {
      await real.close();
    }
  });
});
