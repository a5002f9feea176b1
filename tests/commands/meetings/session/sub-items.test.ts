import { certifyExtracts } from '../../../../src/commands/dispatch/certify-extracts';
import { addItem } from '../../../../src/commands/meetings/agenda/add-item';
import { changeItem } from '../../../../src/commands/meetings/agenda/change-item';
import { withdrawItem } from '../../../../src/commands/meetings/agenda/withdraw-item';
import { correctRecord } from '../../../../src/commands/meetings/minutes/correct-record';
import { closeMeeting } from '../../../../src/commands/meetings/session/closing/close-meeting';
import { decideItem } from '../../../../src/commands/meetings/session/decisions/decide-item';
import {
  announceReservation,
  handInReservationReason,
} from '../../../../src/commands/meetings/session/reservations';
import { setVerification } from '../../../../src/commands/meetings/session/set-verification';
import { takeItem } from '../../../../src/commands/meetings/session/take-item';
import { stateActor } from '../../../../src/commands/runner/transaction';
import { minutesWords } from '../../../../src/documents/meetings/minutes-words';
import type { RecordedParagraph } from '../../../../src/domain/meetings/recorded-paragraph';
import { asDay } from '../../../../src/domain/time/day';
import { readWrittenMinutes } from '../../../../src/store/queries/meetings/minutes/minutes-written';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import {
  approve,
  openedMeeting,
  seatOfPerson,
  sessionOf,
  summonedMeeting,
  VERIFICATION,
  type SummonedMeeting,
} from '../../../support/builders/session';
import { verifiedMinutes } from '../../../support/builders/verification';

const PARENT = 'Muntlig information';
const TITLE = 'Samråd om fastmonterade hjälpmedel';
const POINT = 'Nämnden ställer sig bakom texten med förbehåll att den kompletteras.';

describe('a sub-item with a decision of its own, inside an information item (M-20)', () => {
  let office: MeetingOffice;
  let summoned: SummonedMeeting;
  let subItem: string;
  let closedSubItem: string;
  let minutesId: string;

  beforeAll(async () => {
    office = await meetingOffice({
      rules: { digitalVerification: true, digitalVerificationDecision: 'Regionfullmäktige 2024-11-25 § 98' },
    });
    summoned = await summonedMeeting(office);
    const { meetingId, item } = summoned;
    const below = { meetingId, parentId: item(PARENT), kind: 'decision', title: TITLE, points: [POINT] };
    office.now = new Date('2026-02-11T09:00:00Z');
    const [recipient] = office.recipients;
    ({ itemId: subItem } = await office.done(addItem, office.secretary, {
      ...below,
      recipientIds: [recipient],
    }));
    ({ itemId: closedSubItem } = await office.done(addItem, office.secretary, {
      ...below,
      title: 'En enskilds ärende',
      closed: true,
      publicTitle: 'Ärende som rör enskild',
    }));
    office.now = new Date('2026-02-20T08:00:00Z');
    await openedMeeting(office, summoned);
  }, 60_000);
  afterAll(() => office.close());

  it('keeps out whoever is recused from its item (KL 6:30)', async () => {
    const { meetingId, item } = summoned;
    const seat = await seatOfPerson(office, 'Samuel Lindh');
    await office.rows(
      `insert into recusal (id, authority_id, meeting_id, item_id, person_id, seat_id, ground, decided_by, announced_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, 'party', 'self', now())`,
      [office.authority, meetingId, item(PARENT), office.people.get('Samuel Lindh'), seat],
    );
    const kept = (await sessionOf(office, meetingId)).recusals.filter(({ seatId }) => seatId === seat);
    expect(kept.map(({ itemId }) => itemId)).toEqual(
      expect.arrayContaining([item(PARENT), subItem, closedSubItem]),
    );
    await office.rows('delete from recusal where meeting_id = $1', [meetingId]);
  });

  const take = (itemId: string) => office.done(takeItem, office.secretary, { itemId });
  const refusedTake = (itemId: string) => office.refusedAs(takeItem, office.secretary, { itemId });
  const next = async () => (await sessionOf(office, summoned.meetingId)).next?.id;
  const close = { meetingId: '' };
  const record = async (word: string): Promise<RecordedParagraph> => {
    const rows = await office.rows<{ record: RecordedParagraph }>(
      "select record from paragraph where minutes_id = $1 and record->>'title' like $2",
      [minutesId, `%${word}%`],
    );
    expect(rows).toHaveLength(1);
    return rows[0]!.record;
  };
  const paragraphOf = async (word: string) => {
    const rows = await office.rows<{ id: string; version: number }>(
      "select id, version from paragraph where minutes_id = $1 and record->>'title' like $2",
      [minutesId, `%${word}%`],
    );
    return { paragraphId: rows[0]!.id, version: rows[0]!.version };
  };
  const written = () =>
    office.orm.em.fork().transactional(async (em) => {
      await stateActor(em, office.secretary, asDay('2026-02-20'));
      const words = minutesWords((await readWrittenMinutes(em, minutesId))!);
      return words.paragraphs.find(({ title }) => title.includes(PARENT))!;
    });

  it('is taken up after its item, and comes next then', async () => {
    close.meetingId = summoned.meetingId;
    expect(await refusedTake(subItem)).toBe('sub-item-before-its-item');
    const { items } = await sessionOf(office, summoned.meetingId);
    for (const { id, parentId } of items) {
      if (parentId !== null) continue;
      await take(id);
      if (id === summoned.item(PARENT)) break;
    }
    expect(await next()).toBe(subItem);
    await take(subItem);
  });

  it('is not taken up when it is closed below an open item, whose paragraph is published (KL 6:25)', async () => {
    expect(await refusedTake(closedSubItem)).toBe('closed-sub-item');
    expect(await next()).not.toBe(closedSubItem);
  });

  it('keeps its item on the agenda, and as open as it was, once it has been taken up', async () => {
    const parent = summoned.item(PARENT);
    await office.rows('update agenda_item set treated_at = null where id = $1', [parent]);
    const rows = await office.rows<{ version: number }>('select version from agenda_item where id = $1', [
      parent,
    ]);
    const now = { itemId: parent, version: rows[0]!.version };
    expect(await office.refusedAs(withdrawItem, office.secretary, { ...now, reason: 'Utgår.' })).toBe(
      'item-already-treated',
    );
    const closing = { ...now, kind: 'information', title: PARENT, closed: true, publicTitle: 'Stängd punkt' };
    expect(await office.refusedAs(changeItem, office.secretary, closing)).toBe('sub-items-taken-already');
    await office.rows('update agenda_item set treated_at = now() where id = $1', [parent]);
  });

  it('is decided, with owner and day for what it is conditional on, and reserved against', async () => {
    const condition = {
      text: 'Texten kompletteras avseende fastmonterade hjälpmedel.',
      ownerPersonId: office.people.get('Staffan Ekblad'),
      dueDay: '2026-03-06',
    };
    const decision = { itemId: subItem, outcome: 'conditional', points: [POINT] };
    expect(await office.refusedAs(decideItem, office.secretary, decision)).toBe('condition-needs-what');
    expect(
      await office.refusedAs(closeMeeting, office.secretary, { meetingId: summoned.meetingId }),
    ).not.toBe('ok');
    await office.done(decideItem, office.secretary, { ...decision, condition });
    await office.done(announceReservation, office.secretary, {
      itemId: subItem,
      seatId: await seatOfPerson(office, 'Patrik Öberg'),
    });
  });

  it('stands in its item’s paragraph, and takes no number', async () => {
    const { items } = await sessionOf(office, summoned.meetingId);
    const top = items.filter(({ parentId }) => parentId === null);
    for (const { id, treatedOrder, decided } of top) {
      if (treatedOrder === null) await approve(office, id);
      else if (!decided && id !== summoned.item(PARENT)) await approve(office, id);
    }
    await office.done(setVerification, office.secretary, {
      meetingId: summoned.meetingId,
      verifierIds: [office.viceChair.kind === 'person' ? office.viceChair.personId : ''],
      ...VERIFICATION,
    });
    office.now = new Date('2026-02-20T11:00:00Z');
    const closed = await office.done(closeMeeting, office.secretary, { meetingId: summoned.meetingId });
    ({ minutesId } = closed);
    expect(closed.paragraphs).toBe(top.length);
    const { subItems } = await record(PARENT);
    expect(subItems).toHaveLength(1);
    expect(subItems?.[0]).toMatchObject({ itemId: subItem, outcome: 'conditional', points: [POINT] });
    expect(subItems?.[0]?.assignments).toMatchObject([{ kind: 'condition', dueDay: '2026-03-06' }]);
    expect(subItems?.[0]?.statements).toMatchObject([{ kind: 'reservation', name: 'Patrik Öberg' }]);
  });

  it('is written below what the item itself says, in the words of a decision', async () => {
    const paragraph = await written();
    expect(paragraph.subItems).toMatchObject([
      {
        title: expect.stringMatching(new RegExp(`^\\d+\\.1 ${TITLE}$`, 'u')) as string,
        decision: { points: [POINT] },
        reservations: [{ by: 'Patrik Öberg (S)' }],
      },
    ]);
    expect(JSON.stringify(paragraph)).not.toContain('En enskilds ärende');
  });

  it('has the written reason of its reservation in the minutes, though it came after the meeting (M-8)', async () => {
    const [reservation] = await office.rows<{ id: string; version: number }>(
      'select id, version from reservation where item_id = $1',
      [subItem],
    );
    await office.done(handInReservationReason, office.secretary, {
      reservationId: reservation!.id,
      version: reservation!.version,
      reason: 'Kostnaden är inte utredd.',
    });
    expect((await record(PARENT)).subItems?.[0]?.statements).toMatchObject([
      { kind: 'reservation', name: 'Patrik Öberg', reason: 'Kostnaden är inte utredd.' },
    ]);
    expect(JSON.stringify(await written())).toContain('Kostnaden är inte utredd.');
  });

  it('is corrected in the record, and no other item’s is by the same way', async () => {
    const corrected = { outcome: 'approved', points: ['Nämnden ställer sig bakom texten.'] };
    const { paragraphId, version } = await paragraphOf(PARENT);
    const other = { paragraphId, version, itemId: summoned.item('talflöde'), ...corrected };
    expect(await office.refusedAs(correctRecord, office.secretary, other)).toBe('not-found');
    await office.done(correctRecord, office.secretary, { ...other, itemId: subItem });
    expect((await record(PARENT)).subItems?.[0]).toMatchObject(corrected);
    expect((await record(PARENT)).points).toEqual([]);
  });

  it('is sent to its own recipients as its item’s extract', async () => {
    office.now = new Date('2026-02-24T09:00:00Z');
    await verifiedMinutes(office, minutesId);
    await office.rows("update dispatch_recipient set address = 'utdrag@almby.example' where address is null");
    await office.done(certifyExtracts, office.secretary, { meetingId: summoned.meetingId });
    const { paragraphId } = await paragraphOf(PARENT);
    const extracts = await office.rows<{ recipients: number }>(
      `select (select count(*)::int from dispatch d where d.extract_id = e.id) as recipients from minutes_extract e
       where e.paragraph_ids @> to_jsonb($1::text)`,
      [paragraphId],
    );
    expect(extracts).toEqual([{ recipients: 1 }]);
  });
});
