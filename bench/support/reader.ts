import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly cookie: string | undefined;
  readonly ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** One request over a connection that is kept, timed from the first byte sent to the last one received. */
export function ask(
  address: string,
  options: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const asked = request(address, { method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const ms = performance.now() - begun;
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8'),
          cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
          ms,
        });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Signs a person of the demo in. @returns the header that their browser sends */
export async function signIn(address: string, personId: string): Promise<{ readonly cookie: string }> {
  const { status, cookie, body } = await ask(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  });
  if (status !== 200 || cookie === undefined) throw new Error(`No session: ${status} ${body}`);
  return { cookie };
}

/** CPU time that a process has used, in milliseconds; undefined where the system does not tell (it is told on Linux). */
export function cpuOf(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}
