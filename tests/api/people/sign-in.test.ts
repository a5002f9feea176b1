import { createTestApi, type TestApi } from '../support/test-api';
import { PASSWORD } from '../support/world';

describe('signing in', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());

  it('leads a reader without session to the sign-in page and back to what was asked for', async () => {
    const browser = api.visitor();
    const barred = await browser.get('/mig');
    expect([barred.status, barred.location]).toEqual([303, '/logga-in?till=%2Fmig']);
    const page = await browser.get(barred.location!);
    expect(page.$('h1').text()).toBe('Logga in');
    const answer = await browser.send(page, 'form[action="/logga-in"]', { email: api.world.people.secretary.email, password: PASSWORD });
    expect([answer.status, answer.location]).toEqual([303, '/mig']);
    const me = await browser.get('/mig');
    expect(me.status).toBe(200);
    expect(me.$('.sam-header__name').text()).toContain('Siri Ljungdal');
    expect(me.html).toContain('Sekreterare, Gemensam hjälpmedelsnämnd');
  });
});
