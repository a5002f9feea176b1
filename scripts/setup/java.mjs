import { spawnSync } from 'node:child_process';

/** Why the documents cannot be judged by veraPDF on this machine; undefined when they can. */
export function whyNoVeraPdf() {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return java.status === 0
    ? undefined
    : 'veraPDF (Java 11 eller senare saknas; sidornas struktur prövades med egna kontroller)';
}
