import {
  aPdf,
  createRegisterApi,
  led,
  openMatter,
  openMemo,
  sendFile,
  wayToOpen,
  type RegisterApi,
} from './office';

describe('the pages of the register', () => {
  let api: RegisterApi;
  beforeAll(async () => {
    api = await createRegisterApi();
  });
  afterAll(() => api.close());
  const official = () => api.visitor().signIn(api.world.people.official);
  const member = () => api.visitor().signIn(api.world.people.member);

  it('teach on the first day, and show whoever may how to open a matter', async () => {
    const empty = await (await official()).get('/arenden');
    expect(empty.$('h1').text()).toBe('Ärenden');
    expect(empty.$('.sam-empty').text()).toContain('Inga ärenden ännu');
    expect(empty.$('a[href^="/arenden/nytt/"]')).toHaveLength(1);
    const reader = await (await member()).get('/arenden');
    expect(reader.status).toBe(200);
    expect(reader.$('a[href^="/arenden/nytt/"]')).toHaveLength(0);
    expect((await (await member()).get(`/arenden/nytt/${api.world.body}`)).status).toBe(403);
    const visitor = await api.visitor().signIn(api.world.people.visitor);
    expect((await visitor.get('/arenden')).status).toBe(403);
  });

  it('open a matter by a plain form and tell its number', async () => {
    const browser = await official();
    const matter = await openMatter(browser, 'Borttagande av talflödeshjälpmedel', {
      party: 'Logopedmottagningen',
    });
    const page = await browser.get(matter);
    expect(page.$('h1').text()).toBe('Borttagande av talflödeshjälpmedel');
    expect(page.$('.sam-top__where .sam-eyebrow').text()).toBe('HMC260001 · Gemensam hjälpmedelsnämnd');
    expect(page.$('.sam-notice').text()).toContain('Ärendet är öppnat.');
    expect(page.$('.sam-next-step, .sam-next').text()).toContain('Skriv tjänsteskrivelsen');
    expect(page.$('.sam-timeline').text()).toContain('Maja Dahlbacka');
  });

  it('show a refused form again with every word, and the number of another series as a fault', async () => {
    const browser = await official();
    const form = await browser.get(await wayToOpen(browser));
    const typed = {
      seriesId: api.foreignSeries,
      registryNumber: 'HMC260009',
      title: 'Från regionen',
      party: 'Almby',
    };
    const again = await browser.send(form, 'form#openMatter', typed);
    expect(again.status).toBe(422);
    expect(again.$('title').text()).toMatch(/^Fel: /);
    expect(again.$('.sam-errors').text()).toContain(
      'är inte skrivet som seriens nummer, till exempel RV260001',
    );
    expect(again.$('#openMatter-party').val()).toBe('Almby');
    expect(again.$('#openMatter-seriesId').val()).toBe(api.foreignSeries);
  });

  it('find matters by number, title, party, recipient and day, sorted and counted, in the address', async () => {
    const browser = await official();
    const found = async (query: string) => {
      const page = await browser.get(`/arenden?${query}`);
      return page
        .$('tbody tr td:nth-child(2)')
        .map((_, cell) => page.$(cell).text())
        .get();
    };
    const second = await openMatter(browser, 'Årsredovisning 2025', { openedOn: '2026-01-20' });
    const added = await browser.send(await browser.get(`${second}/handlingar`), 'form#registerIncoming', {
      title: 'Skrivelse',
      counterpart: 'Ekfors kommun',
      day: '2026-02-03',
    });
    expect(led(added)).toBe(second);
    expect(await found('sok=HMC260001')).toEqual(['Borttagande av talflödeshjälpmedel']);
    expect(await found('sok=redovis')).toEqual(['Årsredovisning 2025']);
    expect(await found('part=logoped')).toEqual(['Borttagande av talflödeshjälpmedel']);
    expect(await found('motpart=ekfors')).toEqual(['Årsredovisning 2025']);
    expect(await found('till=2026-01-31')).toEqual(['Årsredovisning 2025']);
    expect(await found('lage=closed')).toEqual([]);
    expect(await found('sok=100%25')).toEqual([]);
    expect(await found('ordning=rubrik&riktning=stigande')).toEqual([
      'Borttagande av talflödeshjälpmedel',
      'Årsredovisning 2025',
    ]);
    const page = await browser.get('/arenden?ordning=rubrik&riktning=stigande');
    expect(page.$('.sam-list__count').text()).toBe('2 ärenden');
    expect(page.$('th[aria-sort="ascending"]').text()).toBe('Rubrik');
    expect((await browser.get('/arenden?sok=finnsinte')).$('.sam-empty').text()).toContain(
      'Inget ärende passar',
    );
    const json = await browser.json('/api/arenden?sok=redovis');
    expect(JSON.stringify(json.body)).toContain('Årsredovisning 2025');
  });

  it('find a matter by the number or subject of a document in it, however the number is spaced', async () => {
    const browser = await official();
    const matter = await openMatter(browser, 'Stöd till skolor');
    const number = (await browser.get(matter)).$('.sam-top__where .sam-eyebrow').text().split(' ')[0] ?? '';
    const entry = { title: 'Lägesbild från Ekfors', counterpart: 'Ekfors kommun', day: '2026-02-03' };
    led(await browser.send(await browser.get(`${matter}/handlingar`), 'form#registerIncoming', entry));
    await openMemo(browser, matter, 'Ofärdig skrivelse');
    const found = async (sok: string) => {
      const page = await browser.get(`/arenden?${new URLSearchParams({ sok }).toString()}`);
      return page
        .$('tbody tr td:nth-child(2)')
        .map((_, cell) => page.$(cell).text())
        .get();
    };
    const spaced = `hmc ${number.slice(3)}`;
    for (const sok of [`${number}-1`, spaced, `${spaced} – 1`, 'lägesbild', ` ${number} `])
      expect([sok, await found(sok)]).toEqual([sok, ['Stöd till skolor']]);
    expect(await found(`${number}-2`)).toEqual([]);
    expect(await found('Ofärdig')).toEqual([]);
  });

  it('leave other bodies out of the list and refuse their matters', async () => {
    const matter = await openMatter(await official(), 'Bara vår');
    const stranger = await api.visitor().signIn(api.world.people.otherSecretary);
    expect((await stranger.get('/arenden')).html).not.toContain('Bara vår');
    expect((await stranger.get(matter)).status).toBe(403);
    expect((await (await api.visitor().signIn(api.world.people.endedMember)).get(matter)).status).toBe(403);
  });

  it('page a long list', async () => {
    const { authority, body } = api.world;
    await api.sql(
      `insert into matter (id, authority_id, body_id, series_id, period, number, registry_number, title, opened_on, state, last_document_number)
       select gen_random_uuid(), $1, $2, $3, '2019', n, 'HMC19' || lpad(n::text, 4, '0'), 'Äldre ärende ' || n, '2019-05-01', 'closed', 0
         from generate_series(1, 120) n`,
      [authority, body, api.series],
    );
    const page = await (await official()).get('/arenden?lage=closed&sida=2');
    expect(page.$('.sam-list__count').text()).toBe('Visar 51–100 av 120 ärenden');
    expect(page.$('tbody tr')).toHaveLength(50);
    expect(page.$('a[href*="sida=3"]').attr('href')).toContain('lage=closed');
  });

  it('take in a PDF, give it its number, and hand it out again byte for byte with a log row', async () => {
    const browser = await official();
    const matter = await openMatter(browser, 'Uppdragsrapport');
    const bytes = await aPdf('Rapport');
    const form = await browser.get(`${matter}/handlingar`);
    const typed = { title: 'Rapport om ett nytt arbetssätt', direction: 'drawnUp' };
    led(await sendFile(browser, form, 'form#uploadDocument', typed, { bytes, name: 'Rapport, år 2026.pdf' }));
    const page = await browser.get(matter);
    const link = page.$('a[href$="/fil"]');
    expect(page.$('tbody').text()).toContain('Rapport om ett nytt arbetssätt');
    expect(link.text()).toMatch(/^PDF, 1 sida, /);
    const reader = await member();
    const file = await reader.raw(link.attr('href') ?? '');
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''Rapport%2C%20%C3%A5r%202026.pdf",
    );
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('cache-control')).toMatch(/no-store|private/);
    const audited = await api.sql(
      "select result, subject_kind from audit_event where act = 'readDocumentFile' and actor = $1",
      [`person:${api.world.people.member.id}`],
    );
    expect(audited).toEqual([{ result: 'read', subject_kind: 'documentVersion' }]);
  });

  it.each([
    ['a file that is no PDF', Buffer.from('Detta är en textfil.'), 'brev.txt', 'är inte en PDF'],
    ['an empty file', Buffer.from(''), 'tom.pdf', 'Tom|är inte en PDF|skadad|ofullständig|tom'],
  ])('refuse %s in Swedish, keep what was typed, and leave a log row', async (_what, bytes, name, words) => {
    const browser = await official();
    const matter = await openMatter(browser, 'Fel filer');
    const form = await browser.get(`${matter}/handlingar`);
    const typed = { title: 'Min ärendemening', direction: 'drawnUp' };
    const again = await sendFile(browser, form, 'form#uploadDocument', typed, {
      bytes: new Uint8Array(bytes),
      name,
    });
    expect(again.status).toBeGreaterThanOrEqual(400);
    expect(again.$('.sam-errors').text()).toMatch(new RegExp(words));
    expect(again.$('#uploadDocument-title').val()).toBe('Min ärendemening');
    const audited = await api.sql(
      "select result from audit_event where act = 'uploadDocument' order by seq desc limit 1",
    );
    expect(audited).toEqual([{ result: 'refused' }]);
  });

  it('refuse a truncated PDF', async () => {
    const browser = await official();
    const matter = await openMatter(browser, 'Avkortad');
    const whole = await aPdf('Avkortad');
    const bytes = whole.slice(0, Math.floor(whole.length / 2));
    const form = await browser.get(`${matter}/handlingar`);
    const again = await sendFile(
      browser,
      form,
      'form#uploadDocument',
      { title: 'Halv', direction: 'drawnUp' },
      { bytes, name: 'halv.pdf' },
    );
    expect(again.status).toBe(422);
    expect(again.$('.sam-errors').text()).toMatch(/skadad|avbruten|ofullständig|hel/);
  });

  it('close and reopen a matter with reasons, and say why nothing can be added meanwhile', async () => {
    const browser = await official();
    const matter = await openMatter(browser, 'Avslutas');
    const state = await browser.get(`${matter}/lage`);
    expect((await browser.send(state, 'form#closeMatter', { reason: '' })).status).toBeGreaterThanOrEqual(
      400,
    );
    led(await browser.send(state, 'form#closeMatter', { reason: 'Nämnden har beslutat.' }));
    const closed = await browser.get(matter);
    expect(closed.$('.sam-top__title').text()).toContain('Avslutat');
    expect(closed.html).toContain('Nämnden har beslutat.');
    const barred = await browser.get(`${matter}/handlingar`);
    expect(barred.status).toBe(409);
    expect(barred.html).toContain('är avslutat, så det kan inte ändras');
    led(
      await browser.send(await browser.get(`${matter}/lage`), 'form#reopenMatter', {
        reason: 'Nytt underlag.',
      }),
    );
    expect((await browser.get(matter)).$('.sam-top__title').text()).toContain('Öppet');
  });

  it('warn before a matter is closed that an agenda holds it, and refuse to cancel it', async () => {
    const browser = await official();
    const matter = await openMatter(browser, 'Uppsatt ärende');
    const { authority, body } = api.world;
    const matterId = matter.split('/')[2] ?? '';
    expect((await browser.get(`${matter}/lage`)).html).not.toContain('uppsatt på sammanträdet');
    const [meeting] = await api.sql(
      `insert into meeting (id, authority_id, body_id, year, number, phase, day, start_time, end_time, place, last_agenda_number, calendar_sequence)
       values (gen_random_uuid(), $1, $2, 2026, 9, 'summoned', '2026-11-20', '09:00', '15:00', 'Sal Linden', 0, 0) returning id`,
      [authority, body],
    );
    await api.sql(
      `insert into agenda_item (id, authority_id, body_id, meeting_id, ordinal, matter_id, kind, title, closed, exercise_of_authority, presenters, recipient_ids, late, state)
       values (gen_random_uuid(), $1, $2, $3, 1, $4, 'decision', 'Ärende', false, false, '[]', '[]', false, 'listed')`,
      [authority, body, meeting?.['id'], matterId],
    );
    const state = await browser.get(`${matter}/lage`);
    expect(state.$('.sam-notice').text()).toMatch(/uppsatt på sammanträdet .*20 november 2026/);
    const refused = await browser.send(state, 'form#cancelMatter', { reason: 'Fel serie.' });
    expect(refused.status).toBe(409);
    expect(refused.$('.sam-errors').text()).toContain('Ta bort punkten därifrån först');
  });

  it('keep protected facts for those who register', async () => {
    const browser = await official();
    const matter = await openMatter(browser, 'En begäran', { protectedTitle: 'Begäran från namngiven' });
    led(
      await browser.send(await browser.get(`${matter}/handlingar`), 'form#registerIncoming', {
        title: 'Begäran',
        protectedCounterpart: 'Namngiven person',
        'secrecy.provision': 'OSL 25 kap. 1 §',
        'secrecy.day': '2026-02-10',
        'secrecy.authority': 'Hjälpmedelsnämnden',
      }),
    );
    const page = await browser.get(matter);
    const document = page.$('a[href^="/handlingar/"]').attr('href') ?? '';
    expect(page.html).toContain('Begäran från namngiven');
    expect((await browser.get(document)).html).toContain('Namngiven person');
    const reader = await member();
    expect((await reader.get(matter)).html).not.toMatch(/namngiven/i);
    const open = await reader.get(document);
    expect(open.html).not.toContain('Namngiven person');
    expect(open.html).toContain('OSL 25 kap. 1 §');
    expect((await reader.json(`/api${document}`)).body).not.toMatchObject({
      facts: expect.stringContaining('Namngiven') as unknown,
    });
  });

  it('add a new version and cancel a wrong entry from the page of the document', async () => {
    const browser = await official();
    const matter = await openMatter(browser, 'Versioner');
    const add = { title: 'Underlag', direction: 'drawnUp' };
    led(
      await sendFile(browser, await browser.get(`${matter}/handlingar`), 'form#uploadDocument', add, {
        bytes: await aPdf('Ett'),
        name: 'ett.pdf',
      }),
    );
    const address = (await browser.get(matter)).$('tbody a[href^="/handlingar/"]').attr('href') ?? '';
    const page = await browser.get(address);
    led(
      await sendFile(
        browser,
        page,
        'form#replaceDocument',
        {},
        { bytes: await aPdf('Två'), name: 'två.pdf' },
      ),
    );
    const two = await browser.get(address);
    expect(two.$('tbody tr')).toHaveLength(2);
    const first = await browser.raw(`${address}/fil?version=1`);
    expect(first.status).toBe(200);
    expect((await browser.raw(`${address}/fil?version=9`)).status).toBe(404);
    led(await browser.send(two, 'form#cancelDocument', { reason: 'Fel bilaga.' }));
    const cancelled = await browser.get(address);
    expect(cancelled.$('.sam-top__title').text()).toContain('Makulerat');
    expect(cancelled.$('form#cancelDocument')).toHaveLength(0);
    expect((await (await member()).raw(`${address}/fil`)).status).toBe(404);
  });

  it('join two matters from the page, each pointing at the other', async () => {
    const browser = await official();
    const goesOn = await openMatter(browser, 'Fortsätter');
    const number = (await browser.get(goesOn)).$('.sam-top__where .sam-eyebrow').text().split(' ')[0] ?? '';
    const joined = await openMatter(browser, 'Förenas');
    const form = await browser.get(`${joined}/lage`);
    expect(led(await browser.send(form, 'form#joinMatter', { into: number, reason: 'Samma fråga.' }))).toBe(
      goesOn,
    );
    const page = await browser.get(goesOn);
    expect(page.$('.sam-notice').text()).toContain(`Ärendet går vidare i ${number}.`);
    expect(page.$(`a[href="${joined}"]`).text()).toContain('Förenas');
    expect((await browser.get(joined)).$(`dl a[href="${goesOn}"]`).text()).toBe(number);
    const closed = await browser.get(`${joined}/lage`);
    led(await browser.send(closed, 'form#reopenMatter', { reason: 'Frågorna skiljer sig åt.' }));
    const reopened = await browser.get(joined);
    expect(reopened.$('.sam-top__title').text()).toContain('Öppet');
    expect(reopened.$(`dl a[href="${goesOn}"]`)).toHaveLength(0);
    expect(reopened.$('.sam-timeline').text()).toMatch(/öppnades igen[^]*förenades med ett annat/);
    expect((await browser.get(goesOn)).$(`a[href="${joined}"]`)).toHaveLength(0);
  });

  it('hand over the documents of a series that is kept elsewhere as a file that runs no formula', async () => {
    const browser = await official();
    const typed = { seriesId: api.foreignSeries, registryNumber: 'RV260007' };
    const matter = await openMatter(browser, 'Regionens ärende', typed);
    const entry = {
      title: '=HYPERLINK("x")',
      counterpart: 'Region Västerdal',
      day: '2026-02-09',
      registryNumber: 'RV260007-21',
    };
    led(await browser.send(await browser.get(`${matter}/handlingar`), 'form#registerIncoming', entry));
    const link = (await browser.get('/arenden')).$('a[href^="/arenden/overlamning/"]').attr('href') ?? '';
    const file = await browser.raw(`${link}?fran=2026-02-01&till=2026-02-28`);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await file.text()).replace('\uFEFF', '').split('\r\n').slice(1, 2)).toEqual([
      `"RV";"RV260007-21";"'=HYPERLINK(""x"")";"Inkommen";"2026-02-09";"Region Västerdal";"Inkommen";""`,
    ]);
    expect((await (await member()).raw(link)).status).toBe(403);
  });

  it('ask for the number that another authority gives a document, now or when it is known', async () => {
    const browser = await official();
    const here = await openMatter(browser, 'Vår egen serie');
    expect((await browser.get(`${here}/handlingar`)).$('[name=registryNumber]')).toHaveLength(0);
    const typed = { seriesId: api.foreignSeries, registryNumber: 'RV240028' };
    const matter = await openMatter(browser, 'Personuppgiftsbiträdesavtal 2024', typed);
    const form = await browser.get(`${matter}/handlingar`);
    const entry = { title: 'Avtal, leverantör C', counterpart: 'Leverantör C', day: '2026-02-09' };
    const wrong = await browser.send(form, 'form#registerIncoming', {
      ...entry,
      registryNumber: 'RV240029-21',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.$('.sam-errors').text()).toContain('Där skrivs det till exempel RV240028-1');
    led(await browser.send(form, 'form#registerIncoming', { ...entry, registryNumber: 'RV240028-21' }));
    const waits = { ...entry, title: 'Avtal, leverantör D' };
    led(await browser.send(await browser.get(`${matter}/handlingar`), 'form#registerIncoming', waits));
    const numbers = async () => {
      const page = await browser.get(matter);
      return page
        .$('tbody tr td:first-child')
        .map((_, cell) => page.$(cell).text())
        .get();
    };
    expect(await numbers()).toEqual(['RV240028-21', 'Väntar på nummer']);
    const address =
      (await browser.get(matter)).$('tbody a:contains("leverantör D")').attr('href') ?? 'no such document';
    const used = await browser.send(await browser.get(address), 'form#numberDocument', {
      registryNumber: '21',
    });
    expect(used.status).toBe(409);
    led(await browser.send(used, 'form#numberDocument', { registryNumber: '52' }));
    expect(await numbers()).toEqual(['RV240028-21', 'RV240028-52']);
    expect((await browser.get(address)).$('form#numberDocument')).toHaveLength(0);
  });
});
