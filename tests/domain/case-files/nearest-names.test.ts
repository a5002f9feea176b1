import { nearestNames } from '../../../src/domain/case-files/nearest-names';

describe('the names that a misspelt one is like', () => {
  it.each([
    ['takeItms', ['takeItem', 'takeItems', 'closeItem', 'openMeeting'], ['takeItems', 'takeItem']],
    ['Maj Uterberg', ['Maj Utterberg', 'Algot Sandmark'], ['Maj Utterberg']],
    ['TAKEITEM', ['takeItem'], ['takeItem']],
    ['aaaaaa', ['aaaaab', 'aaaabb', 'aaaaac', 'aaaaad'], ['aaaaab', 'aaaaac', 'aaaaad']],
    ['xyz', ['takeItem', 'ab'], []],
    ['', ['takeItem', 'a'], []],
  ])('%s: %j', (given, names, near) => {
    expect(nearestNames(given, names)).toEqual(near);
  });
});
