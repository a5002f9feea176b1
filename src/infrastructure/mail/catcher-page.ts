import type { CaughtMail } from './caught-mails';

/** The style of the two pages; served as a file so that nothing inline is needed. */
export const style = `
:root { color-scheme: light dark; --line: #8a94a0; --quiet: #4a5560; --link: #0b4f8a; --paper: #fff; --ink: #1b2127; }
@media (prefers-color-scheme: dark) { :root { --line: #76818c; --quiet: #b4bec8; --link: #8cc4f5; --paper: #14181c; --ink: #e8ecef; } }
html { background: var(--paper); color: var(--ink); }
body { font: 1rem/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.15rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 38rem; }
caption { text-align: left; color: var(--quiet); padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
.letter { white-space: pre-wrap; border-top: 1px solid var(--line); padding-top: 1rem; overflow-wrap: anywhere; }
`;

/** The list of mails, newest first. */
export function listPage(mails: readonly CaughtMail[]): string {
  const rows = mails.map(
    (mail) => `<tr>
      <td><time datetime="${escape(mail.date)}">${escape(when(mail.date))}</time></td>
      <td>${escape(mail.to.join(', '))}</td>
      <td><a href="/mails/${mail.id}">${escape(mail.subject === '' ? '(utan ärende)' : mail.subject)}</a></td>
      <td>${String(mail.deliveries)}</td>
    </tr>`,
  );
  const body =
    mails.length === 0
      ? '<p>Inga mejl har skickats ännu. Här visas allt som Samråd skickar; ingenting lämnar den här datorn.</p>'
      : `<div class="wide" role="region" aria-labelledby="mails" tabindex="0"><table>
          <caption id="mails">${String(mails.length)} mejl, de senaste först. Ingenting har lämnat den här datorn.</caption>
          <thead><tr><th scope="col">Datum</th><th scope="col">Till</th><th scope="col">Ärende</th><th scope="col">Antal sändningar</th></tr></thead>
          <tbody>${rows.join('\n')}</tbody>
        </table></div>`;
  return frame('Skickade mejl', `<h1>Skickade mejl</h1>\n<p><a href="/">Uppdatera listan</a></p>\n${body}`);
}

/** One mail: who, when, the text with links that work, the attachments. */
export function mailPage(mail: CaughtMail): string {
  const files = mail.attachments.map(
    (file, place) =>
      `<li><a href="/mails/${mail.id}/attachments/${String(place)}">${escape(file.fileName)}</a> (${escape(file.contentType)}, ${String(Math.ceil(file.size / 1024))} kB)</li>`,
  );
  return frame(
    mail.subject,
    `<p><a href="/">Alla mejl</a></p>
    <h1>${escape(mail.subject)}</h1>
    <dl>
      <dt>Från</dt><dd>${escape(mail.from)}</dd>
      <dt>Till</dt><dd>${escape(mail.to.join(', '))}</dd>
      <dt>Datum</dt><dd><time datetime="${escape(mail.date)}">${escape(when(mail.date))}</time></dd>
      <dt>Message-ID</dt><dd>${escape(mail.messageId)}</dd>
      <dt>Antal sändningar</dt><dd>${String(mail.deliveries)}</dd>
    </dl>
    ${files.length === 0 ? '' : `<h2>Bilagor</h2><ul>${files.join('')}</ul>`}
    ${mail.html === '' ? '' : `<p><a href="/mails/${mail.id}/html">Visa mejlet som webbsida</a></p>`}
    <div class="letter">${withLinks(mail.text)}</div>`,
  );
}

/** Said when an address leads nowhere. */
export function missingPage(): string {
  return frame('Mejlet finns inte', '<h1>Mejlet finns inte</h1><p><a href="/">Till alla mejl</a></p>');
}

function frame(title: string, main: string): string {
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Samråds brevlåda</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}

function when(date: string): string {
  const moment = new Date(date);
  if (Number.isNaN(moment.getTime())) return date;
  return moment.toLocaleString('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'long',
    timeStyle: 'short',
  });
}

function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, place) => (place % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
    .join('');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
