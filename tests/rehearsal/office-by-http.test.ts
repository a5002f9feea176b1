import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OfficeByHttp, type Receipt } from '../../src/rehearsal/office-by-http';

/** An API that answers as it is told, one answer after the other, and remembers the keys it was asked with. */
async function api(
  answers: readonly {
    readonly status: number;
    readonly body: object;
    readonly cookie?: string;
    /** The process is killed in the middle of the answer. */
    readonly cut?: boolean;
  }[],
) {
  const asked: { readonly path: string; readonly key: string; readonly cookie: string }[] = [];
  const left = [...answers];
  const server: Server = createServer((request, response) => {
    asked.push({
      path: request.url ?? '',
      key: String(request.headers['idempotency-key'] ?? ''),
      cookie: request.headers.cookie ?? '',
    });
    const answer = left.shift() ?? { status: 500, body: {} };
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      ...(answer.cookie === undefined ? {} : { 'set-cookie': `${answer.cookie}; HttpOnly` }),
    });
    request.resume().on('end', () => {
      const text = JSON.stringify(answer.body);
      if (answer.cut === true) response.write(text.slice(0, 5), () => response.destroy());
      else response.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    address: `http://127.0.0.1:${port}`,
    close: () => new Promise<unknown>((resolve) => server.close(resolve)),
  };
}

const signedIn = { status: 200, body: { personId: 'p', csrfToken: 't' }, cookie: 'samrad=abc' };

describe('the office over HTTP', () => {
  it('signs each person in once and acts as that person', async () => {
    const { asked, address, close } = await api([
      signedIn,
      { status: 200, body: { result: { itemId: 'i' } } },
      { status: 422, body: { code: 'reservation-after-close', detail: 'För sent.' } },
    ]);
    const office = new OfficeByHttp(address);
    expect(await office.does('p', 'takeItem', {})).toEqual({ ok: true, result: { itemId: 'i' } });
    expect(await office.does('p', 'announceReservation', {})).toEqual({
      ok: false,
      status: 422,
      code: 'reservation-after-close',
      detail: 'För sent.',
    });
    expect(asked.map(({ path, cookie }) => [path, cookie])).toEqual([
      ['/api/session', ''],
      ['/api/commands/takeItem', 'samrad=abc'],
      ['/api/commands/announceReservation', 'samrad=abc'],
    ]);
    await close();
  });

  it('tries an act that got no answer again with the same key, so that it is done once', async () => {
    const { asked, address, close } = await api([
      signedIn,
      { status: 503, body: {} },
      { status: 200, body: { result: {} } },
    ]);
    expect(await new OfficeByHttp(address, 5000).does('p', 'closeMeeting', {})).toMatchObject({ ok: true });
    expect(asked[1]?.key).toHaveLength(36);
    expect(asked[2]?.key).toBe(asked[1]?.key);
    await close();
  });

  it('takes an answer that was cut off for none, and tells each act that was answered', async () => {
    const { asked, address, close } = await api([
      signedIn,
      { status: 200, body: { result: { itemId: 'i' } }, cut: true },
      { status: 200, body: { result: { itemId: 'i' } } },
    ]);
    const receipts: Receipt[] = [];
    const office = new OfficeByHttp(address, 5000, (receipt) => receipts.push(receipt));
    await office.does('p', 'takeItem', {});
    expect(asked).toHaveLength(3);
    expect(receipts).toEqual([
      {
        personId: 'p',
        command: 'takeItem',
        key: asked[1]?.key,
        answer: { ok: true, result: { itemId: 'i' } },
      },
    ]);
    await close();
  });

  it('says so where nobody answers', async () => {
    const { address, close } = await api([]);
    await close();
    await expect(new OfficeByHttp(address).does('p', 'closeMeeting', {})).rejects.toThrow();
  });
});
