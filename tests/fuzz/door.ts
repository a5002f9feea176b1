import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/api/app';
import { findCommand } from '../../src/api/commands';
import { createHttpServer } from '../../src/api/serving/http-server';
import { commandOfAddress } from '../../src/api/paths';
import { keyPattern } from '../../src/api/rest/command-posts';
import type { ServedApi } from '../api/support/test-api';

/** Somebody whose session is lent to requests; nobody has none. */
interface Lent {
  readonly cookie: string;
  readonly csrfToken: string;
}

/** A second address of an api, where each request comes from the next of some people. */
export interface Door {
  readonly url: string;
  /** How many answers there were of each status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** The requests by which somebody was refused a command, as the log and the audit log name them. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** Opens the door. @param people ids of those who come, one after the other; null comes without signing in */
export async function openDoor(api: ServedApi, people: readonly (string | null)[]): Promise<Door> {
  const lent: (Lent | null)[] = [];
  for (const personId of people) lent.push(personId === null ? null : await signIn(api, personId));
  const app = createApp(api.deps);
  const statuses = new Map<number, number>();
  const refused: string[] = [];
  let came = 0;
  const server = createHttpServer((req, res) => {
    const who = lent[came % lent.length];
    came += 1;
    if (who !== null && who !== undefined) {
      req.headers.cookie = who.cookie;
      if (req.headers['x-csrf-token'] !== undefined) req.headers['x-csrf-token'] = who.csrfToken;
    }
    // The same key is made for every request: refused as used, they would reach no further.
    const key = req.headers['idempotency-key'];
    if (typeof key === 'string' && keyPattern.test(key)) {
      const own = String(came).padStart(8, '0');
      req.headers['idempotency-key'] = `${own}${key.slice(own.length)}`;
    }
    const command = findCommand(commandOfAddress(new URL(req.url ?? '/', 'http://local').pathname) ?? '');
    res.on('finish', () => {
      const { statusCode } = res;
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
      if (command !== undefined && req.method === 'POST' && statusCode >= 400)
        refused.push(String(res.getHeader('x-request-id')));
    });
    app(req, res);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    statuses,
    refused,
    close: async () => {
      await new Promise((closed) => server.close(closed).closeAllConnections());
    },
  };
}

async function signIn(api: ServedApi, personId: string): Promise<Lent> {
  const browser = api.visitor();
  const { status, body } = await browser.json('/api/session', 'POST', { personId });
  if (status !== 200) throw new Error(`Signing in gave ${status}`);
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return { cookie, csrfToken: String(body?.['csrfToken']) };
}
