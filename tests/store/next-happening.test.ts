import { nextHappening } from '../../src/store/queries/operations/next-happening';
import { meetingOffice } from '../support/builders/meetings';
import { announcedNotice } from '../support/builders/notice';

describe('what happens next, for whoever tries the product', () => {
  it('is the day that stands on a notice, which is not passed by for the last day to put it up', async () => {
    const office = await meetingOffice();
    try {
      await announcedNotice(office, '2026-03-04T14:00:00Z');
      const at = async (now: string) =>
        (await nextHappening(office.orm.em.fork(), new Date(now)))?.toISOString();
      expect(await at('2026-03-05T09:00:00Z')).toBe('2026-03-06T07:00:00.000Z');
      expect(await at('2026-03-06T07:00:00Z')).toBe('2026-03-06T23:00:00.000Z');
    } finally {
      await office.close();
    }
  });
});
