import { z } from 'zod';
import { demoSignInFaults, type DemoSignInFault } from './domain/people/demo-sign-in';
import { parseClockSetting, type ClockSetting } from './infrastructure/clock/clock';

const inSwedish = z.locales.sv().localeError;

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** The setting by which "sign in as" buttons would face a network. */
const demoSettings = {
  'not-demo-data': 'DATABASE_URL',
  'not-loopback': 'SAMRAD_HOST',
  'public-address': 'SAMRAD_PUBLIC_URL',
  'behind-proxies': 'SAMRAD_TRUSTED_PROXIES',
} as const satisfies Record<DemoSignInFault, string>;

const Environment = z
  .object({
    DATABASE_URL: postgresUrl,
    DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
    TEMPORAL_ADDRESS: z.string().regex(/^[^\s:]+:\d+$/, 'värd:port'),
    TEMPORAL_NAMESPACE: z.string().min(1).default('samrad'),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }),
    SAMRAD_MAIL_FROM: z.string().min(3).default('Samråd <samrad@localhost>'),
    SAMRAD_BOUNCE_ADDRESS: z.email().optional(),
    SAMRAD_BOUNCE_DIR: z.string().min(1).optional(),
    SAMRAD_HOST: z.string().default('127.0.0.1'),
    SAMRAD_PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    SAMRAD_PUBLIC_URL: z.url(),
    SAMRAD_SECRET: z.string().regex(/^[0-9a-f]{64,}$/, 'minst 32 byte, hexadecimalt'),
    SAMRAD_PAYLOAD_KEYS: z
      .string()
      .regex(
        /^[\w-]+:[0-9a-f]{64}(,[\w-]+:[0-9a-f]{64})*$/,
        'nyckelId:64 hexadecimala tecken, flera skilda med komma',
      ),
    SAMRAD_DEMO: z.enum(['0', '1']).default('0'),
    SAMRAD_CLOCK: z
      .string()
      .default('real')
      .refine(
        (text) => parseClockSetting(text) !== null,
        'real, rehearsal:<server>:<case>, scaled:<server>:<case>:<ms per dygn> eller scaled:file:<fil>',
      ),
    SAMRAD_LEGAL_FILE: z.string().min(1).optional(),
    SAMRAD_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    SAMRAD_MAIL_PAGE: z.url().optional(),
    SAMRAD_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  })
  .superRefine((env, context) => {
    // T-1: "sign in as" buttons never face a network. Whose data it is only the database knows: the api asks at its start.
    const faults = demoSignInFaults({
      demoSignIn: env.SAMRAD_DEMO === '1',
      demoData: true,
      bindAddress: env.SAMRAD_HOST,
      publicUrl: env.SAMRAD_PUBLIC_URL,
      trustedProxies: env.SAMRAD_TRUSTED_PROXIES,
    });
    for (const fault of faults) {
      const setting = demoSettings[fault];
      context.addIssue({
        code: 'custom',
        path: ['SAMRAD_DEMO'],
        message: `demoinloggning är bara tillåten på den egna datorn, men ${setting} är ${env[setting]}. Rätta ${setting}, eller ange SAMRAD_DEMO=0`,
      });
    }
  });

/** Everything an installation can set, read once at start. */
export interface Config {
  readonly database: { readonly url: string; readonly pool: number };
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly smtp: {
    readonly url: string;
    readonly from: string;
    /** Where letters come back to that another server gives up; null: to the sender. */
    readonly bounceAddress: string | null;
    /** The Maildir folder that this address is delivered to; null: nobody reads it here. */
    readonly bounceFolder: string | null;
  };
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string;
    readonly trustedProxies: number;
  };
  /** JSON file with what the accessibility statement and the privacy notice declare; null: the shipped one of the demo. */
  readonly legalFile: string | null;
  readonly secret: string;
  readonly payloadKeys: ReadonlyMap<string, Buffer>;
  readonly demo: boolean;
  readonly clock: ClockSetting;
  /** Where sent mail can be read, in the embedded default. */
  readonly mailPage: string | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** All faults of the configuration at once, one line each. */
export class ConfigFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Inställningarna går inte att använda:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigFault';
  }
}

export type Settings = Readonly<Record<string, string | undefined>>;

/** @throws ConfigFault with every fault, when a setting is missing or wrong */
export function readConfig(environment: Settings): Config {
  const env = readSettings(environment, Environment);
  const clock = parseClockSetting(env.SAMRAD_CLOCK);
  if (clock === null) throw new ConfigFault(['SAMRAD_CLOCK']);
  return {
    database: { url: env.DATABASE_URL, pool: env.DATABASE_POOL },
    temporal: { address: env.TEMPORAL_ADDRESS, namespace: env.TEMPORAL_NAMESPACE },
    smtp: {
      url: env.SMTP_URL,
      from: env.SAMRAD_MAIL_FROM,
      bounceAddress: env.SAMRAD_BOUNCE_ADDRESS ?? null,
      bounceFolder: env.SAMRAD_BOUNCE_DIR ?? null,
    },
    http: {
      host: env.SAMRAD_HOST,
      port: env.SAMRAD_PORT,
      publicUrl: env.SAMRAD_PUBLIC_URL,
      trustedProxies: env.SAMRAD_TRUSTED_PROXIES,
    },
    legalFile: env.SAMRAD_LEGAL_FILE ?? null,
    secret: env.SAMRAD_SECRET,
    payloadKeys: new Map(
      env.SAMRAD_PAYLOAD_KEYS.split(',').map((pair): [string, Buffer] => {
        const [id = '', hex = ''] = pair.split(':');
        return [id, Buffer.from(hex, 'hex')];
      }),
    ),
    demo: env.SAMRAD_DEMO === '1',
    clock,
    mailPage: env.SAMRAD_MAIL_PAGE ?? null,
    logLevel: env.SAMRAD_LOG_LEVEL,
  };
}

/** @throws ConfigFault with every fault of the settings that the schema has */
function readSettings<Read>(environment: Settings, schema: z.ZodType<Read>): Read {
  const parsed = schema.safeParse(environment, { error: inSwedish });
  if (parsed.success) return parsed.data;
  throw new ConfigFault(
    parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return `${name}: ${(environment[name] ?? '') === '' ? 'saknas' : message}`;
    }),
  );
}

/** The settings of main-migrate: the database, and all others only where the demo is to be loaded. */
export interface MigrationSettings {
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Null: no demo. */
  readonly demo: Config | null;
}

/** @throws ConfigFault with every fault, when a setting is missing or wrong */
export function readMigrationSettings(environment: Settings): MigrationSettings {
  const wanted = z.object({ DATABASE_URL: postgresUrl, DATABASE_OWNER_URL: postgresUrl });
  if (environment['SAMRAD_DEMO'] !== '1') {
    const env = readSettings(environment, wanted.extend({ SAMRAD_DEMO: Environment.shape.SAMRAD_DEMO }));
    return { appUrl: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL, demo: null };
  }
  const env = readSettings(environment, Environment.safeExtend({ DATABASE_OWNER_URL: postgresUrl }));
  return { appUrl: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL, demo: readConfig(environment) };
}

/** The settings of main-install. */
export interface InstallSettings {
  readonly appUrl: string;
  readonly publicUrl: string;
}

/** @throws ConfigFault with every fault, when a setting is missing or wrong */
export function readInstallSettings(environment: Settings): InstallSettings {
  const { DATABASE_URL, SAMRAD_PUBLIC_URL } = Environment.shape;
  const env = readSettings(
    environment,
    z.object({
      DATABASE_URL,
      SAMRAD_PUBLIC_URL,
      SAMRAD_DEMO: z.literal('0', 'en riktig installation har inga demouppgifter; ange 0').default('0'),
    }),
  );
  return { appUrl: env.DATABASE_URL, publicUrl: env.SAMRAD_PUBLIC_URL };
}

/** The database alone. @throws ConfigFault when the setting is missing or wrong */
export function readDatabaseUrl(environment: Settings): string {
  return readSettings(environment, z.object({ DATABASE_URL: postgresUrl })).DATABASE_URL;
}
