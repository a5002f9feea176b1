import { load, type CheerioAPI } from 'cheerio';
import { PASSWORD, type Resident } from './world';

/** What came back, read as a page. */
export interface Shown {
  readonly status: number;
  readonly location: string | null;
  readonly headers: Headers;
  readonly html: string;
  readonly $: CheerioAPI;
}

type FormInput = Readonly<Record<string, string | readonly string[]>>;

/** A browser without scripts: keeps cookies, sends forms as they stand on the page, follows nothing by itself. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Shown> {
    return this.ask(path, { headers: { ...headers } });
  }

  /** Posts fields as a form of this site does. */
  async post(
    path: string,
    fields: FormInput,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Shown> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one);
    return this.ask(path, {
      method: 'POST',
      body,
      headers: { origin: this.url, 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  /** Fills in and sends a form of a page, with its hidden fields. @throws when a field typed into is not in the form */
  async send(page: Shown, form: string, typed: FormInput = {}): Promise<Shown> {
    const found = page.$(form).first();
    if (found.length === 0) throw new Error(`No form ${form}`);
    mustHaveFields(page, form, Object.keys(typed));
    const fields: Record<string, string | readonly string[]> = {};
    for (const { name, value } of found.serializeArray()) fields[name] = value;
    return this.post(found.attr('action') ?? '', { ...fields, ...typed });
  }

  async json(
    path: string,
    method = 'GET',
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<JsonAnswer> {
    const answer = await this.raw(path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: text === '' ? null : (JSON.parse(text) as JsonAnswer['body']),
    };
  }

  async signIn(person: Resident): Promise<this> {
    const answer = await this.post('/logga-in', { email: person.email, password: PASSWORD, returnTo: '/' });
    if (answer.status !== 303) throw new Error(`Signing in gave ${answer.status}`);
    return this;
  }

  async ask(path: string, init: RequestInit): Promise<Shown> {
    const answer = await this.raw(path, init);
    const html = await answer.text();
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      headers: answer.headers,
      html,
      $: load(html),
    };
  }

  async raw(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0)
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(new URL(path, this.url), { ...init, headers, redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}

/** Nobody can type into a field that a form does not have. @throws naming the fields that are missing */
export function mustHaveFields(page: Shown, form: string, typed: readonly string[]): void {
  const names = page
    .$(form)
    .first()
    .find('[name]')
    .addBack()
    .add(`[name][form="${page.$(form).first().attr('id') ?? ''}"]`)
    .map((_, field) => page.$(field).attr('name'))
    .get();
  // What begins with a low line is not typed: tests forge it.
  const missing = typed.filter((name) => !name.startsWith('_') && !names.includes(name));
  if (missing.length > 0) throw new Error(`${form} has no field ${missing.join(', ')}`);
}

export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-typed as unknown values: a test says what it expects of them.
  readonly body: Readonly<Record<string, unknown>> | null;
}
