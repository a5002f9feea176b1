import { addItem } from '../../../../src/commands/meetings/agenda/add-item';
import { declareRecusal, withdrawRecusal } from '../../../../src/commands/meetings/before/recusal';
import { takeItem } from '../../../../src/commands/meetings/session/take-item';
import { stateActor } from '../../../../src/commands/runner/transaction';
import type { RecordedParagraph } from '../../../../src/domain/meetings/recorded-paragraph';
import { asDay } from '../../../../src/domain/time/day';
import { recordParagraphs } from '../../../../src/store/queries/meetings/session/session-record';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import { fromTheSamePoint } from '../../../support/builders/same-point';
import {
  approve,
  openedMeeting,
  sessionOf,
  summonedMeeting,
  type SummonedMeeting,
} from '../../../support/builders/session';

describe('a dispute about recusal is decided by the body and minuted (M-6, KL 6:30)', () => {
  let office: MeetingOffice;
  let summoned: SummonedMeeting;
  let itemId: string;
  fromTheSamePoint(async () => {
    office = await meetingOffice();
    summoned = await summonedMeeting(office);
    itemId = summoned.item('talflöde');
    await openedMeeting(office, summoned, ['Gunnar Malm']);
    return office;
  });

  const declares = (name: string, more: object = {}) => ({
    itemId,
    personId: office.people.get(name),
    ground: 'party',
    ...more,
  });
  const declare = (name: string, more: object = {}) =>
    office.done(declareRecusal, office.secretary, declares(name, more));
  const record = async (): Promise<RecordedParagraph> => {
    const session = await sessionOf(office, summoned.meetingId);
    return office.orm.em.fork().transactional(async (em) => {
      await stateActor(em, office.secretary, asDay('2026-02-20'));
      return (await recordParagraphs(em, session)).get(itemId)!;
    });
  };

  it('keeps who decided and on what ground; one who was never there is not named', async () => {
    await declare('Lisbeth Frank', { decidedBy: 'body', ground: 'other', note: 'Delägare i leverantören.' });
    await declare('Samuel Lindh');
    await declare('Gunnar Malm');
    await approve(office, itemId);
    expect((await record()).recused).toMatchObject([
      { name: 'Samuel Lindh', decidedBy: 'self', ground: 'party', note: null },
      { name: 'Lisbeth Frank', decidedBy: 'body', ground: 'other', note: 'Delägare i leverantören.' },
    ]);
  });

  it('has the body decide on what somebody announced', async () => {
    await declare('Lisbeth Frank');
    expect(await office.refusedAs(declareRecusal, office.secretary, declares('Lisbeth Frank'))).toBe(
      'recusal-already-declared',
    );
    await declare('Lisbeth Frank', { decidedBy: 'body' });
    await approve(office, itemId);
    expect((await record()).recused).toMatchObject([{ name: 'Lisbeth Frank', decidedBy: 'body' }]);
  });

  it('lets one serve whom the body found not to be recused, and says so', async () => {
    await declare('Lisbeth Frank');
    await declare('Lisbeth Frank', { decidedBy: 'bodyDismissed' });
    await approve(office, itemId);
    const { recused, notRecused, serving } = await record();
    expect(recused).toEqual([]);
    expect(notRecused).toMatchObject([{ name: 'Lisbeth Frank' }]);
    expect(serving.map(({ name }) => name)).toContain('Lisbeth Frank');
  });

  it('takes the body’s finding back when it was recorded by mistake; only the secretary records one', async () => {
    const { recusalId } = await declare('Lisbeth Frank', { decidedBy: 'bodyDismissed' });
    const [row] = await office.rows<{ version: number }>('select version from recusal where id = $1', [
      recusalId,
    ]);
    const version = row!.version;
    await office.done(withdrawRecusal, office.secretary, { recusalId, version });
    expect(
      await office.refusedAs(withdrawRecusal, office.secretary, { recusalId, version: version + 1 }),
    ).toBe('recusal-withdrawn-already');
    expect((await record()).notRecused).toBeUndefined();
    const own = declares('Samuel Lindh', { decidedBy: 'bodyDismissed' });
    expect(await office.refusedAs(declareRecusal, office.member, own)).toBe('not-allowed');
  });
});

describe('a recusal from an item whose sub-item is decided (KL 6:30, M-20)', () => {
  let office: MeetingOffice;
  afterEach(() => office.close());

  it('is changed no more: it holds for the sub-item too, also when the item is taken up again', async () => {
    office = await meetingOffice();
    const { meetingId, item } = await summonedMeeting(office);
    const itemId = item('talflöde');
    office.now = new Date('2026-02-11T09:00:00Z');
    const below = {
      meetingId,
      parentId: itemId,
      kind: 'decision',
      title: 'Uppsägning',
      points: ['Sägs upp.'],
    };
    const { itemId: subItem } = await office.done(addItem, office.secretary, below);
    office.now = new Date('2026-02-20T08:00:00Z');
    await openedMeeting(office, { meetingId, item });
    await office.done(takeItem, office.secretary, { itemId });
    const from = (id: string, name: string) => ({
      itemId: id,
      personId: office.people.get(name),
      ground: 'party',
    });
    const { recusalId } = await office.done(declareRecusal, office.secretary, from(itemId, 'Samuel Lindh'));
    await approve(office, subItem);
    const refused = async () => [
      await office.refusedAs(declareRecusal, office.secretary, from(itemId, 'Lisbeth Frank')),
      await office.refusedAs(withdrawRecusal, office.secretary, { recusalId, version: 1 }),
    ];
    expect(await refused()).toEqual(['recusal-after-sub-item', 'recusal-after-sub-item']);
    await office.done(takeItem, office.secretary, { itemId });
    expect(await refused()).toEqual(['recusal-after-sub-item', 'recusal-after-sub-item']);
  }, 60_000);
});
