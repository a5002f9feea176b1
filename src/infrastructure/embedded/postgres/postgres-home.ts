import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { packagesFor, supportedMachines } from '../platforms';
import { closedFolderOnTheWay, postgresAccount, type Account } from './postgres-account';
import { StartFault, asStartFault, systemCode } from '../start-fault';

/** Where PostgreSQL's programs and its cluster lie, and who runs it. */
export interface PostgresHome {
  readonly programs: string;
  readonly cluster: string;
  readonly account: Account | undefined;
  /** Set when root's folders are closed to the user postgres and everything lies elsewhere. */
  readonly movedTo: string | undefined;
}

/**
 * Finds the programs that npm brought and the place of the cluster.
 *
 * Started as root in a folder that the user `postgres` may not enter (such as /root), programs and cluster are put
 * under /var/lib/samrad instead, in a folder named after the installation.
 * @param wantedCluster where the cluster should lie
 * @throws StartFault when the machine is not supported, or nobody may run PostgreSQL here
 */
export function findPostgresHome(wantedCluster: string): PostgresHome {
  const native = nativeFolder();
  const account = postgresAccount();
  const here = { programs: join(native, 'bin'), cluster: wantedCluster, account, movedTo: undefined };
  if (account === undefined) return here;
  const closed =
    closedFolderOnTheWay(native, account) ?? closedFolderOnTheWay(dirname(wantedCluster), account);
  if (closed === undefined) return here;
  const home = elsewhereFor(wantedCluster);
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    if (!existsSync(join(home, 'native', 'complete'))) {
      cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true });
      mkdirSync(join(home, 'native', 'complete'));
    }
  } catch (error) {
    throw new StartFault(
      'permission',
      `PostgreSQL körs som användaren postgres, som inte kommer in i ${closed}. Lägg Samråd i en mapp som alla får gå in i, starta som en vanlig användare, eller ange en egen databas i DATABASE_URL.`,
      { cause: error },
    );
  }
  return { programs: join(home, 'native', 'bin'), cluster: join(home, 'postgres'), account, movedTo: home };
}

/** Where the cluster lies when root's own folders are closed to PostgreSQL. */
export function elsewhereFor(wantedCluster: string): string {
  const name = createHash('sha256').update(wantedCluster).digest('hex').slice(0, 12);
  return join('/var/lib/samrad', name);
}

function nativeFolder(): string {
  const found = packagesFor(process.platform, process.arch);
  if (found === undefined) {
    throw new StartFault(
      'unsupported-machine',
      `Inbyggd PostgreSQL finns inte för ${process.platform}-${process.arch} (finns för ${supportedMachines.join(', ')}). Ange en egen databas i DATABASE_URL.`,
    );
  }
  let native: string;
  try {
    native = join(dirname(require.resolve(found.postgres)), '..', 'native');
  } catch (error) {
    throw new StartFault('no-program', `Paketet ${found.postgres} saknas. Kör npm ci och starta om.`, {
      cause: error,
    });
  }
  repairLinks(native);
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    try {
      chmodSync(join(native, 'bin', program), 0o755);
    } catch (error) {
      if (systemCode(error) !== 'EPERM' && systemCode(error) !== 'EROFS') {
        throw asStartFault(error, join(native, 'bin', program));
      }
    }
  }
  return native;
}

/**
 * npm packages hold no symbolic links; the package makes its own by an install script. Where install scripts are
 * switched off the links are missing and no program starts, so they are made here.
 */
function repairLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  const packageFolder = dirname(native);
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw asStartFault(error, link);
    }
  }
}
