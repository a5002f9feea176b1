import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from './data-folder';
import { StartFault } from './start-fault';

/** The things that listen on a port of their own. */
export type Listener = 'http' | 'postgres' | 'temporal' | 'smtp' | 'mailPage';

/** Ports chosen at an earlier start; kept so that addresses stay the same. */
export type StoredPorts = Partial<Record<Listener, number>>;

/** Passwords and keys of one installation, made once. */
export interface Secrets {
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  /** 32 bytes, hex: signs session cookies and Message-IDs. */
  readonly appSecret: string;
  /** `keyId:hex` of the key that encrypts workflow payloads. */
  readonly payloadKeys: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The ports of an earlier start; empty at the first. */
export function readPorts(root: string): StoredPorts {
  const stored = readJson(join(root, 'state.json'));
  const ports: StoredPorts = {};
  if (!isRecord(stored) || !isRecord(stored['ports'])) return ports;
  for (const listener of ['http', 'postgres', 'temporal', 'smtp', 'mailPage'] as const) {
    const port = stored['ports'][listener];
    if (typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65536)
      ports[listener] = port;
  }
  return ports;
}

/** Remembers the ports for the next start. */
export function writePorts(root: string, ports: StoredPorts): void {
  writeJson(join(root, 'state.json'), { ports });
}

const secretNames = [
  'superuserPassword',
  'ownerPassword',
  'appPassword',
  'appSecret',
  'payloadKeys',
] as const;

/**
 * The installation's secrets, made at the first start and stored so that only the owner of the files reads them.
 * @throws StartFault when there is a database but its secrets are gone: new ones would not open it
 */
export function openSecrets(root: string, clusterFolder: string): Secrets {
  const path = join(root, 'secrets.json');
  const stored = readJson(path);
  if (isRecord(stored) && secretNames.every((name) => typeof stored[name] === 'string')) {
    return stored as Record<(typeof secretNames)[number], string>;
  }
  if (existsSync(clusterFolder)) {
    throw new StartFault(
      'wrong-secrets',
      `Databasen i ${clusterFolder} finns, men lösenorden i ${path} saknas. Lägg tillbaka filen från en kopia, eller börja om med: npm start -- --fresh`,
    );
  }
  const word = () => randomBytes(24).toString('hex');
  const secrets: Secrets = {
    superuserPassword: word(),
    ownerPassword: word(),
    appPassword: word(),
    appSecret: randomBytes(32).toString('hex'),
    payloadKeys: `k1:${randomBytes(32).toString('hex')}`,
  };
  writeJson(path, secrets, 0o600);
  return secrets;
}
