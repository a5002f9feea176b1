import { momentAt } from '../../src/domain/time/stockholm';
import { asDay } from '../../src/domain/time/day';
import type { CaseRows, CaseTime, Underway } from '../../src/rehearsal/case-rows';
import { passTimeTo } from '../../src/rehearsal/pass-time';
import { settle } from '../../src/rehearsal/settle';

/** Rows and a clock of one's own: instants at which something happens, and how long each is under way. */
function office(starts: string, instants: readonly string[], underway: (Underway | null)[] = []) {
  const moments = instants.map(at).sort((a, b) => a.getTime() - b.getTime());
  const stops: string[] = [];
  let now = at(starts);
  const rows: CaseRows = {
    unsettled: () => {
      const next = underway.shift() ?? null;
      return Promise.resolve(next === null ? [] : [next]);
    },
    nextInstant: (from) => Promise.resolve(moments.find((moment) => moment > from) ?? null),
    find: () => Promise.resolve([]),
    meetingOn: () => Promise.resolve(null),
  };
  const time: CaseTime = {
    now: () => Promise.resolve(now),
    moveTo: (to) => {
      now = to;
      stops.push(to.toISOString().slice(0, 16));
      return Promise.resolve();
    },
  };
  return { rows, time, stops };
}

const at = (text: string): Date => momentAt(asDay(text.slice(0, 10)), text.slice(11));

describe('time in a rehearsal', () => {
  it('stops at each instant, at 06.00 every day, and never goes further than asked', async () => {
    const { rows, time, stops } = office('2026-01-30 08:00', ['2026-01-30 12:00', '2026-02-02 09:00']);
    await passTimeTo(at('2026-02-01 10:00'), rows, time);
    expect(stops).toEqual(['2026-01-30T11:00', '2026-01-31T05:00', '2026-02-01T05:00', '2026-02-01T09:00']);
  });

  it('keeps to the clock in Stockholm when summer time begins', async () => {
    const { rows, time, stops } = office('2026-03-28 12:00', []);
    await passTimeTo(at('2026-03-29 08:00'), rows, time);
    expect(stops).toEqual(['2026-03-29T04:00', '2026-03-29T06:00']);
  });

  it('stands still where the moment has passed', async () => {
    const { rows, time, stops } = office('2026-02-01 12:00', ['2026-02-01 13:00']);
    await passTimeTo(at('2026-02-01 09:00'), rows, time);
    expect(stops).toEqual([]);
  });

  it('waits for what is under way, and names the row that does not come to rest', async () => {
    const wake = { what: 'oläst väckning: meetingCycle 1', stuck: false };
    const fine = office('2026-02-01 12:00', [], [wake, wake, null]);
    await settle(fine.rows, fine.time);
    const lost = office(
      '2026-02-01 12:00',
      [],
      Array.from({ length: 500 }, () => wake),
    );
    await expect(settle(lost.rows, lost.time, 100)).rejects.toThrow('oläst väckning: meetingCycle 1');
  });

  it('ends at once on a fault, which no waiting heals', async () => {
    const fault = { what: 'fel: meetingCycle 1, makeSummons (Error)', stuck: true };
    const { rows, time } = office('2026-02-01 12:00', [], [fault]);
    await expect(settle(rows, time)).rejects.toThrow('makeSummons');
  });
});
