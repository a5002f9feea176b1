import { checkText, TEXT_LIMIT } from '../../../src/documents/text/check';
import { renderHtml } from '../../../src/documents/text/html';
import { plainText } from '../../../src/documents/text/plain';
import { normaliseText, parseText } from '../../../src/documents/text/profile';
import { writeText } from '../../../src/documents/text/write';
import { readHtml } from '../../../src/documents/pdf/read/read-html';
import { texts } from './texts';

const html = (text: string, headingLevel = 3): string => renderHtml(parseText(text), { headingLevel });

describe('a text shown on a page', () => {
  it.each([
    [
      'bold and italic',
      'Nämnden **beslutar** *enhälligt*.',
      '<p>Nämnden <strong>beslutar</strong> <em>enhälligt</em>.</p>',
    ],
    ['two levels of headings, moved to where they stand', '# A\n\n## B', '<h3>A</h3><h4>B</h4>'],
    ['deeper levels as the second', '## A\n\n### B\n\n#### C', '<h3>A</h3><h4>B</h4><h4>C</h4>'],
    ['no gap before the first heading', 'x\n\n## B\n\n# A', '<p>x</p><h3>B</h3><h3>A</h3>'],
    ['a line break where somebody pressed Enter', 'rad ett\nrad två', '<p>rad ett<br>rad två</p>'],
    ['a tight list', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['a loose list', '- a\n\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['a list that goes on', '4. a\n5. b', '<ol start="4"><li>a</li><li>b</li></ol>'],
    [
      'a table',
      '| A | B |\n| --- | ---: |\n| 1 | 2 |',
      '<table><thead><tr><th scope="col">A</th><th scope="col" data-align="right">B</th></tr></thead><tbody><tr><td>1</td><td data-align="right">2</td></tr></tbody></table>',
    ],
    ['no heading without words', '##\n\nx', '<p>x</p>'],
    [
      'a link without words',
      '[](https://example.se)',
      '<p><a href="https://example.se">https://example.se</a></p>',
    ],
    ['a quote', '> a', '<blockquote><p>a</p></blockquote>'],
    ['a link', '[a](https://example.se/?b=1&c=2)', '<p><a href="https://example.se/?b=1&amp;c=2">a</a></p>'],
  ])('has %s', (_name, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it.each([
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['[a](javascript:alert)', '<p>[a](javascript:alert)</p>'],
    ['[a](//evil.example)', '<p>[a](//evil.example)</p>'],
    ['![bild](https://example.se/x.png)', '<p>!<a href="https://example.se/x.png">bild</a></p>'],
    ['    indragen', '<p>indragen</p>'],
    ['`kod`', '<p>`kod`</p>'],
    ['```\nkod\n```', '<p>```<br>kod<br>```</p>'],
    ['Text\n===', '<p>Text<br>===</p>'],
    ['[1]: https://example.se', '<p>[1]: https://example.se</p>'],
  ])('keeps what is not part of the format as the text that was typed: %s', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('holds only what a document can be made of', () => {
    for (const text of Object.values(texts))
      expect(() => readHtml(`<h1>R</h1><h2>S</h2>${html(text)}`)).not.toThrow();
  });

  it('is read in a moment even when somebody means ill', () => {
    for (const hostile of [
      '**a*'.repeat(20_000),
      '[a](b'.repeat(15_000),
      '>'.repeat(20_000),
      '- '.repeat(20_000),
      '|'.repeat(50_000),
    ])
      expect(html(hostile).length).toBeGreaterThan(0);
  });
});

describe('a text that is written back', () => {
  it.each(Object.entries(texts))('is the same text: %s', (_name, text) => {
    const once = writeText(parseText(text));
    expect(html(once)).toBe(html(text));
    expect(writeText(parseText(once))).toBe(once);
  });
});

describe('a text without its marks', () => {
  it('reads as sentences, items and cells', () => {
    expect(
      plainText(
        parseText('# Rubrik\n\nEtt **fett** ord.\n\n1. a\n2. b\n\n| A | B |\n| --- | --- |\n| 1 | 2 |'),
      ),
    ).toBe('Rubrik\n\nEtt fett ord.\n\n1. a\n2. b\n\nA | B\n1 | 2');
  });
});

describe('a text that is saved', () => {
  it('has one kind of line end', () => {
    expect(checkText('a\r\nb\rc')).toEqual({ ok: true, content: 'a\nb\nc' });
    expect(normaliseText('a\r\n')).toBe('a\n');
  });

  it('may hold Swedish, Sami, ticks and typographic signs', () => {
    expect(checkText('ÅÄÖ åäö é ü Č Đ Ŋ Š Ŧ Ž ☐ ☑ ✓ – — ” ’ … § € ½ ²').ok).toBe(true);
  });

  it('takes letters with their accents apart as one sign', () => {
    expect(checkText('A\u030ake')).toEqual({ ok: true, content: 'Åke' });
  });

  it('is refused at the first character that no font has, with its place', () => {
    expect(checkText('Rad ett\nRad två \u{1F600} slut \u4e2d')).toEqual({
      ok: false,
      fault: {
        code: 'text-character-without-glyph',
        character: '\u{1F600}',
        codePoint: 'U+1F600',
        line: 2,
        column: 9,
      },
    });
  });

  it('is refused when it is longer than the limit', () => {
    expect(checkText('a'.repeat(TEXT_LIMIT)).ok).toBe(true);
    expect(checkText('a'.repeat(TEXT_LIMIT + 1))).toEqual({
      ok: false,
      fault: { code: 'text-too-long', length: TEXT_LIMIT + 1, limit: TEXT_LIMIT },
    });
  });
});
