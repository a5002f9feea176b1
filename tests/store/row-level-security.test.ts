import { Client } from 'pg';
import { addItem } from '../../src/commands/meetings/agenda/add-item';
import { declareRecusal } from '../../src/commands/meetings/before/recusal';
import { meetingOffice, plannedMeeting, type MeetingOffice } from '../support/builders/meetings';
import { bystanders, type Bystanders } from '../support/builders/roles';

// docs/adr/0002: raw SQL as every role, in the unprivileged role of the application.

describe('rows of a closed item, read with raw SQL', () => {
  let office: MeetingOffice;
  let sql: Client;
  let itemId: string;
  let subItem: string;
  let around: Bystanders;

  beforeAll(async () => {
    office = await meetingOffice();
    const meetingId = await plannedMeeting(office);
    ({ itemId } = await office.done(addItem, office.secretary, {
      meetingId,
      kind: 'decision',
      title: 'Ersättning efter förlorat hjälpmedel',
      publicTitle: 'Ärende som rör enskild',
      closed: true,
      exerciseOfAuthority: true,
      points: ['Ersättning beviljas.'],
      summary: 'En enskilds förhållanden.',
    }));
    ({ itemId: subItem } = await office.done(addItem, office.secretary, {
      meetingId,
      parentId: itemId,
      kind: 'decision',
      title: 'Ränta på ersättningen',
      publicTitle: 'Ärende som rör enskild',
      closed: true,
      exerciseOfAuthority: true,
      points: ['Ränta betalas.'],
      summary: 'En enskilds förhållanden.',
    }));
    await office.done(declareRecusal, office.secretary, {
      itemId,
      personId: office.people.get('Lisbeth Frank'),
      ground: 'party',
      decidedBy: 'body',
    });
    around = await bystanders(office);
    sql = new Client({ connectionString: office.db.appUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql.end();
    await office.close();
  });

  /** How many rows of the item an actor sees, table by table. */
  const seenBy = async (actor: string, authority = '', day = '2026-02-20', ofItem = itemId) => {
    await sql.query('begin');
    try {
      await sql.query(
        "select set_config('samrad.actor', $1, true), set_config('samrad.authority', $2, true), set_config('samrad.day', $3, true)",
        [actor, authority, day],
      );
      const count = async (table: string, column: string) =>
        Number(
          (await sql.query<{ count: string }>(`select count(*) from ${table} where ${column} = $1`, [ofItem]))
            .rows[0]?.count,
        );
      return {
        item: await count('agenda_item', 'id'),
        points: await count('proposed_point', 'item_id'),
        texts: await count('text', 'owner_id'),
      };
    } finally {
      await sql.query('rollback');
    }
  };
  const all = { item: 1, points: 1, texts: 1 };
  const nothing = { item: 0, points: 0, texts: 0 };
  const who = (name: string) => `person:${office.people.get(name) ?? ''}`;

  it.each([
    ['the secretary', () => who('Annika Roos')],
    ['the chair', () => who('Karin Ask')],
    ['a member', () => who('Birgitta Holm')],
    ['a substitute', () => who('Hanna Rydberg')],
    ['the head of centre', () => who('Staffan Ekblad')],
  ])('are there for %s', async (_who, actor) => {
    expect(await seenBy(actor())).toEqual(all);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['nobody who has said who they are', () => seenBy('')],
    ['the public', () => seenBy('public')],
    ['a recused member', () => seenBy(who('Lisbeth Frank'))],
    [
      "another board's secretary",
      () => seenBy(`person:${office.otherSecretary.kind === 'person' ? office.otherSecretary.personId : ''}`),
    ],
    ['an official of the centre', () => seenBy(who('Lina Strand'))],
    ["a principal's registrar", () => seenBy(`person:${around.registrar}`)],
    ['an auditor', () => seenBy(`person:${around.auditor}`)],
    ['the operator', () => seenBy(`person:${around.operator}`)],
    ['the administrator', () => seenBy(`person:${around.administrator}`)],
    ['a secretary whose role has ended', () => seenBy(`person:${around.endedSecretary}`)],
    ['a member whose term has ended', () => seenBy(`person:${around.endedMember}`)],
    ['a head of centre before the role began', () => seenBy(who('Staffan Ekblad'), '', '1990-01-01')],
    ['a member before their term', () => seenBy(who('Birgitta Holm'), '', '1990-01-01')],
    [
      'a process of another authority',
      () => seenBy('process:meetingCycle', '01900000-0000-7000-8000-00000000dead'),
    ],
    ['a one-time link', () => seenBy('link:01900000-0000-7000-8000-00000000dead')],
  ])('are hidden from %s', async (_who, seen) => {
    expect(await seen()).toEqual(nothing);
  });

  it('of a sub-item are hidden from whoever is recused from its item, and from nobody else (KL 6:30)', async () => {
    const seen = (name: string) => seenBy(who(name), '', '2026-02-20', subItem);
    expect(await seen('Lisbeth Frank')).toEqual(nothing);
    expect(await seen('Birgitta Holm')).toEqual(all);
    expect(await seen('Annika Roos')).toEqual(all);
  });

  it("are there for the body's own processes", async () => {
    expect(await seenBy('process:meetingCycle', office.authority)).toEqual(all);
  });

  it('are not forgotten settings of the transaction before: a pooled connection starts with nobody', async () => {
    await seenBy(who('Karin Ask'));
    expect(
      Number(
        (await sql.query<{ count: string }>('select count(*) from agenda_item where id = $1', [itemId]))
          .rows[0]?.count,
      ),
    ).toBe(0);
  });

  it.each([
    'document_version',
    'blob',
    'audit_event',
    'audit_seal',
    'agenda_version',
    'agenda_return',
    'text_revision',
    'ballot',
    'ballot_correction',
    'court_answer',
    'posting_correction',
  ])('the application cannot change or delete a row of %s', async (table) => {
    await expect(sql.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
    await expect(
      sql.query(
        `update ${table} set ${table === 'audit_event' ? 'actor' : '"' + (table === 'blob' ? 'size' : table === 'ballot' ? 'person_id' : table === 'text_revision' ? 'content' : 'id') + '"'} = null`,
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
