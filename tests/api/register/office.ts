import { randomUUID } from 'node:crypto';
import { renderOfficialMemo } from '../../../src/documents/meetings/official-memo';
import { mustHaveFields, type Browser, type Shown } from '../support/browser';
import { createTestApi, type TestApi } from '../support/test-api';

/** The small world with a register: one series kept here, one elsewhere, two recipients. */
export interface RegisterApi extends TestApi {
  readonly series: string;
  readonly foreignSeries: string;
}

export async function createRegisterApi(): Promise<RegisterApi> {
  const api = await createTestApi();
  const { authority, body } = api.world;
  const series = randomUUID();
  const foreignSeries = randomUUID();
  for (const [id, code, pattern, kept] of [
    [series, 'HMC', 'HMC{yy}{nnnn}', true],
    [foreignSeries, 'RV', 'RV{yy}{nnnn}', false],
  ] as const) {
    await api.sql(
      'insert into number_series (id, authority_id, code, name, pattern, kept_here) values ($1, $2, $3, $4, $5, $6)',
      [id, authority, code, `Serien ${code}`, pattern, kept],
    );
  }
  await api.sql('update body set series_id = $1 where id = $2', [series, body]);
  for (const [ordinal, name] of [
    [1, 'Region Västerdals myndighetsbrevlåda'],
    [2, 'Revisorerna'],
  ] as const) {
    await api.sql(
      "insert into dispatch_recipient (id, body_id, ordinal, name, kind, standing) values ($1, $2, $3, $4, 'auditors', false)",
      [randomUUID(), body, ordinal, name],
    );
  }
  return Object.assign(api, { series, foreignSeries });
}

/** The address a redirect leads to. @throws when the form was refused */
export function led(answer: Shown): string {
  if (answer.status !== 303 || answer.location === null)
    throw new Error(`${String(answer.status)}: ${answer.$('.sam-errors').text()}`);
  return answer.location;
}

/** Opens a matter by its form. @returns its address */
export async function openMatter(
  browser: Browser,
  title: string,
  typed: Record<string, string> = {},
): Promise<string> {
  const form = await browser.get(await wayToOpen(browser));
  return led(await browser.send(form, 'form#openMatter', { title, ...typed }));
}

/** The address that the list of matters leads to for a new one. */
export async function wayToOpen(browser: Browser): Promise<string> {
  return (await browser.get('/arenden')).$('a[href^="/arenden/nytt/"]').attr('href') ?? '';
}

/** Begins a memo in a matter by its form. @returns its address */
export async function openMemo(browser: Browser, matter: string, title: string): Promise<string> {
  return led(await browser.send(await browser.get(`${matter}/tjansteskrivelse`), 'form#openMemo', { title }));
}

/** Sends a form of a page as multipart, with a file. */
export async function sendFile(
  browser: Browser,
  page: Shown,
  form: string,
  typed: Record<string, string>,
  file: { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string },
): Promise<Shown> {
  const found = page.$(form).first();
  mustHaveFields(page, form, Object.keys(typed));
  const data = new FormData();
  for (const { name, value } of found.serializeArray()) if (!(name in typed)) data.append(name, value);
  for (const [name, value] of Object.entries(typed)) data.append(name, value);
  data.append('file', new Blob([file.bytes], { type: 'application/pdf' }), file.name);
  const headers = { origin: browser.url, 'sec-fetch-site': 'same-origin' };
  return browser.ask(found.attr('action') ?? '', { method: 'POST', body: data, headers });
}

/** A small real PDF. */
export async function aPdf(title: string): Promise<Uint8Array<ArrayBuffer>> {
  const { pdf } = await renderOfficialMemo(
    {
      letterhead: { organisation: 'Region Västerdal', contactLines: [] },
      unit: 'Hjälpmedelscentrum',
      authors: [{ name: 'Maja Dahlbacka' }],
      date: '2026-02-02',
      registryNumber: 'HMC260001',
      title,
      sections: [{ heading: 'Ärendet i korthet', level: 2, content: 'En kort text.' }],
    },
    { createdAt: new Date('2026-02-02T09:00:00Z') },
  );
  return new Uint8Array(pdf);
}
