import { createChance } from '../../../src/rehearsal/chaos/chance';
import { planBlows } from '../../../src/rehearsal/chaos/kill-plan';

const size = { acts: 50, days: 40 };
const runs = Array.from({ length: 30 }, (_, index) => index + 1);

describe('what befalls a house', () => {
  it('is the same again for the same seed and run, and other for another', () => {
    expect(planBlows(7, 4, size)).toEqual(planBlows(7, 4, size));
    expect(planBlows(7, 4, size)).not.toEqual(planBlows(7, 5, size));
    expect(planBlows(7, 4, size)).not.toEqual(planBlows(8, 4, size));
  });

  it('is in the first run the loss of the workflow server’s file in the middle, in the second everything at once', () => {
    const first = planBlows(1, 1, size)[0]!;
    expect(first.blow).toBe('temporalFile');
    expect('act' in first.after && first.after.act >= 17 && first.after.act < 34).toBe(true);
    expect(planBlows(1, 2, size)[0]!.blow).toBe('all');
  });

  it('is every kind of blow in thirty runs, each within the case', () => {
    const planned = runs.flatMap((run) => planBlows(3, run, size));
    expect(new Set(planned.map(({ blow }) => blow))).toEqual(
      new Set(['api', 'worker', 'temporal', 'postgres', 'all', 'temporalFile', 'workflow']),
    );
    for (const { after } of planned) {
      if ('act' in after) expect(after.act).toBeLessThan(size.acts);
      else expect(after.day).toBeLessThan(size.days);
    }
  });

  it('falls evenly: chance is no favourite', () => {
    const chance = createChance(1);
    const counts = [0, 0, 0, 0];
    for (let thrown = 0; thrown < 4000; thrown += 1) counts[chance.below(4)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
