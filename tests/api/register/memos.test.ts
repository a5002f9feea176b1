import type { Browser, Shown } from '../support/browser';
import { createRegisterApi, led, openMatter, openMemo, type RegisterApi } from './office';

describe('the pages of official memos', () => {
  let api: RegisterApi;
  let official: Browser;
  let matter: string;
  beforeAll(async () => {
    api = await createRegisterApi();
    official = await api.visitor().signIn(api.world.people.official);
    matter = await openMatter(official, 'Talflödeshjälpmedel');
  });
  afterAll(() => api.close());

  const write = async (memo: string, section: string, content: string): Promise<Shown> =>
    official.send(await official.get(`${memo}/avsnitt/${section}`), 'form#saveMemoSection', {
      content,
      _next: memo,
    });
  /** All that a memo must hold. */
  const whole = async (): Promise<string> => {
    const memo = await openMemo(official, matter, 'Borttagande av talflödeshjälpmedel');
    for (const section of ['proposedDecision', 'summary', 'environment', 'residents'])
      led(await write(memo, section, `Om **${section}**.`));
    const mark = await official.get(`${memo}/avsnitt/childRights`);
    led(await official.send(mark, 'form#markNotApplicable', { reason: 'Beslutet rör inte barn direkt.' }));
    const page = await official.get(memo);
    const box = page.$('input[name=recipientIds]').first().val();
    led(await official.send(page, 'form#chooseRecipients', { recipientIds: String(box) }));
    return memo;
  };

  it('say at the top what is missing, each with the way there, before anything is written', async () => {
    const memo = await openMemo(official, matter, 'Tom');
    const page = await official.get(memo);
    const missing = page
      .$('.sam-missing li')
      .map((_, item) => page.$(item).text().trim())
      .get();
    expect(missing).toHaveLength(6);
    expect(missing[0]).toBe('Avsnittet ”Förslag till beslut” är tomt. Skriv avsnittet.');
    expect(page.$('.sam-missing a').first().attr('href')).toBe(`${memo}/avsnitt/proposedDecision`);
    expect(page.$('form[action="/gor/readyMemo"]')).toHaveLength(0);
  });

  it('lead from section to section by plain forms, each with what was saved and when', async () => {
    const memo = await openMemo(official, matter, 'Avsnitt');
    const first = await official.get(`${memo}/avsnitt/proposedDecision`);
    expect(first.$('h1').text()).toBe('Förslag till beslut');
    const next = first.$('button[name=_next]').first();
    expect(next.text()).toBe('Spara och gå till Ärendet i korthet');
    const content = '1. Hjälpmedlet tas bort\n2. Avtalet sägs upp';
    expect(
      led(await official.send(first, 'form#saveMemoSection', { content, _next: String(next.val()) })),
    ).toBe(`${memo}/avsnitt/summary`);
    const again = await official.get(`${memo}/avsnitt/proposedDecision`);
    expect(again.$('textarea[name=content]').text().trim()).toBe(content);
    expect(again.$('#sparat').text()).toBe('Sparat 10 feb 2026 kl. 09.30 av Maja Dahlbacka');
    expect((await official.get(memo)).$('.sam-text ol li')).toHaveLength(2);
    expect((await official.get(`${memo}/avsnitt/finnsinte`)).status).toBe(404);
  });

  it('save while the text is written, and give the next version with the reply', async () => {
    const memo = await openMemo(official, matter, 'Autospar');
    const page = await official.get(`${memo}/avsnitt/background`);
    const fields = Object.fromEntries(
      page
        .$('form#saveMemoSection')
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    const hx = { 'hx-request': 'true' };
    const saved = await official.post(
      '/gor/saveMemoSection',
      { ...fields, content: 'Medan jag skriver' },
      hx,
    );
    expect(saved.status).toBe(200);
    expect(saved.html).toContain('Sparat 09.30');
    expect(saved.$('input[name=version]').attr('id')).toBe('avsnittets-version');
    expect(saved.$('input[name=version]').val()).toBe('1');
    const stale = await official.post(
      '/gor/saveMemoSection',
      { ...fields, content: 'Från en annan flik' },
      hx,
    );
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('sparat en nyare version');
    expect(stale.$('[data-autosave-stopped] button[type=submit]').text()).toBe('Visa båda texterna');
  });

  it('show both texts when two have written the same section, and lose neither', async () => {
    const memo = await openMemo(official, matter, 'Konflikt');
    const secretary = await api.visitor().signIn(api.world.people.secretary);
    const section = `${memo}/avsnitt/summary`;
    const mine = await official.get(section);
    led(
      await secretary.send(await secretary.get(section), 'form#saveMemoSection', {
        content: 'Sekreterarens text',
        _next: section,
      }),
    );
    const conflict = await official.send(mine, 'form#saveMemoSection', {
      content: 'Min text',
      _next: section,
    });
    expect(conflict.status).toBe(409);
    expect(conflict.$('.sam-conflict').text()).toContain('Sekreterarens text');
    expect(conflict.$('.sam-conflict').text()).toContain('Sparad av Siri Ljungdal 09.30');
    expect(conflict.$('form#saveMemoSection')).toHaveLength(0);
    led(await official.send(conflict, '.sam-conflict > form', { content: 'Båda texterna' }));
    expect((await official.get(section)).$('textarea[name=content]').text().trim()).toBe('Båda texterna');
  });

  it('refuse a sign that the documents cannot show, with its place, and keep the text', async () => {
    const memo = await openMemo(official, matter, 'Tecken');
    const again = await write(memo, 'outlook', 'Rad ett\nhär \u{1F9FF} finns ett tecken');
    expect(again.status).toBe(422);
    expect(again.$('.sam-errors').text()).toContain('på rad 2, plats 5');
    expect(again.$('textarea[name=content]').text()).toContain('finns ett tecken');
    expect(
      await api.sql(
        `select code from audit_event where act = 'saveMemoSection' and result = 'refused' order by seq desc limit 1`,
      ),
    ).toEqual([{ code: 'text-character-unusable' }]);
  });

  it('are made ready in one press when all is there, keep their number, and tell of later changes', async () => {
    const memo = await whole();
    const page = await official.get(memo);
    expect(page.$('.sam-missing').text()).toContain('Allt som behövs är på plats.');
    led(await official.send(page, 'form[action="/gor/readyMemo"]'));
    const ready = await official.get(memo);
    expect(ready.$('.sam-top__title').text()).toContain('Klar, version 1');
    expect(ready.$('.sam-notice').text()).toContain('Tjänsteskrivelsen är klar: version 1.');
    expect((await official.get(matter)).$('tbody').text()).toContain('HMC260001-1');
    led(await write(memo, 'followUp', 'Följs upp hösten 2026.'));
    const changed = await official.get(memo);
    expect(changed.$('.sam-top__title').text()).toContain('Ändrad efter version 1');
    led(await official.send(changed, 'form[action="/gor/readyMemo"]'));
    expect((await official.get(memo)).$('.sam-top__title').text()).toContain('Klar, version 2');
    const listed = async () => {
      const list = await official.get('/tjansteskrivelser');
      return list.$(`tr:has(a[href="${memo}"])`).first().text();
    };
    expect(await listed()).toContain('Klar, version 2');
    // The list tells of any change, not of section texts alone.
    led(await official.send(await official.get(memo), 'form#changeMemo', { title: 'En annan rubrik' }));
    expect(await listed()).toContain('Ändrad efter version 2');
  });

  it('read as on paper in the preview, and as PDF: the draft marked as one, the version always the same', async () => {
    const memo = await whole();
    const preview = await official.get(`${memo}/forhandsgranskning`);
    expect(
      preview
        .$('article h3')
        .map((_, heading) => preview.$(heading).text())
        .get(),
    ).toEqual(['Förslag till beslut', 'Ärendet i korthet', 'Hållbarhet', 'Beslutet skickas till']);
    expect(preview.$('article').text()).toContain('Beslutet rör inte barn direkt.');
    const draft = await official.raw(`${memo}/fil`);
    expect([draft.status, draft.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(draft.headers.get('content-disposition')).toContain('Utkast');
    led(await official.send(await official.get(memo), 'form[action="/gor/readyMemo"]'));
    const bytes = async () => Buffer.from(await (await official.raw(`${memo}/fil`)).arrayBuffer());
    expect((await bytes()).equals(await bytes())).toBe(true);
  });

  it('are listed for their author and for the secretary, and hidden from members and strangers', async () => {
    const memo = await openMemo(official, matter, 'Bara för oss');
    expect((await official.get('/tjansteskrivelser')).html).toContain('Bara för oss');
    const secretary = await api.visitor().signIn(api.world.people.secretary);
    expect((await secretary.get('/tjansteskrivelser')).html).toContain('Bara för oss');
    const member = await api.visitor().signIn(api.world.people.member);
    const statuses = await Promise.all(
      [memo, `${memo}/avsnitt/summary`, `${memo}/forhandsgranskning`, `${memo}/fil`].map(
        async (address) => (await member.get(address)).status,
      ),
    );
    expect(statuses).toEqual([403, 403, 403, 403]);
    expect((await member.get('/tjansteskrivelser')).html).not.toContain('Bara för oss');
    expect((await member.get(matter)).html).not.toContain('Bara för oss');
    const stranger = await api.visitor().signIn(api.world.people.otherSecretary);
    expect((await stranger.get(memo)).status).toBe(403);
  });

  it('say their pages in English to whoever reads in English, and keep the headings of the document Swedish', async () => {
    const memo = await openMemo(official, matter, 'English reader');
    await official.send(await official.get('/mig'), 'form#changeMyDetails', { language: 'en' });
    const page = await official.get(memo);
    expect(page.$('html').attr('lang')).toBe('en');
    expect(page.html).toContain('Make the memo ready');
    expect(page.$('h3[lang=sv]').first().text()).toBe('Förslag till beslut');
    await official.send(await official.get('/mig'), 'form#changeMyDetails', { language: 'sv' });
  });
});
