import { createAssignmentFollowUp } from '../../../../src/activities/assignments/assignment-follow-up';
import { addItem } from '../../../../src/commands/meetings/agenda/add-item';
import { correctRecord } from '../../../../src/commands/meetings/minutes/correct-record';
import { decideItem } from '../../../../src/commands/meetings/session/decisions/decide-item';
import { takeItem } from '../../../../src/commands/meetings/session/take-item';
import { stateActor } from '../../../../src/commands/runner/transaction';
import type { RecordedParagraph } from '../../../../src/domain/meetings/recorded-paragraph';
import { asDay } from '../../../../src/domain/time/day';
import { readNoticeLetter } from '../../../../src/store/queries/meetings/notice/notice-letter';
import { byHand } from '../../../support/builders/dispatch';
import { heldMeeting } from '../../../support/builders/held-meeting';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import type { PlayedMeeting } from '../../../support/builders/session';
import { verifiedMinutes } from '../../../support/builders/verification';

const POINTS = ['Beslut enligt förslaget.'];

describe('what follows from an outcome that was noted wrongly is put right with it (M-7, M-9)', () => {
  let office: MeetingOffice;
  let held: PlayedMeeting;
  let subItem: string;

  beforeAll(async () => {
    office = await meetingOffice({
      rules: { digitalVerification: true, digitalVerificationDecision: 'Regionfullmäktige 2024-11-25 § 98' },
    });
    const decide = (itemId: string, decision: object) =>
      office.done(decideItem, office.secretary, { itemId, ...decision });
    held = await heldMeeting(office, {
      'ADL-fotpall': (itemId) => decide(itemId, { outcome: 'noted' }),
      upphandla: (itemId) => decide(itemId, { outcome: 'referredBack', reason: 'Kostnaden ska beskrivas.' }),
      Årsberättelse: (itemId) =>
        decide(itemId, {
          outcome: 'conditional',
          points: POINTS,
          condition: {
            text: 'Tabell 3 rättas.',
            ownerPersonId: office.people.get('Staffan Ekblad'),
            dueDay: '2026-03-06',
          },
        }),
      'Muntlig information': async (itemId) => {
        await decide(itemId, { outcome: 'noted' });
        const [meeting] = await office.rows<{ id: string }>(
          'select meeting_id as id from agenda_item where id = $1',
          [itemId],
        );
        const sub = { meetingId: meeting!.id, parentId: itemId, kind: 'decision', title: 'Delpunkten' };
        ({ itemId: subItem } = await office.done(addItem, office.secretary, { ...sub, points: POINTS }));
        await office.done(takeItem, office.secretary, { itemId: subItem });
        await decide(subItem, { outcome: 'approved', points: POINTS });
      },
    });
    office.now = new Date('2026-02-24T09:00:00Z');
  }, 120_000);
  afterAll(() => office.close());

  const paragraph = async (word: string) => {
    const rows = await office.rows<{ id: string; version: number; record: RecordedParagraph }>(
      "select id, version, record from paragraph where minutes_id = $1 and record->>'title' like $2",
      [held.minutesId, `%${word}%`],
    );
    return rows[0]!;
  };
  const correct = async (word: string, decision: object) => {
    const { id, version } = await paragraph(word);
    await office.done(correctRecord, office.secretary, { paragraphId: id, version, ...decision });
  };
  const appealClass = async (itemId: string) => {
    const rows = await office.rows<{ appeal_class: string }>(
      'select appeal_class from decision where item_id = $1',
      [itemId],
    );
    return rows[0]!.appeal_class;
  };
  const carriedOn = (word: string) =>
    office.rows<{ state: string; day: string; woken: number }>(
      `select i.state, m.day::text,
         (select count(*)::int from wake w where w.kind = 'meetingCycle' and w.row_id = m.id) as woken
       from agenda_item i join meeting m on m.id = i.meeting_id where i.continues_id = $1 order by i.id`,
      [held.item(word)],
    );

  it('can be appealed once it is approved, and not when it was only noted (KL 13:2)', async () => {
    const itemId = held.item('ADL-fotpall');
    expect(await appealClass(itemId)).toBe('none');
    await correct('ADL-fotpall', { outcome: 'approved', points: POINTS });
    expect(await appealClass(itemId)).toBe('legalityReview');
    await correct('ADL-fotpall', { outcome: 'noted' });
    expect(await appealClass(itemId)).toBe('none');
    await correct('ADL-fotpall', { outcome: 'approved', points: POINTS });
  });

  it('waits for nothing once it is approved without a condition', async () => {
    const { id, version } = await paragraph('Årsberättelse');
    const left = { outcome: 'approved', points: POINTS, condition: 'Tabell 3 rättas.' };
    expect(
      await office.refusedAs(correctRecord, office.secretary, { paragraphId: id, version, ...left }),
    ).toBe('condition-needs-conditional');
    await correct('Årsberättelse', { outcome: 'approved', points: POINTS });
    const { record } = await paragraph('Årsberättelse');
    expect(record).toMatchObject({ outcome: 'approved', condition: null, assignments: [] });
    const [row] = await office.rows<{ id: string; state: string }>(
      'select id, state from assignment where item_id = $1',
      [held.item('Årsberättelse')],
    );
    expect(row).toMatchObject({ state: 'closed' });
    expect(await byHand(office, createAssignmentFollowUp(office.run), row!.id).read()).toMatchObject({
      ended: true,
    });
  });

  it('does not return on the next agenda when it was decided after all', async () => {
    expect(await carriedOn('upphandla')).toMatchObject([{ state: 'listed', day: '2026-05-22' }]);
    const [before] = await carriedOn('upphandla');
    await correct('upphandla', { outcome: 'approved', points: POINTS });
    const [after] = await carriedOn('upphandla');
    expect(after).toMatchObject({ state: 'withdrawn' });
    expect(after!.woken).toBeGreaterThan(before!.woken);
  });

  it('returns on the next agenda, once, when it was put off after all', async () => {
    await correct('talflöde', { outcome: 'referredBack', reason: 'Kostnaden ska beskrivas.' });
    expect(await carriedOn('talflöde')).toMatchObject([{ state: 'listed', day: '2026-05-22' }]);
    await correct('talflöde', { outcome: 'tabled' });
    expect(await carriedOn('talflöde')).toHaveLength(1);
    await correct('upphandla', { outcome: 'postponed', reason: 'Underlaget kom för sent.' });
    expect((await carriedOn('upphandla')).map(({ state }) => state)).toEqual(['withdrawn', 'listed']);
  });

  it('leaves an item alone that the next meeting has taken up already', async () => {
    await office.rows('update agenda_item set treated_order = 1 where continues_id = $1', [
      held.item('talflöde'),
    ]);
    await correct('talflöde', { outcome: 'approved', points: POINTS });
    expect(await carriedOn('talflöde')).toMatchObject([{ state: 'listed' }]);
  });

  it('is told how to appeal where only a sub-item was decided (M-20, KL 13:1)', async () => {
    await verifiedMinutes(office, held.minutesId);
    await office.rows("update decision set appeal_class = 'none' where item_id <> $1", [subItem]);
    const [notice] = await office.rows<{ id: string }>('select id from notice');
    const appealable = () =>
      office.orm.em.fork().transactional(async (em) => {
        await stateActor(em, office.secretary, asDay('2026-02-24'));
        return (await readNoticeLetter(em, notice!.id))!.appealable;
      });
    expect(await appealable()).toBe(true);
    await office.rows("update decision set appeal_class = 'none'");
    expect(await appealable()).toBe(false);
  });
});
