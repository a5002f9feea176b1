import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { listPage, mailPage, missingPage, style } from './catcher-page';
import { CaughtMails } from './caught-mails';

export interface CatcherOptions {
  readonly folder: string;
  /** 0 takes any free port. */
  readonly smtpPort: number;
  readonly pagePort: number;
}

/** A mail server that takes everything and sends nothing on, with a page to read it on. Loopback only. */
export interface MailCatcher {
  readonly smtpUrl: string;
  readonly pageUrl: string;
  close(): Promise<void>;
}

/** Mail to this domain is refused for good (550), so that a bounce can be tried. */
export const bouncingDomain = 'studs.example';

/**
 * Starts the catcher.
 * @throws when one of the ports is taken
 */
export async function startCatcher(options: CatcherOptions): Promise<MailCatcher> {
  const mails = new CaughtMails(options.folder);
  const smtp = smtpServer(mails);
  const page = createServer((request, response) => {
    answer(request, response, mails).catch(() => send(response, 500, 'text/plain', 'Ett fel inträffade.'));
  });
  await listenSmtp(smtp, options.smtpPort);
  try {
    await listen(page, options.pagePort);
  } catch (error) {
    await closeSmtp(smtp);
    throw error;
  }
  const smtpPort = (smtp.server.address() as AddressInfo).port;
  const pagePort = (page.address() as AddressInfo).port;
  return {
    smtpUrl: `smtp://127.0.0.1:${String(smtpPort)}`,
    pageUrl: `http://localhost:${String(pagePort)}`,
    close: async () => {
      page.closeAllConnections();
      await Promise.all([closeSmtp(smtp), new Promise((resolve) => page.close(resolve))]);
    },
  };
}

function smtpServer(mails: CaughtMails): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: 50_000_000,
    logger: false,
    // A sender keeps its connections open; they are not waited for.
    closeTimeout: 200,
    disableReverseLookup: true,
    onRcptTo: (recipient, _session, done) => {
      if (!recipient.address.toLowerCase().endsWith(`@${bouncingDomain}`)) {
        done();
        return;
      }
      done(Object.assign(new Error('No such user here'), { responseCode: 550 }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        mails.take(Buffer.concat(chunks), { from, to, receivedAt: new Date() }).then(
          () => done(),
          () => done(Object.assign(new Error('Could not be stored'), { responseCode: 451 })),
        );
      });
    },
  });
  server.on('error', () => undefined);
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse, mails: CaughtMails): Promise<void> {
  // Another site's name that points here could otherwise read the mails through the reader's browser.
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '')) {
    send(response, 403, 'text/plain', 'Brevlådan läses bara på localhost.');
    return;
  }
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const [, area, id = '', part, place] = path.split('/');
  if (path === '/') send(response, 200, 'text/html', listPage(await mails.list()));
  else if (path === '/style.css') send(response, 200, 'text/css', style);
  else if (path === '/mails') send(response, 200, 'application/json', JSON.stringify(await mails.list()));
  else if (area === 'mails' && part === 'attachments')
    await sendAttachment(response, mails, id, Number(place));
  else {
    const mail = area === 'mails' ? await mails.find(id) : undefined;
    if (mail === undefined) send(response, 404, 'text/html', missingPage());
    else if (part === 'html') send(response, 200, 'text/html', mail.html, letterPolicy);
    else send(response, 200, 'text/html', mailPage(mail));
  }
}

async function sendAttachment(
  response: ServerResponse,
  mails: CaughtMails,
  id: string,
  place: number,
): Promise<void> {
  const file = await mails.attachment(id, place);
  if (file === undefined) {
    send(response, 404, 'text/html', missingPage());
    return;
  }
  response.setHeader(
    'content-disposition',
    `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
  );
  send(response, 200, file.contentType, file.content);
}

const nothingElse = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Our own two pages: their style file, no scripts. */
const pagePolicy = `${nothingElse}; style-src 'self'`;
/** A mail shown as it was written: its own style and images, links that work, nothing that runs. */
const letterPolicy = `${nothingElse}; style-src 'unsafe-inline'; img-src data:; sandbox allow-top-navigation allow-popups allow-popups-to-escape-sandbox`;

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  policy = pagePolicy,
): void {
  response.writeHead(status, {
    'content-type': /^(text|application\/json)/.test(type) ? `${type}; charset=utf-8` : type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(body);
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function listenSmtp(server: SMTPServer, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function closeSmtp(server: SMTPServer): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(resolve);
  });
}
