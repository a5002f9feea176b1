import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

/** What the API answered to an act. */
export type ActAnswer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly status: number; readonly code: string; readonly detail: string };

/** An act and its answer, as the one who acted knows them. */
export interface Receipt {
  readonly personId: string;
  readonly command: string;
  /** The `Idempotency-Key`. */
  readonly key: string;
  readonly answer: ActAnswer;
}

const AGAIN_AFTER_MS = 100;
const BUSY = 503;

const Problem = z.looseObject({ code: z.string(), detail: z.string().default('') });
const Answer = z.looseObject({ result: z.unknown() });

/** A whole answer. */
interface Heard {
  readonly ok: boolean;
  readonly status: number;
  readonly cookies: readonly string[];
  readonly text: string;
}

/** The office as its people reach it: each signed in once, acts as JSON over HTTP. */
export class OfficeByHttp {
  private readonly cookies = new Map<string, string>();

  /**
   * @param address of the API, such as `http://127.0.0.1:3000`
   * @param patienceMs how long an act that got no answer is tried again, with the same key: what was done is not done twice
   * @param answered told each act that was answered
   */
  constructor(
    private readonly address: string,
    private readonly patienceMs = 0,
    private readonly answered: (receipt: Receipt) => void = () => undefined,
  ) {}

  /** @throws when the API does not answer, or answers with a fault of its own */
  async does(personId: string, command: string, input: unknown): Promise<ActAnswer> {
    const cookie = this.cookies.get(personId) ?? (await this.signIn(personId));
    const key = randomUUID();
    const response = await this.post(`/api/commands/${command}`, input, { cookie, 'idempotency-key': key });
    const answer = answerOf(response);
    this.answered({ personId, command, key, answer });
    return answer;
  }

  /** Invented people sign in by choice, as on the demo's sign-in page. */
  private async signIn(personId: string): Promise<string> {
    const response = await this.post('/api/session', { personId }, {});
    const cookie = response.cookies.map((each) => each.split(';')[0] ?? '').join('; ');
    if (!response.ok || cookie === '') {
      throw new Error(`Inloggningen gick inte (${response.status}): ${response.text}`);
    }
    this.cookies.set(personId, cookie);
    return cookie;
  }

  private async post(path: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Heard> {
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

  /** An answer that was cut off is none. */
  private async tryPost(
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>>,
  ): Promise<Heard> {
    const response = await fetch(`${this.address}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'sv',
        origin: this.address,
        ...headers,
      },
      body: JSON.stringify(body),
    });
    const { ok, status } = response;
    return { ok, status, cookies: response.headers.getSetCookie(), text: await response.text() };
  }
}

function answerOf({ ok, status, text }: Heard): ActAnswer {
  const body: unknown = JSON.parse(text);
  if (ok) return { ok: true, result: Answer.parse(body).result };
  const { code, detail } = Problem.parse(body);
  return { ok: false, status, code, detail };
}
