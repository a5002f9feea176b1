// On a fresh clone Jest knows no durations and begins with the largest files, so that a long test in a short file is
// begun last and everybody waits for it. These are known to be long; what Jest has measured keeps its order.
import Sequencer from '@jest/test-sequencer';

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
const place = ({ path }) => {
  const found = long.findIndex((part) => path.includes(part));
  return found === -1 ? long.length : found;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isMeasured = ({ duration }) => duration !== undefined;
    const unmeasured = sorted.filter((test) => !isMeasured(test));
    return [...unmeasured.sort((one, other) => place(one) - place(other)), ...sorted.filter(isMeasured)];
  }
}
