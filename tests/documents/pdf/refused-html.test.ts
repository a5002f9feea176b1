import { DocumentFault } from '../../../src/documents/pdf/read/document-fault';
import { pdfOf } from '../support/showcase';

describe('HTML that a document cannot be made of', () => {
  it.each([
    ['an element outside the list', '<h1>R</h1><video></video>', /<video> is not in the list/],
    ['a class outside the list', '<h1>R</h1><p class="fancy">x</p>', /class "fancy"/],
    ['two classes', '<h1>R</h1><p class="lead small">x</p>', /more than one class/],
    ['an attribute that would be lost', '<h1>R</h1><p style="color:red">x</p>', /attribute "style"/],
    ['a first heading of level 2', '<h2>R</h2>', /heading level 2 after 0/],
    ['a skipped heading level', '<h1>R</h1><h2>A</h2><h4>B</h4>', /heading level 4 after 2/],
    ['a heading without words', '<h1> </h1>', /a heading has no words/],
    [
      'a picture without words',
      '<h1>R</h1><figure><img src="data:image/png;base64,AAAA" alt="" width="1" height="1"></figure>',
      /without an alternative text/,
    ],
    [
      'a picture fetched from elsewhere',
      '<h1>R</h1><figure><img src="https://example.se/x.png" alt="x" width="1" height="1"></figure>',
      /data address/,
    ],
    [
      'a table without header cells',
      '<h1>R</h1><table><tbody><tr><td>x</td></tr></tbody></table>',
      /without header cells/,
    ],
    [
      'a header cell without a direction',
      '<h1>R</h1><table><tbody><tr><th>x</th><td>y</td></tr></tbody></table>',
      /needs scope/,
    ],
    [
      'rows of different widths',
      '<h1>R</h1><table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>x</td></tr></tbody></table>',
      /different numbers of columns/,
    ],
    ['text directly in a list', '<h1>R</h1><ul>x</ul>', /text directly in <ul>/],
    ['a link without an address', '<h1>R</h1><p><a>x</a></p>', /a link needs/],
    ['a character that no font has', '<h1>R</h1><p>Emoji \u{1F600}</p>', /U\+1F600/],
  ])('is refused as a fault of the template: %s', async (_name, html, message) => {
    await expect(pdfOf(html)).rejects.toThrow(DocumentFault);
    await expect(pdfOf(html)).rejects.toThrow(message);
  });

  it('is not made of odd blanks and split accents, which are set as what they mean', async () => {
    await expect(pdfOf('<h1>R</h1><p>A\u030a\u2003\u200bb\u00ad</p>')).resolves.toBeInstanceOf(Buffer);
  });
});
