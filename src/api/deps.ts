import type { EntityManager } from '@mikro-orm/postgresql';
import type { Runner } from '../commands/runner/run';
import type { Clock, Log, Sealer } from '../contracts/ports';
import type { LegalSettings } from './pages/legal/settings';
import type { Renderer } from './render/renderer';

/** What the operator has decided about this installation, as far as pages need to know. */
export interface ApiSettings {
  /** The address that people use, without a slash at the end: "https://samrad.example.se". */
  readonly publicUrl: string;
  /** The database holds the invented demo county. */
  readonly demo: boolean;
  /** "Sign in as" buttons; only with demo data on a loopback address (`demoSignInFaults`). */
  readonly demoSignIn: boolean;
  /** Moves the case's time forward, for every process; only in the demo county. */
  readonly moveTime?: ((to: Date) => Promise<void>) | undefined;
  /** The built assets, `dist/assets`. */
  readonly assetsDir: string;
  /** How many proxies stand in front and write `X-Forwarded-For`; 0 when none. */
  readonly trustedProxies: number;
  /** What the operator declares about accessibility and personal data (`readLegalSettings`). */
  readonly legal: LegalSettings;
  /** Where the letters of an installation without own mail server can be read. */
  readonly mailReader?: string | undefined;
}

/** What the composition hands to the application. */
export interface ApiDeps {
  /** The root entity manager of the unprivileged role; every page and command forks it. */
  readonly em: EntityManager;
  readonly run: Runner;
  readonly clock: Clock;
  readonly renderer: Renderer;
  readonly sealer: Sealer;
  readonly log: Log;
  readonly settings: ApiSettings;
}
