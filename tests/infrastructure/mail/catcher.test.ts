import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { startCatcher, type MailCatcher } from '../../../src/infrastructure/mail/catcher';
import type { CaughtMail } from '../../../src/infrastructure/mail/caught-mails';
import { createMailer, type Mailer, type OutgoingMail } from '../../../src/infrastructure/mail/smtp-sender';

describe('the mailbox of the demo county', () => {
  let folder: string;
  let catcher: MailCatcher;
  let mailer: Mailer;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'samrad-mail-'));
    catcher = await startCatcher({ folder, smtpPort: 0, pagePort: 0 });
    mailer = createMailer(catcher.smtpUrl);
  });
  afterEach(async () => {
    mailer.close();
    await catcher.close();
    rmSync(folder, { recursive: true });
  });

  const summons = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
    messageId: '<kallelse-1@samrad.example>',
    from: 'namnden@vasterdal.example',
    to: 'ledamot@almby.example',
    subject: 'Kallelse till sammanträde – åäö',
    text: 'Kallelsen finns här:\nhttp://localhost:3000/sammantraden/1\n',
    html: '<p>Kallelsen finns <a href="http://localhost:3000/sammantraden/1">här</a>.</p>',
    date: new Date('2026-02-06T08:00:00Z'),
    ...change,
  });
  const mails = async (): Promise<CaughtMail[]> =>
    (await (await fetch(`${catcher.pageUrl}/mails`)).json()) as CaughtMail[];

  it('takes a mail with its Swedish subject, its own Message-ID and the date of the case', async () => {
    await expect(mailer.send(summons())).resolves.toEqual({ outcome: 'accepted' });
    expect(await mails()).toEqual([
      expect.objectContaining({
        messageId: '<kallelse-1@samrad.example>',
        subject: 'Kallelse till sammanträde – åäö',
        to: ['ledamot@almby.example'],
        date: '2026-02-06T08:00:00.000Z',
        deliveries: 1,
      }),
    ]);
  });

  it('is told where a mail comes back to, which is not the sender that the reader sees', async () => {
    await mailer.send(summons({ returnTo: 'studsar@vasterdal.example' }));
    await mailer.send(summons({ messageId: '<kallelse-2@samrad.example>', returnTo: null }));
    const envelopes = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { from: string }).from);
    expect(envelopes.sort()).toEqual(['namnden@vasterdal.example', 'studsar@vasterdal.example']);
    expect((await mails()).map(({ from }) => from)).toEqual([
      'namnden@vasterdal.example',
      'namnden@vasterdal.example',
    ]);
  });

  it('shows a mail that went twice with the same Message-ID once, with two deliveries', async () => {
    await mailer.send(summons());
    await mailer.send(summons());
    await mailer.send(summons({ to: 'annan@almby.example', messageId: '<kallelse-2@samrad.example>' }));
    expect((await mails()).map((mail) => mail.deliveries)).toEqual([1, 2]);
  });

  it('keeps the mails over a restart', async () => {
    await mailer.send(summons());
    await catcher.close();
    catcher = await startCatcher({ folder, smtpPort: 0, pagePort: 0 });
    expect(await mails()).toHaveLength(1);
  });

  it('tells a refused recipient as a bounce with the code of the mail server', async () => {
    await expect(mailer.send(summons({ to: 'borta@studs.example' }))).resolves.toEqual({
      outcome: 'bounced',
      code: 550,
    });
    expect(await mails()).toEqual([]);
  });

  it('throws when the mail server is away, so that the mail goes again', async () => {
    const nobody = createMailer('smtp://127.0.0.1:1');
    await expect(nobody.send(summons())).rejects.toThrow();
    nobody.close();
  });

  it('hands out attachments as they were sent', async () => {
    const content = Buffer.from('%PDF-1.7 kallelse');
    await mailer.send(
      summons({ attachments: [{ fileName: 'kallelse å.pdf', contentType: 'application/pdf', content }] }),
    );
    const [mail] = await mails();
    expect(mail?.attachments).toEqual([
      { fileName: 'kallelse å.pdf', contentType: 'application/pdf', size: content.length },
    ]);
    const file = await fetch(`${catcher.pageUrl}/mails/${mail?.id ?? ''}/attachments/0`);
    expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true);
  });

  it('reads as a Swedish page whose links can be followed and whose text is never markup', async () => {
    await mailer.send(summons({ subject: '<b>Kallelse</b>' }));
    const list = load(await (await fetch(catcher.pageUrl)).text());
    expect(list('html').attr('lang')).toBe('sv');
    expect(list('tbody a').text()).toBe('<b>Kallelse</b>');
    const page = await fetch(`${catcher.pageUrl}${list('tbody a').attr('href') ?? ''}`);
    const mail = load(await page.text());
    expect(mail('.letter a').attr('href')).toBe('http://localhost:3000/sammantraden/1');
    expect(mail('script')).toHaveLength(0);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('says so when there are no mails, and when a mail does not exist', async () => {
    expect(await (await fetch(catcher.pageUrl)).text()).toContain('Inga mejl har skickats ännu');
    const missing = await fetch(`${catcher.pageUrl}/mails/saknas`);
    expect(missing.status).toBe(404);
  });
});
