// On a fresh clone Jest knows no durations and begins with the largest files, so that a long test in a short file is
// begun last and everybody waits for it. These are known to be long; what Jest has measured keeps its order.
import { statSync } from 'node:fs';
import Sequencer from '@jest/test-sequencer';
import { standsFor } from './together.mjs';

const long = [
  '/api/access/walk.',
  '/fuzz/after-meeting.',
  '/api/posts/junk-forms.',
  '/e2e/autosave.',
  '/e2e/minutes.',
  '/fuzz/',
  '/e2e/',
  '/rehearsal/',
];
const place = (files) => {
  const found = long.findIndex((part) => files.some((file) => file.includes(part)));
  return found === -1 ? long.length : found;
};
const sizeOf = (files) => files.reduce((sum, file) => sum + statSync(file).size, 0);

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isMeasured = ({ duration }) => duration !== undefined;
    const unmeasured = sorted
      .filter((test) => !isMeasured(test))
      .map((test) => ({ test, files: standsFor(test.path) }))
      .sort((one, other) => place(one.files) - place(other.files) || sizeOf(other.files) - sizeOf(one.files))
      .map(({ test }) => test);
    return [...unmeasured, ...sorted.filter(isMeasured)];
  }
}
