// What a run of the tests has started, written down so that it goes away even when the run was killed.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const notes = (root) => join(root, '.samrad', 'test-servers');
const own = (root) => join(notes(root), `${process.pid}.json`);

/** Adds a server and its folders to this run's note. */
export function remember(root, { pid, folders }) {
  mkdirSync(notes(root), { recursive: true });
  const note = read(own(root));
  note.pids.push(pid);
  note.folders = [...new Set([...note.folders, ...folders])];
  writeFileSync(own(root), JSON.stringify(note));
}

/** Stops what this run has started and removes its folders. */
export async function takeDown(root) {
  await end(own(root));
}

/** Ends the servers of runs that were killed. */
export async function clearAway(root) {
  if (!existsSync(notes(root))) return;
  for (const name of readdirSync(notes(root))) {
    if (!alive(Number(name.replace('.json', '')))) await end(join(notes(root), name));
  }
}

async function end(file) {
  const note = read(file);
  const pids = note.pids.filter((pid) => isServer(pid));
  for (const pid of pids) signal(pid, 'SIGINT');
  for (let tries = 0; tries < 50 && pids.some(alive); tries += 1) await wait(50);
  for (const pid of pids.filter(alive)) signal(pid, 'SIGKILL');
  for (const folder of note.folders) rmSync(folder, { recursive: true, force: true });
  rmSync(file, { force: true });
}

/** Process numbers are used again: only what looks like one of our servers is touched. */
function isServer(pid) {
  if (!alive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync(commandLine)) return !existsSync('/proc/self');
  return /samrad-test-|start-dev/.test(readFileSync(commandLine, 'utf8'));
}

function alive(pid) {
  return signal(pid, 0);
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { pids: [], folders: [] };
  }
}
