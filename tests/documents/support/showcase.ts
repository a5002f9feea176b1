import { renderPdf, type PdfInput } from '../../../src/documents/pdf/render-pdf';
import { png } from './other-pdfs';

export const MOMENT = new Date('2026-02-13T08:00:00Z');

/** The least a document needs around its HTML. */
export function pdfOf(html: string, more: Partial<PdfInput> = {}): Promise<Buffer> {
  return renderPdf({
    html,
    title: 'Provhandling',
    author: 'Gemensam hjälpmedelsnämnd',
    createdAt: MOMENT,
    header: {
      organisation: 'Gemensam hjälpmedelsnämnd',
      unit: 'Region Västerdal',
      kind: 'Provhandling',
      reference: 'HMC260004',
    },
    footer: { lines: ['Hjälpmedelscentrum, Verkstadsgatan 2, Västerdal'] },
    ...more,
  });
}

export const sentence =
  'Förvaltningen bedömer att kostnaderna ryms inom beslutad investeringsram och ska beaktas i arbetet med mål och budget. ';

const picture = png(64, 32, (x, y) => [x * 4, 90, 160, y * 8]).toString('base64');

const rows = Array.from(
  { length: 60 },
  (_row, at) =>
    `<tr><th scope="row">Ledamot ${at + 1}</th><td>${at === 30 ? `<p>${sentence.repeat(4)}</p>`.repeat(14) : '§§ 12–26'}</td><td data-align="right">${at * 1250}</td></tr>`,
).join('');

/** Every element of the list (docs/adr/0010) in one document. */
export const showcase = `<article>
  <h1>Alla delar &amp; &lt;tecken&gt;</h1>
  <p class="lead">Ingress</p><p class="meta">HMC260004</p>
  <dl><dt>Datum</dt><dd>fredag 20 februari 2026</dd><dt>Plats</dt><dd><p>Gripen</p><p>Västerdal</p></dd></dl>
  <h2 id="avsnitt">Löpande text</h2>
  <p>${sentence}<strong>Fet</strong>, <em>kursiv</em>, <strong><em>båda</em></strong>, <abbr title="kommunallagen">KL</abbr>, <span lang="en">in English</span>. <a href="https://example.se/p?a=1&amp;b=å">En länk som är så lång att den måste brytas över minst två rader på den här sidan</a> och <a href="#avsnitt">till avsnittet</a>.</p>
  <p class="label">Etikett</p><p class="small">Litet</p><p class="right">Till höger</p><p lang="se">Čoahkkin ☐ ☑</p>
  <ol start="9"><li>Nionde<ul><li>inre<ol><li>innerst</li></ol></li></ul></li><li><p>Tionde</p><p>Andra stycket</p></li></ol>
  <ul class="plain"><li>Namn ett</li><li>Namn två</li></ul>
  <blockquote><p>${sentence}</p><ul><li>I citat</li></ul></blockquote>
  <section class="box"><h3>Beslut</h3><p>Nämnden beslutar</p><ol><li>ett</li><li>två</li></ol></section>
  <figure><img src="data:image/png;base64,${picture}" alt="Färgprov" width="160" height="80"><figcaption>Figur 1. Bild</figcaption></figure>
  <figure><svg viewBox="0 0 300 80" width="300" height="80"><title>Stapeldiagram: 15 och 11</title><path d="M0 80h50v-60h-50z" fill="#17494d"></path><path d="M70 80h50v-44h-50z" fill="#17494d"></path></svg></figure>
  <table><caption>Tabell 1</caption><colgroup><col data-width="30"><col><col data-width="20"></colgroup><thead><tr><th scope="col">Namn</th><th scope="col">Anteckning</th><th scope="col" data-align="right">Belopp</th></tr></thead><tbody>${rows}<tr><th scope="row" colspan="2">Summa</th><td data-align="right">2 212 500 kr</td></tr></tbody></table>
  <hr>
  <section class="keep"><h2>Hålls ihop</h2><p>${sentence}</p></section>
  <section class="ending"><hr><p>Slutet följer texten före.</p></section>
  <div class="columns"><div><p class="label">Ordförande</p><hr class="signature"><p>Rikard Falkenäng</p></div><div><p>Till höger</p></div></div>
  <section class="page"><h2>Egen sida</h2><section class="item"><h3>Underrubrik</h3><h4>Minsta</h4><p>${sentence}</p></section></section>
</article>`;
