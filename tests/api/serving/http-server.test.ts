import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createTestApi, type TestApi } from '../support/test-api';

describe('what is no readable request', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());

  /** Sends bytes as they are and reads what comes back until the server hangs up. */
  async function send(bytes: string): Promise<{ status: number; type: string; problem: unknown }> {
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(bytes);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    return {
      status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]),
      type: /^content-type: (.*)$/im.exec(head)?.[1] ?? '',
      problem: JSON.parse(body) as unknown,
    };
  }

  it('is refused in words: an address that is too long', async () => {
    const answer = await send(`GET /logga-in?till=${'x'.repeat(70_000)} HTTP/1.1\r\nHost: local\r\n\r\n`);
    expect(answer).toMatchObject({
      status: 431,
      type: 'application/problem+json; charset=utf-8',
      problem: { code: 'address-too-long', detail: expect.stringContaining('Gränsen är 64 kB') as string },
    });
  });

  it('is refused in words: something that is not HTTP', async () => {
    const answer = await send('hej på dig\r\n\r\n');
    expect(answer).toMatchObject({ status: 400, problem: { code: 'request-unreadable' } });
  });

  it('is not the longest address that the document allows', async () => {
    const longest = encodeURIComponent('å'.repeat(2000));
    const page = await api.visitor().get(`/logga-in?till=${longest}`);
    expect(page.status).toBe(200);
  });

  it('hurts nobody who hangs up in the middle', async () => {
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write('GET / HT');
    socket.destroy();
    await once(socket, 'close');
    expect((await api.visitor().get('/logga-in')).status).toBe(200);
  });
});
