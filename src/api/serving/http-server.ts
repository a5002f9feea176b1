import { createServer, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { problemOf } from '../rest/problem';

/** The longest query of the document, each of its 2 000 signs written with twelve, fits with cookies beside it. */
const MOST_HEADER_BYTES = 64 * 1024;

/** The server of pages and JSON. What is no readable request is refused in words too, not by hanging up. */
export function createHttpServer(app?: RequestListener): Server {
  const server = createServer({ maxHeaderSize: MOST_HEADER_BYTES }, app);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else answer(socket, refusalOf(error.code));
  });
  return server;
}

function refusalOf(code: string | undefined): Refusal {
  return code === 'HPE_HEADER_OVERFLOW'
    ? refuse('address-too-long', { limit: '64 kB' })
    : refuse('request-unreadable');
}

/** Nothing is known of who asks: the answer is JSON in Swedish, which a browser shows as text. */
function answer(socket: Duplex, refusal: Refusal): void {
  const problem = problemOf('sv', refusal);
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${problem.code}`,
      'Content-Type: application/problem+json; charset=utf-8',
      'Content-Language: sv',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
