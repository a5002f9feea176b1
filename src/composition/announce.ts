import type { SignInView } from '../api/pages/people/sign-in-view';
import { paths } from '../api/paths';
import { DEMO_PASSWORD } from '../demo/demo-password';

export interface Started {
  /** What api was given. */
  readonly env: NodeJS.ProcessEnv;
  /** Folder of the logs. */
  readonly logs: string;
  /** How long the start took. */
  readonly ms: number;
  readonly say: (line: string) => void;
}

/** The last words of a start: the address, where sent mail can be read, and the people of the demo county. */
export async function announce({ env, logs, ms, say }: Started): Promise<void> {
  const { SAMRAD_PUBLIC_URL: url = '', SAMRAD_MAIL_PAGE: mailUrl } = env;
  say('');
  say(`Samråd är igång efter ${(ms / 1000).toFixed(1).replace('.', ',')} s.`);
  say(`  Öppna            ${url}`);
  if (mailUrl !== undefined) say(`  Skickade mejl    ${mailUrl}`);
  say(`  Loggar           ${logs}`);
  if (env['SAMRAD_DEMO'] === '1') await announcePeople(env['SAMRAD_PORT'] ?? '', say);
  else sayWhoCanSignIn(say);
  say('Avsluta med Ctrl-C.');
}

/** Nobody is in an empty database, and no screen of the product can enter the first one. */
function sayWhoCanSignIn(say: (line: string) => void): void {
  say('  Demolänet läses inte in här. Logga in kan bara den som är införd med');
  say('  node dist/main-install.js <länsfil>: steg 7 under First installation i docs/operations.md.');
}

const shownPerRole = 2;

/** The people of the demo county, as the sign-in page has them. */
async function announcePeople(port: string, say: (line: string) => void): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/api${paths.signIn.to()}`).catch(() => undefined);
  if (response?.ok !== true) return;
  const { demoGroups } = ((await response.json()) as { view: Pick<SignInView, 'demoGroups'> }).view;
  if (demoGroups.length === 0) return;
  say('  Demolänets personer (logga in med en knapp på inloggningssidan):');
  const width = Math.max(...demoGroups.map(({ heading }) => heading.length));
  for (const { heading, people } of demoGroups) {
    const shown = people
      .slice(0, shownPerRole)
      .map(({ name, role }) => (role === '' ? name : `${name} (${role})`));
    const more = people.length > shownPerRole ? ` och ${String(people.length - shownPerRole)} till` : '';
    say(`    ${heading.padEnd(width)}  ${shown.join(', ')}${more}`);
  }
  say(`  De har alla e-post på ….example och lösenordet ”${DEMO_PASSWORD}”.`);
}
