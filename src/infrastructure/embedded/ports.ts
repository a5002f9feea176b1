import { createServer } from 'node:net';

/** Whether a program may listen on this loopback port now. */
export async function isFreePort(port: number, host = '127.0.0.1'): Promise<boolean> {
  return await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => {
      probe.close(() => resolve(true));
    });
  });
}

/** A port that the machine hands out as free. */
export async function anyFreePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}

/** The wanted port when it is free, otherwise another free one. */
export async function freePort(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && (await isFreePort(wanted))) return wanted;
  return await anyFreePort();
}
