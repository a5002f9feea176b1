import { carryOnItem } from '../../../../src/commands/meetings/agenda/carry-on-item';
import { planMeetings } from '../../../../src/commands/meetings/plan/plan-meetings';
import { withdrawItem } from '../../../../src/commands/meetings/agenda/withdraw-item';
import { removeItem } from '../../../../src/commands/meetings/agenda/remove-item';
import { declareRecusal, withdrawRecusal } from '../../../../src/commands/meetings/before/recusal';
import { decideItem } from '../../../../src/commands/meetings/session/decisions/decide-item';
import { takeItem } from '../../../../src/commands/meetings/session/take-item';
import { issueSummons } from '../../../../src/commands/meetings/summons/issue-summons';
import { stateActor } from '../../../../src/commands/runner/transaction';
import { asDay } from '../../../../src/domain/time/day';
import { attendanceAt } from '../../../../src/store/queries/meetings/session/session';
import { recordParagraphs } from '../../../../src/store/queries/meetings/session/session-record';
import { heldMeeting } from '../../../support/builders/held-meeting';
import {
  approved,
  meetingOffice,
  meetingVersion,
  type MeetingOffice,
} from '../../../support/builders/meetings';
import { openedMeeting, sessionOf, type PlayedMeeting } from '../../../support/builders/session';

const PUT_OFF = { outcome: 'referredBack', reason: 'Kostnaden ska beskrivas.' };

describe('an item that comes back takes its recusals with it: a recusal is from the matter (KL 6:30)', () => {
  let office: MeetingOffice;
  let held: PlayedMeeting;
  let paragraph: number;
  beforeEach(async () => {
    office = await meetingOffice();
    const declare = (itemId: string, name: string, more: object) =>
      office.done(declareRecusal, office.secretary, {
        itemId,
        personId: office.people.get(name),
        ground: 'party',
        ...more,
      });
    held = await heldMeeting(office, {
      talflöde: async (itemId) => {
        await declare(itemId, 'Lisbeth Frank', {});
        const decided = { decidedBy: 'body', ground: 'other', note: 'Delägare i leverantören.' };
        await declare(itemId, 'Samuel Lindh', decided);
        await declare(itemId, 'Gunnar Malm', { decidedBy: 'bodyDismissed' });
        const { recusalId } = await declare(itemId, 'Patrik Öberg', {});
        await office.done(withdrawRecusal, office.secretary, { recusalId, version: 1 });
        await office.done(decideItem, office.secretary, { itemId, ...PUT_OFF });
        const [may] = await office.rows<{ id: string }>(`select id from meeting where day = '2026-05-22'`);
        // Until the meeting is closed the decision may be another.
        const early = { meetingId: may!.id, itemId };
        expect(await office.refusedAs(carryOnItem, office.secretary, early)).toBe('carried-item-not-settled');
      },
    });
    const [row] = await office.rows<{ number: number }>('select number from paragraph where item_id = $1', [
      held.item('talflöde'),
    ]);
    paragraph = row!.number;
  }, 60_000);
  afterEach(() => office.close());

  const returned = async () => {
    const [row] = await office.rows<{ id: string; meetingId: string; version: number }>(
      `select id, meeting_id as "meetingId", version from agenda_item where continues_id = $1 and state = 'listed'`,
      [held.item('talflöde')],
    );
    return row!;
  };
  const standing = async () => {
    const { id, meetingId } = await returned();
    const { recusals, board } = await sessionOf(office, meetingId);
    return recusals
      .filter(({ itemId, withdrawn }) => itemId === id && !withdrawn)
      .map(({ seatId, decidedBy, from }) => ({
        name: board.find((seat) => seat.id === seatId)?.name,
        decidedBy,
        from,
      }))
      .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'sv'));
  };

  it('carries what holds, and says from which meeting and paragraph; not what was taken back or dismissed', async () => {
    const from = { day: '2026-02-20', paragraph };
    expect(await standing()).toEqual([
      { name: 'Lisbeth Frank', decidedBy: 'self', from },
      { name: 'Samuel Lindh', decidedBy: 'body', from },
    ]);
  });

  it('counts the quorum without them when the item is taken up, and the minutes say where it comes from', async () => {
    const { id, meetingId } = await returned();
    office.now = new Date('2026-05-08T09:00:00Z');
    await approved(office, meetingId);
    const version = await meetingVersion(office, meetingId);
    await office.done(issueSummons, office.secretary, { meetingId, version });
    office.now = new Date('2026-05-22T07:00:00Z');
    await openedMeeting(office, { meetingId, item: () => id });
    await office.done(takeItem, office.secretary, { itemId: id });
    const session = await sessionOf(office, meetingId);
    expect(attendanceAt(session, id)?.quorum.serving).toBe(13);
    const record = await office.orm.em.fork().transactional(async (em) => {
      await stateActor(em, office.secretary, asDay('2026-05-22'));
      return (await recordParagraphs(em, session)).get(id);
    });
    expect(record?.recused).toMatchObject([
      { name: 'Samuel Lindh', decidedBy: 'body', from: { day: '2026-02-20', paragraph } },
      { name: 'Lisbeth Frank', decidedBy: 'self', from: { day: '2026-02-20', paragraph } },
    ]);
  });

  it('goes with an item that is taken off again, and comes with the one that carries it on by hand', async () => {
    const { id, meetingId, version } = await returned();
    await office.done(removeItem, office.secretary, { itemId: id, version });
    expect(
      await office.rows('select 1 from recusal where item_id = $1 and withdrawn_at is null', [id]),
    ).toEqual([]);
    await office.done(carryOnItem, office.secretary, { meetingId, itemId: held.item('talflöde') });
    expect((await standing()).map(({ name }) => name)).toEqual(['Lisbeth Frank', 'Samuel Lindh']);
  });

  it('says where it was declared, also when the item comes back twice', async () => {
    const { id, version } = await returned();
    const { meetings } = await office.done(planMeetings, office.secretary, {
      bodyId: office.body,
      year: 2026,
      days: ['2026-09-18'],
      startTime: '09:00',
      endTime: '12:00',
      place: 'Sammanträdesrum Gripen',
    });
    await office.done(withdrawItem, office.secretary, { itemId: id, version, reason: 'Underlaget dröjer.' });
    const { meetingId } = meetings[0]!;
    const { itemId } = await office.done(carryOnItem, office.secretary, { meetingId, itemId: id });
    const { recusals } = await sessionOf(office, meetingId);
    const from = { day: '2026-02-20', paragraph };
    expect(recusals.filter((recusal) => recusal.itemId === itemId).map((recusal) => recusal.from)).toEqual([
      from,
      from,
    ]);
  });

  it('is decided anew where the body tries it again', async () => {
    const { id } = await returned();
    await office.done(declareRecusal, office.secretary, {
      itemId: id,
      personId: office.people.get('Lisbeth Frank'),
      ground: 'party',
      decidedBy: 'body',
    });
    expect(await standing()).toContainEqual({ name: 'Lisbeth Frank', decidedBy: 'body', from: null });
  });
});
