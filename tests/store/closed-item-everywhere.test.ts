import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { meetingOffice, type MeetingOffice } from '../support/builders/meetings';
import { bystanders, type Bystanders } from '../support/builders/roles';
import { playedMeeting } from '../support/builders/session';
import { presented } from '../support/builders/verification';

// docs/adr/0002: every table with row level security, read with raw SQL as every role in the application's own role.

type Counts = Readonly<Record<string, number>>;

/** Who asks: the actor as the transaction states it, the authority of a process, and the day. */
interface Reader {
  readonly actor: string;
  readonly authority?: string;
  readonly day?: string;
}

const NO_ONE = '01900000-0000-7000-8000-00000000dead';

describe('what belongs to a decided item, in every table with row level security', () => {
  let office: MeetingOffice;
  let app: Client;
  let tables: string[];
  let itemId: string;
  let around: Bystanders;
  let everything: Counts;

  beforeAll(async () => {
    office = await meetingOffice({
      rules: { digitalVerification: true, digitalVerificationDecision: 'Regionfullmäktige 2024-11-25 § 98' },
    });
    const { item, minutesId } = await playedMeeting(office);
    itemId = item('ADL-fotpall');
    await presented(office, minutesId);
    await hangOn();
    around = await bystanders(office);
    app = new Client({ connectionString: office.db.appUrl });
    await app.connect();
    const secured = await office.rows<{ name: string }>(
      `select relname as name from pg_class where relrowsecurity and relkind = 'r' order by 1`,
    );
    tables = secured.map(({ name }) => name);
    everything = await counted(office.admin);
  }, 60_000);
  afterAll(async () => {
    await app.end();
    await office.close();
  });

  /** What the played meeting does not leave at this item: a recusal, a paper with a version, a memo, an assignment, a comment. */
  const hangOn = async (): Promise<void> => {
    const { rows, authority, body } = office;
    const lisbeth = office.people.get('Lisbeth Frank');
    await rows(
      `insert into recusal (id, authority_id, meeting_id, item_id, person_id, ground, decided_by, announced_at)
       select $1, authority_id, meeting_id, id, $3, 'party', 'body', now() from agenda_item where id = $2`,
      [randomUUID(), itemId, lisbeth],
    );
    await rows(
      `insert into item_document (item_id, document_id, ordinal, label)
       select $1, document_id, 1, 'Underlag' from document_version limit 1`,
      [itemId],
    );
    await rows(
      `insert into memo (id, authority_id, body_id, matter_id, document_id, title, author_person_id, day, state, not_applicable, recipient_ids)
       select $1, $2, $3, i.matter_id, a.document_id, 'Tjänsteskrivelse', $5, '2026-02-01', 'draft', '[]', '[]'
       from agenda_item i join item_document a on a.item_id = i.id where i.id = $4`,
      [randomUUID(), authority, body, itemId, office.people.get('Helena Mårtens')],
    );
    await rows(
      "update document set kind = 'memo' where id in (select document_id from item_document where item_id = $1)",
      [itemId],
    );
    await rows('update assignment set item_id = $1', [itemId]);
    await rows(
      `insert into ballot_correction (id, vote_id, seat_id, person_id, before, after, corrected_by, at)
       select $1, b.vote_id, b.seat_id, b.person_id, 'no', b.choice, 'system', now()
       from ballot b join vote v on v.id = b.vote_id where v.item_id = $2 limit 1`,
      [randomUUID(), itemId],
    );
    await rows(
      `insert into paragraph_comment (id, authority_id, paragraph_id, person_id, text, at)
       select $1, authority_id, id, $3, 'Skriv ut namnet.', now() from paragraph where item_id = $2`,
      [randomUUID(), itemId, lisbeth],
    );
    await rows(
      `insert into text_revision (text_id, number, content, saved_at, saved_by)
       select t.id, 900, 'Tidigare ord.', now(), 'system' from text t join paragraph p on p.id = t.owner_id where p.item_id = $1 limit 1`,
      [itemId],
    );
  };

  /** As the commands leave the rows of an item that is closed or open. */
  const setClosed = async (closed: boolean): Promise<void> => {
    await office.rows(
      "update agenda_item set closed = $2, public_title = 'Ärende som rör enskild' where id = $1",
      [itemId, closed],
    );
    await office.rows('update paragraph set closed = $2 where item_id = $1', [itemId, closed]);
    await office.rows(
      'update text set closed = $2 where owner_id = $1 or owner_id in (select id from paragraph where item_id = $1)',
      [itemId, closed],
    );
    await office.rows(
      `update document set closed = $2, owner_kind = 'agendaItem', owner_id = $1
       where id in (select document_id from item_document where item_id = $1)`,
      [itemId, closed],
    );
    await office.rows('update memo set closed_item_id = case when $2 then $1::uuid end', [itemId, closed]);
  };

  const counted = async (client: Client): Promise<Counts> => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
      counts[table] = rows[0]?.n ?? 0;
    }
    return counts;
  };

  const seenBy = async ({ actor, authority = '', day = '2026-02-20' }: Reader): Promise<Counts> => {
    await app.query('begin');
    try {
      await app.query(
        "select set_config('samrad.actor', $1, true), set_config('samrad.authority', $2, true), set_config('samrad.day', $3, true)",
        [actor, authority, day],
      );
      return await counted(app);
    } finally {
      await app.query('rollback');
    }
  };
  const person = (name: string): Reader => ({ actor: `person:${office.people.get(name) ?? ''}` });

  const insiders: readonly (readonly [string, () => Reader])[] = [
    ['the secretary', () => person('Annika Roos')],
    ['the chair', () => person('Karin Ask')],
    ['a member', () => person('Birgitta Holm')],
    ['a substitute', () => person('Hanna Rydberg')],
    ['the head of centre', () => person('Staffan Ekblad')],
    ['a process of the authority', () => ({ actor: 'process:dispatch', authority: office.authority })],
    ['the system', () => ({ actor: 'system' })],
  ];
  const outsiders: readonly (readonly [string, () => Reader])[] = [
    ['nobody who has said who they are', () => ({ actor: '' })],
    ['the public', () => ({ actor: 'public' })],
    ['the secretary of another board', () => person('Björn Tallmo')],
    ['an official of the centre', () => person('Lina Strand')],
    ["a principal's registrar", () => ({ actor: `person:${around.registrar}` })],
    ['an auditor', () => ({ actor: `person:${around.auditor}` })],
    ['the operator', () => ({ actor: `person:${around.operator}` })],
    ['the administrator', () => ({ actor: `person:${around.administrator}` })],
    ['a secretary whose role has ended', () => ({ actor: `person:${around.endedSecretary}` })],
    ['a member whose term has ended', () => ({ actor: `person:${around.endedMember}` })],
    ['a head of centre before the role began', () => ({ ...person('Staffan Ekblad'), day: '1990-01-01' })],
    ['a member before their term', () => ({ ...person('Birgitta Holm'), day: '1990-01-01' })],
    ['a process of another authority', () => ({ actor: 'process:dispatch', authority: NO_ONE })],
    ['a one-time link', () => ({ actor: `link:${NO_ONE}` })],
  ];

  const recused = ['a recused member', () => person('Lisbeth Frank')] as const;

  describe('while the item is open', () => {
    beforeAll(() => setClosed(false));
    it.each([...insiders, ...outsiders, recused])('is there for %s', async (_who, reader) => {
      expect(await seenBy(reader())).toEqual(everything);
    });
  });

  describe('when the item is closed', () => {
    let hidden: Counts;
    beforeAll(async () => {
      await setClosed(true);
      hidden = await seenBy({ actor: 'public' });
    });

    it('is in every one of the tables, so that none is left untried', () => {
      expect(tables.length).toBeGreaterThanOrEqual(18);
      expect(tables.filter((table) => (hidden[table] ?? 0) >= (everything[table] ?? 0))).toEqual([]);
      expect((everything['agenda_item'] ?? 0) - (hidden['agenda_item'] ?? 0)).toBe(1);
    });

    it.each(insiders)('is there for %s', async (_who, reader) => {
      expect(await seenBy(reader())).toEqual(everything);
    });

    it.each(outsiders)('is hidden from %s, and nothing else is', async (_who, reader) => {
      expect(await seenBy(reader())).toEqual(hidden);
    });

    it('is hidden from a recused member, but for the recusal itself', async () => {
      expect(await seenBy(person('Lisbeth Frank'))).toEqual({
        ...hidden,
        recusal: (hidden['recusal'] ?? 0) + 1,
      });
    });

    it('is there for the memo’s author as far as the memo and its document go, and no further', async () => {
      const seen = await seenBy(person('Helena Mårtens'));
      const more = tables.filter((table) => seen[table] !== hidden[table]);
      expect(more).toEqual(['document', 'document_version', 'memo']);
    });
  });
});
