import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

/** What the API answered to an act. */
export type ActAnswer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly status: number; readonly code: string; readonly detail: string };

const AGAIN_AFTER_MS = 100;
const BUSY = 503;

const Problem = z.looseObject({ code: z.string(), detail: z.string().default('') });
const Answer = z.looseObject({ result: z.unknown() });

/** The office as its people reach it: each signed in once, acts as JSON over HTTP. */
export class OfficeByHttp {
  private readonly cookies = new Map<string, string>();

  /**
   * @param address of the API, such as `http://127.0.0.1:3000`
   * @param patienceMs how long an act that got no answer is tried again, with the same key: what was done is not done twice
   */
  constructor(
    private readonly address: string,
    private readonly patienceMs = 0,
  ) {}

  /** @throws when the API does not answer, or answers with a fault of its own */
  async does(personId: string, command: string, input: unknown): Promise<ActAnswer> {
    const cookie = this.cookies.get(personId) ?? (await this.signIn(personId));
    const response = await this.post(`/api/commands/${command}`, input, {
      cookie,
      'idempotency-key': randomUUID(),
    });
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, result: Answer.parse(body).result };
    const { code, detail } = Problem.parse(body);
    return { ok: false, status: response.status, code, detail };
  }

  /** Invented people sign in by choice, as on the demo's sign-in page. */
  private async signIn(personId: string): Promise<string> {
    const response = await this.post('/api/session', { personId }, {});
    const cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0] ?? '')
      .join('; ');
    if (!response.ok || cookie === '') {
      throw new Error(`Inloggningen gick inte (${response.status}): ${await response.text()}`);
    }
    this.cookies.set(personId, cookie);
    return cookie;
  }

  private async post(
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> {
    const since = performance.now();
    for (;;) {
      const lastTry = performance.now() - since >= this.patienceMs;
      const response = await this.tryPost(path, body, headers).catch((error: unknown) => {
        if (lastTry) throw error;
        return null;
      });
      if (response !== null && (lastTry || response.status !== BUSY)) return response;
      await wait(AGAIN_AFTER_MS);
    }
  }

  private tryPost(path: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(`${this.address}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'sv',
        origin: this.address,
        ...headers,
      },
      body: JSON.stringify(body),
    });
  }
}
