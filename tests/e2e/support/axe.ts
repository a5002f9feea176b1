import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, one line for each place: rule, place, advice. Contrast is on. */
export async function axeViolations(page: Page, within = 'html'): Promise<readonly string[]> {
  // Evaluating goes around the page's own policy, so the policy stays as strict as it is served.
  await page.evaluate(source);
  const results = await page.evaluate(
    async ([wanted, place]) => {
      const { axe } = window as unknown as {
        axe: { run(context: string, options: object): Promise<AxeResults> };
      };
      return axe.run(place, { runOnly: { type: 'tag', values: wanted }, resultTypes: ['violations'] });
    },
    [rules, within] as const,
  );
  return results.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary ?? violation.help}`,
    ),
  );
}

/** WCAG 2.0 to 2.2, A and AA, and axe's best practice: none may be broken. */
export async function expectNoAxeViolations(page: Page, within = 'html'): Promise<void> {
  expect(await axeViolations(page, within)).toEqual([]);
}

/** WCAG 1.4.10: nothing needs to be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, window: width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(width);
}
