import { askForApproval } from '../../src/commands/meetings/agenda/ask-for-approval';
import { createMailSender } from '../../src/loops/mail-sender';
import { meetingOffice, plannedMeeting, type MeetingOffice } from '../support/builders/meetings';

// wake.md 19: asked again, when it is sent, whether it may still go

describe('a letter to whoever holds an office', () => {
  let office: MeetingOffice;
  beforeEach(async () => {
    office = await meetingOffice();
    await office.done(askForApproval, office.secretary, { meetingId: await plannedMeeting(office) });
  });
  afterEach(() => office.close());

  const sent: string[] = [];
  const post = async () => {
    sent.length = 0;
    await createMailSender({
      em: office.orm.em,
      clock: { now: () => Promise.resolve(office.now), toServerTime: (at) => at.getTime() },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      compose: ({ template }) => ({ subject: template, text: template, html: `<p>${template}</p>` }),
      deliver: ({ subject }) => {
        sent.push(subject);
        return Promise.resolve({ accepted: true });
      },
    }).turn();
  };
  const state = async () =>
    (await office.rows<{ state: string }>(`select state from mail where template = 'agendaToApprove'`))[0]!
      .state;

  it('goes to them', async () => {
    await post();
    expect([sent, await state()]).toEqual([['agendaToApprove'], 'sent']);
  });

  it('does not go when the office has ended before the letter went', async () => {
    await office.rows(`update seat_holder set valid_to = '2026-01-31' where office = 'chair'`);
    office.now = new Date('2026-02-01T08:00:00Z');
    await post();
    expect([sent, await state()]).toEqual([[], 'withdrawn']);
  });
});
