import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { componentsView } from '../../src/api/pages/components/view';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/axe';
import { openPage, startBrowser, takePicture } from './support/browser';
import { startExampleSite, type ExampleSite } from './support/example-site';

const wordFragment = readFileSync(join(__dirname, 'fixtures', 'word-fragment.txt'), 'utf8');

jest.setTimeout(60_000);

let browser: Browser;
let site: ExampleSite;

beforeAll(async () => {
  site = await startExampleSite();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const openEditor = async (reader = {}) => {
  const opened = await openPage(browser, `${site.url}/komponenter`, reader);
  await opened.page.waitForSelector('#text-editor');
  return opened;
};

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.id ?? '';
  });

const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Textverktyg för Bakgrund' }).getByRole('button', { name });

const clear = async (page: Page): Promise<void> => {
  await page.focus('#text-editor');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
};

const written = (page: Page): Promise<string> => page.inputValue('#text');

/** The editor writes to its field shortly after the last key. */
const writtenAs = async (page: Page, text: string): Promise<void> => {
  await page
    .waitForFunction(
      (wanted) => document.querySelector<HTMLTextAreaElement>('#text')?.value.trim() === wanted,
      text,
      { timeout: 5000 },
    )
    .catch(async () => {
      expect((await written(page)).trim()).toBe(text);
    });
};

const save = async (page: Page): Promise<void> => {
  const answered = page.waitForResponse((response) => response.status() === 303);
  await page.getByRole('button', { name: 'Spara utkastet' }).click();
  await answered;
};

const paste = (page: Page, html: string): Promise<void> =>
  page.evaluate((content) => {
    const data = new DataTransfer();
    data.setData('text/html', content);
    document
      .querySelector('#text-editor')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);

describe('the text editor', () => {
  it('is walked by keyboard: one stop in the tools, then the text, then the next field', async () => {
    const { page, context } = await openEditor();
    await page.focus('#fil');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Textslag');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Fet');
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('Gör om');
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe('Textslag');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('text-editor');
    await page.keyboard.press('Alt+F10');
    expect(await focused(page)).toBe('Textslag');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('text-editor');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Spara utkastet');
    await context.close();
  });

  it('lets a secretary write with the keyboard alone', async () => {
    const { page, context, faults } = await openEditor();
    await clear(page);
    await page.keyboard.type('Nämnden beslutar ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('enligt förslaget');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- första');
    await page.keyboard.press('Enter');
    await page.keyboard.type('under');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await writtenAs(page, 'Nämnden beslutar **enligt förslaget**.\n\n- första\n  - under');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('starts no list from a year at the beginning of a line', async () => {
    const { page, context } = await openEditor();
    await clear(page);
    await page.keyboard.type('2026. Året');
    await writtenAs(page, '2026\\. Året');
    await context.close();
  });

  it('chooses headings in a list of text kinds', async () => {
    const { page, context } = await openEditor();
    await clear(page);
    await page.keyboard.type('Bakgrund');
    await page.selectOption('.rich-text__bar select', 'heading');
    await writtenAs(page, '# Bakgrund');
    await context.close();
  });

  it('shows table tools only inside a table, and writes the table', async () => {
    const { page, context } = await openEditor();
    await clear(page);
    expect(await tool(page, 'Ny rad').isVisible()).toBe(false);
    await tool(page, 'Infoga tabell').click();
    await page.keyboard.type('Post');
    expect(await tool(page, 'Infoga tabell').isVisible()).toBe(false);
    await tool(page, 'Ny kolumn').click();
    await expectNoAxeViolations(page, '[role=toolbar]');
    await writtenAs(page, '| Post | | |\n| - | - | - |\n| | | |\n| | | |');
    await context.close();
  });

  it('cleans what is pasted from Word: headings, nested lists, numbered points and a table', async () => {
    const { page, context, faults } = await openEditor();
    await clear(page);
    await paste(page, wordFragment);
    await writtenAs(
      page,
      [
        '# Förslag till beslut',
        '',
        'Nämnden beslutar **enligt förslag** och *noterar* § 12, se [protokollet](https://example.se/protokoll).',
        '',
        '- Första punkten',
        '  - Underpunkt',
        '- Andra punkten',
        '',
        'Mellantext',
        '',
        '1. att anta planen, samt',
        '2. att upphäva beslutet.',
        '',
        '| **Post** | **Belopp** |',
        '| - | - |',
        '| Skola \\| förskola | 1\u00A0200 |',
      ].join('\n'),
    );
    expect(faults).toEqual([]);
    await context.close();
  });

  it('lets nothing in pasted text run or look like it wants', async () => {
    const { page, context, faults } = await openEditor();
    await clear(page);
    await paste(
      page,
      '<b style="font-weight:normal"><p style="color:red" onclick="x()">Ren<img src=x onerror="document.title=1"></p><script>document.title=2</script><a href="javascript:alert(1)">länk</a></b>',
    );
    await writtenAs(page, 'Ren\n\nlänk');
    expect(await page.title()).not.toMatch(/^[12]$/);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('trusts only what was copied here, not what another editor of the same make marks alike', async () => {
    const { page, context, faults } = await openEditor();
    await clear(page);
    await paste(
      page,
      '<b data-pm-slice="1 1 []" style="font-weight:normal"><p style="color:red">Ren text</p></b>',
    );
    await writtenAs(page, 'Ren text');
    await clear(page);
    await page.keyboard.type('- ett');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('två');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    await writtenAs(page, '');
    await page.keyboard.press('Control+v');
    await writtenAs(page, '- ett\n- **två**');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keeps a table whole: one line in a cell, Enter to the next row, and the header row stays', async () => {
    const { page, context, faults } = await openEditor();
    await clear(page);
    await tool(page, 'Infoga tabell').click();
    expect(await tool(page, 'Ta bort rad').getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.type('Post');
    await page.keyboard.press('Enter');
    await paste(page, '<p>Första stycket</p><p>Andra <b>stycket</b></p><ul><li>punkt</li></ul>');
    await page.keyboard.press('Enter');
    await page.keyboard.type('streck');
    await page.keyboard.press('Enter');
    await page.keyboard.type('andra');
    await writtenAs(
      page,
      '| Post | |\n| - | - |\n| Första stycket Andra **stycket** punkt | |\n| streck | |\n| andra | |',
    );
    await tool(page, 'Ta bort rad').click();
    await writtenAs(
      page,
      '| Post | |\n| - | - |\n| Första stycket Andra **stycket** punkt | |\n| streck | |',
    );
    expect(faults).toEqual([]);
    await context.close();
  });

  it('goes on with a lettered list from Word where it was resumed', async () => {
    const { page, context } = await openEditor();
    await clear(page);
    const item = (marker: string, words: string) =>
      `<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">${marker}</span>${words}</p>`;
    await paste(page, `${item('a)', 'ett')}${item('b)', 'två')}<p>Mellan</p>${item('c)', 'tre')}`);
    await writtenAs(page, '1. ett\n2. två\n\nMellan\n\n3. tre');
    await context.close();
  });

  it('shows the kind of text that stands there when another cannot', async () => {
    const { page, context } = await openEditor();
    await clear(page);
    await page.keyboard.type('- punkt');
    await page.selectOption('.rich-text__bar select', 'heading');
    expect(await page.inputValue('.rich-text__bar select')).toBe('paragraph');
    await writtenAs(page, '- punkt');
    await context.close();
  });

  it('asks for a link in a dialog and takes only safe addresses', async () => {
    const { page, context } = await openEditor();
    await clear(page);
    await page.keyboard.type('protokollet');
    await page.keyboard.press('Control+a');
    await tool(page, 'Länk').click();
    await expectNoAxeViolations(page, 'dialog');
    await page.keyboard.type('javascript:alert(1)');
    await page.keyboard.press('Enter');
    expect(await page.locator('dialog').innerText()).toContain('Skriv en adress som börjar med');
    await page.fill('#rich-text-link', 'https://example.se/p');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('text-editor');
    await writtenAs(page, '[protokollet](https://example.se/p)');
    await context.close();
  });

  it('changes and removes the link that the caret stands in, and leaves its words as they are', async () => {
    const { page, context } = await openEditor();
    const openDialog = () => tool(page, 'Länk').click();
    await clear(page);
    await page.keyboard.type('Se sida');
    for (let letters = 0; letters < 4; letters += 1) await page.keyboard.press('Shift+ArrowLeft');
    await openDialog();
    await page.keyboard.type('https://gammal.example');
    await page.keyboard.press('Enter');
    await writtenAs(page, 'Se [sida](https://gammal.example)');
    // A selected link shows its address; then the caret stands in it.
    await openDialog();
    expect(await page.inputValue('#rich-text-link')).toBe('https://gammal.example');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await openDialog();
    expect(await page.inputValue('#rich-text-link')).toBe('https://gammal.example');
    await page.keyboard.press('Enter');
    await writtenAs(page, 'Se [sida](https://gammal.example)');
    await openDialog();
    await page.fill('#rich-text-link', 'https://ny.example');
    await page.keyboard.press('Enter');
    await writtenAs(page, 'Se [sida](https://ny.example)');
    await openDialog();
    await page.fill('#rich-text-link', '');
    await page.keyboard.press('Enter');
    await writtenAs(page, 'Se sida');
    await context.close();
  });

  it('posts an untouched text as it came, and an undone change too', async () => {
    const { page, context } = await openEditor();
    await page.focus('#text-editor');
    await page.keyboard.type('x');
    await page.keyboard.press('Control+z');
    await save(page);
    const text = String(site.posted.at(-1)?.['text']).replace(/\r\n/g, '\n');
    expect(text).toBe(componentsView.richText);
    await context.close();
  });

  it('saves by itself while someone writes, with the newest text and the version that it builds on', async () => {
    const { page, context, faults } = await openEditor();
    await clear(page);
    await page.keyboard.type('Nytt stycke');
    await page.waitForFunction(
      () => document.querySelector('#sparat')?.textContent?.trim() === 'Sparat 14.32',
    );
    const before = site.posted.length;
    await page.keyboard.type(' till');
    await page.waitForResponse((response) => response.request().method() === 'POST');
    expect(site.posted.length).toBeGreaterThan(before);
    expect(site.posted.at(-1)?.['text']).toBe('Nytt stycke till\n');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#exempel-version')?.value === '6',
    );
    expect(await focused(page)).toBe('text-editor');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is reached from its label and from the list of faults', async () => {
    const { page, context } = await openEditor();
    await page.click('label[for=text]');
    expect(await focused(page)).toBe('text-editor');
    await page.focus('#rubrik');
    await page.evaluate(() => document.querySelector<HTMLElement>('#text')?.focus());
    expect(await focused(page)).toBe('text-editor');
    await context.close();
  });

  it.each([
    ['light', 320],
    ['dark', 320],
    ['light', 1280],
  ] as const)('is accessible in %s at %i pixels', async (theme, width) => {
    const { page, context, faults } = await openEditor({ theme, width });
    await page.click('#text-editor td');
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await page.locator('rich-text').first().scrollIntoViewIfNeeded();
    await takePicture(page, `editor ${theme} ${String(width)}`);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is a plain field without scripts', async () => {
    const { page, context } = await openPage(browser, `${site.url}/komponenter`, { scripts: 'blocked' });
    const hint = await page.innerText('#text-format');
    for (const taught of [
      'Rubrik',
      'Underrubrik',
      'Punktlista',
      'Numrerad lista',
      'Fet',
      'Kursiv',
      'Länk',
      'Tabell',
    ])
      expect(hint).toContain(taught);
    await page.fill('#text', 'Utan skript');
    await save(page);
    expect(site.posted.at(-1)?.['text']).toBe('Utan skript');
    await context.close();
  });
});
