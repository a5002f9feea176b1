import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, resolve } from 'node:path';
import { StartFault } from '../start-fault';

/** The machine account that PostgreSQL runs as; undefined where it is the one that runs Samråd. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. Started as root, Samråd runs it as the user `postgres`, who is made when
 * missing; started as anybody else, PostgreSQL runs as that person.
 * @throws StartFault when no such user can be made
 */
export function postgresAccount(): Account | undefined {
  if (userInfo().uid !== 0) return undefined;
  const existing = lookUp('postgres');
  if (existing !== undefined) return existing;
  spawnSync('groupadd', ['--system', 'postgres']);
  spawnSync('useradd', ['--system', '--gid', 'postgres', '--shell', '/usr/sbin/nologin', 'postgres']);
  const made = lookUp('postgres');
  if (made !== undefined) return made;
  throw new StartFault(
    'permission',
    'PostgreSQL kan inte köras som root, och användaren postgres kunde inte skapas. Starta Samråd som en vanlig användare, skapa användaren postgres, eller ange en egen databas i DATABASE_URL.',
  );
}

function lookUp(name: string): Account | undefined {
  const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** The first folder on the way to a path that the account may not enter; undefined when the way is open. */
export function closedFolderOnTheWay(path: string, account: Account): string | undefined {
  const way: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    way.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return way.find((folder) => !mayEnter(folder, account));
}

function mayEnter(folder: string, account: Account): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isDirectory()) return true;
  if (stat.uid === account.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === account.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}
