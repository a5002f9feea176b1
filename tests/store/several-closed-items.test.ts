import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { meetingOffice, type MeetingOffice } from '../support/builders/meetings';
import { playedMeeting } from '../support/builders/session';
import { presented } from '../support/builders/verification';

// KL 6:30, docs/adr/0002: read with raw SQL in the application's own role

describe('minutes with several closed items', () => {
  let office: MeetingOffice;
  let app: Client;
  let minutesId: string;

  beforeAll(async () => {
    office = await meetingOffice({
      rules: { digitalVerification: true, digitalVerificationDecision: 'Regionfullmäktige 2024-11-25 § 98' },
    });
    const played = await playedMeeting(office);
    ({ minutesId } = played);
    const closed = [played.item('talflöde'), played.item('ADL-fotpall')];
    for (const itemId of closed) {
      await office.rows(
        "update agenda_item set closed = true, public_title = 'Ärende som rör enskild' where id = $1",
        [itemId],
      );
      await office.rows('update paragraph set closed = true where item_id = $1', [itemId]);
    }
    const recused = [
      ['Lisbeth Frank', closed[0]],
      ['Birgitta Holm', closed[1]],
    ] as const;
    for (const [name, itemId] of recused)
      await office.rows(
        `insert into recusal (id, authority_id, meeting_id, item_id, person_id, ground, decided_by, announced_at)
         select $1, authority_id, meeting_id, id, $3, 'party', 'body', now() from agenda_item where id = $2`,
        [randomUUID(), itemId, office.people.get(name)],
      );
    await presented(office, minutesId);
    app = new Client({ connectionString: office.db.appUrl });
    await app.connect();
  }, 60_000);
  afterAll(async () => {
    await app.end();
    await office.close();
  });

  const versionsSeenBy = async (name: string): Promise<number> => {
    await app.query('begin');
    try {
      await app.query(
        "select set_config('samrad.actor', $1, true), set_config('samrad.day', '2026-02-20', true)",
        [`person:${office.people.get(name) ?? ''}`],
      );
      const { rows } = await app.query<{ seen: number }>(
        `select count(*)::int as seen from minutes m join document d on d.id = m.document_id
         join document_version v on v.document_id = d.id where m.id = $1`,
        [minutesId],
      );
      return rows[0]?.seen ?? 0;
    } finally {
      await app.query('rollback');
    }
  };

  it.each([
    ['the secretary', 'Annika Roos', 1],
    ['a member who served for both', 'Karin Ask', 1],
    ['whoever is recused from the first', 'Lisbeth Frank', 0],
    ['whoever is recused from the other', 'Birgitta Holm', 0],
    ['someone outside the board', 'Helena Mårtens', 0],
  ])('are read by %s: %s', async (_who, name, versions) => {
    expect(await versionsSeenBy(name)).toBe(versions);
  });
});
