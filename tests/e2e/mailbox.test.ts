import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startCatcher, type MailCatcher } from '../../src/infrastructure/mail/catcher';
import { createMailer } from '../../src/infrastructure/mail/smtp-sender';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/axe';
import { openPage, startBrowser, takePicture, type Reader } from './support/browser';

let browser: Browser;
let folder: string;
let mailbox: MailCatcher;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samrad-mailbox-'));
  mailbox = await startCatcher({ folder, smtpPort: 0, pagePort: 0 });
  const mailer = createMailer(mailbox.smtpUrl);
  for (const place of [1, 2]) {
    await mailer.send({
      messageId: `<kallelse-${String(place)}@samrad.example>`,
      from: 'Gemensam hjälpmedelsnämnd <namnden@vasterdal.example>',
      to: `ledamot${String(place)}@en-ganska-lang-kommunadress.almby.example`,
      subject: 'Kallelse till sammanträdet den 20 februari 2026',
      text: 'Handlingarna finns här:\nhttp://localhost:3000/sammantraden/01a20159-f98d-7740-85f4-00a682e58343\n',
      html: '<p>Handlingarna finns.</p>',
      date: new Date('2026-02-06T08:00:00Z'),
      attachments: [
        { fileName: 'kallelse.ics', contentType: 'text/calendar', content: Buffer.from('BEGIN') },
      ],
    });
  }
  mailer.close();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await mailbox.close();
  rmSync(folder, { recursive: true });
});

const readers: readonly (readonly [string, Reader])[] = [
  ['on a wide screen', { width: 1280 }],
  ['in the dark', { theme: 'dark' }],
  ['on a narrow phone', { width: 320 }],
];

describe('the mailbox of the demo county', () => {
  it.each(readers)('can be read by everyone %s, the list and a letter', async (name, reader) => {
    const { page, context } = await openPage(browser, mailbox.pageUrl, reader);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await takePicture(page, `brevlådan ${name}`);
    await page.getByRole('link', { name: 'Kallelse till sammanträdet' }).first().click();
    await page.getByRole('heading', { name: 'Kallelse till sammanträdet den 20 februari 2026' }).waitFor();
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await takePicture(page, `brev ${name}`);
    await context.close();
  });
});
