import { join } from 'node:path';
import { load } from 'cheerio';
import { componentsShell } from '../../../src/api/pages/components/shell';
import { componentsView } from '../../../src/api/pages/components/view';
import { accessibilityView, privacyView } from '../../../src/api/pages/legal/routes';
import { readLegalSettings } from '../../../src/api/pages/legal/read-settings';
import { contentSecurityPolicy } from '../../../src/api/render/content-security';
import { isIconName } from '../../../src/api/render/icons';
import { assetUrl } from '../../../src/api/render/manifest';
import { preferenceHref, readPreferences } from '../../../src/api/render/preferences';
import type { PageShell } from '../../../src/api/render/shell';
import { asDay } from '../../../src/domain/time/day';
import { exampleRenderer } from '../../e2e/support/example-site';
import { htmlFaults } from '../../e2e/support/html';

const today = asDay('2026-02-10');
const renderer = exampleRenderer();
const plainShell: PageShell = {
  title: 'Prov',
  path: '/prov?sida=2',
  today,
  theme: 'auto',
  audience: 'public',
};
const examples = (lang: 'sv' | 'en'): string =>
  renderer.render('components/show', componentsView, { lang, shell: componentsShell(lang, 'auto', today) });
const notice = (text: string): string =>
  renderer.renderFragment('notice', { tone: 'info', text }, { lang: 'sv', today });

describe('a rendered page', () => {
  it.each(['sv', 'en'] as const)('is valid HTML with one heading of the first level in %s', async (lang) => {
    const html = examples(lang);
    expect(await htmlFaults(html)).toEqual([]);
    const page = load(html);
    expect(page('h1')).toHaveLength(1);
    expect(page('html').attr('lang')).toBe(lang);
    expect(page('[style], script:not([src]), style')).toHaveLength(0);
  });

  it('says "Fel:" first in its title when a form was refused', () => {
    expect(load(examples('sv'))('title').text()).toBe('Fel: Komponenter – Samråd');
  });

  it('carries the form token in every form that posts', () => {
    const page = load(examples('sv'));
    const without = page('form[method=post]').filter(
      (_at, form) => page(form).find('[name=_csrf]').length !== 1,
    );
    expect(without).toHaveLength(0);
  });

  it('links to the accessibility statement and the privacy notice', () => {
    const page = load(
      renderer.render('general/fault', { reference: 'a1' }, { lang: 'sv', shell: plainShell }),
    );
    expect(page('footer a[href="/tillganglighetsredogorelse"]').text()).toBe('Tillgänglighetsredogörelse');
    expect(page('footer a[href="/integritetsmeddelande"]')).toHaveLength(1);
  });

  it('leads back to itself in the other language and appearance', () => {
    const page = load(
      renderer.render('general/fault', { reference: 'a1' }, { lang: 'sv', shell: plainShell }),
    );
    expect(page('a[hreflang=en]').attr('href')).toBe('/prov?sida=2&sprak=en');
    expect(page('a[data-theme-choice=dark]').attr('href')).toBe('/prov?sida=2&utseende=dark');
  });

  it('shows what was typed as text, never as markup', () => {
    expect(notice('<script>alert(1)</script>')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const text = renderer.renderFragment(
      'conflict-view',
      { ...componentsView.conflict, mine: '<img src=x onerror=alert(1)> [x](javascript:alert(1))' },
      { lang: 'sv', today },
    );
    expect(text).not.toContain('<img');
    expect(text).not.toContain('href="javascript');
  });

  it('stops at a page or a component that is not there', () => {
    expect(() => renderer.renderFragment('no-such-part', {}, { lang: 'sv', today })).toThrow(
      'No template named',
    );
  });

  it.each(['sv', 'en'] as const)('tells what law asks for in %s', (lang) => {
    const settings = readLegalSettings(null, true);
    const statement = accessibilityView(lang, settings);
    const privacy = privacyView(lang, settings);
    const options = { lang, shell: plainShell };
    const first = load(renderer.render('public/accessibility-statement', statement, options))('main').text();
    const second = load(renderer.render('public/privacy-notice', privacy, options))('main').text();
    expect(first).toContain('2018:1937');
    expect(first).toContain(statement.assessedOn.text);
    expect(first).toContain(settings.contact.email);
    expect(second).toContain(settings.privacy.protectionOfficer);
    expect(second).toContain('IMY');
  });
});

describe('what the operator declares', () => {
  it('is asked for before anything but the demo county may start', () => {
    expect(() => readLegalSettings(null, false)).toThrow('SAMRAD_LEGAL_FILE saknas');
  });

  it('is refused with every fault at once', () => {
    expect(() =>
      readLegalSettings(join(__dirname, '..', '..', '..', 'data', 'demo', 'county.json'), false),
    ).toThrow(/contact: [^]*accessibility: [^]*privacy: /);
    expect(() => readLegalSettings('/finns/inte.json', false)).toThrow('går inte att läsa');
  });
});

describe('choices of a reader', () => {
  it('are Swedish and the device’s own light when nothing else is chosen', () => {
    expect(readPreferences({})).toEqual({ lang: 'sv', theme: 'auto' });
    expect(readPreferences({ sprak: 'en', utseende: 'dark' })).toEqual({ lang: 'en', theme: 'dark' });
    expect(readPreferences({ sprak: 'xx', utseende: ['dark'] })).toEqual({ lang: 'sv', theme: 'auto' });
  });

  it('never lead to another site', () => {
    expect(preferenceHref('//example.com/x', { lang: 'en' })).toBe('/x?sprak=en');
  });
});

describe('what a page is made of', () => {
  it('comes only from the own site', () => {
    const sources = Object.values(contentSecurityPolicy).flat();
    expect(new Set(sources)).toEqual(new Set(["'none'", "'self'", 'data:']));
  });

  it('names its built files and icons, or stops', () => {
    expect(() => assetUrl({}, 'app.js')).toThrow('No built asset named app.js');
    expect(isIconName('constructor')).toBe(false);
  });
});
