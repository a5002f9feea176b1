import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createAssignmentFollowUp } from '../../src/activities/assignments/assignment-follow-up';
import { closeAssignment, confirmDueDay } from '../../src/commands/assignments/assignment-acts';
import { addItem } from '../../src/commands/meetings/agenda/add-item';
import { declareRecusal } from '../../src/commands/meetings/before/recusal';
import { closeMeeting } from '../../src/commands/meetings/session/closing/close-meeting';
import { setVerification } from '../../src/commands/meetings/session/set-verification';
import { issueSummons } from '../../src/commands/meetings/summons/issue-summons';
import { byHand } from '../support/builders/dispatch';
import {
  agendaOf,
  approved,
  meetingOffice,
  meetingVersion,
  plannedMeeting,
  type MeetingOffice,
} from '../support/builders/meetings';
import { approve, openedMeeting, sessionOf, VERIFICATION } from '../support/builders/session';

// docs/adr/0002: words of a closed item lie where row level security hides them, and nowhere else.

/** In every text about the item, and in no other. */
const WORD = 'Rullatorärendet';

/** Columns for words in tables without row level security, and why no words of a closed item come there. */
const columns: Readonly<Record<string, readonly string[]>> = {
  'are codes, keys and numbers': [
    'agenda_version.letter',
    'audit_event.act',
    'audit_event.actor',
    'audit_event.code',
    'audit_event.subject_kind',
    'audit_event.trace_id',
    'audit_seal.previous',
    'audit_seal.root',
    'blob.sha256',
    'deadline.kind',
    'deadline.owner_kind',
    'deadline.rule',
    'dispatch.channel',
    'dispatch.receipt_token_hash',
    'fault.act',
    'fault.code',
    'fault.kind',
    'mail.bounce_code',
    'mail.error',
    'mail.key',
    'mail.message_id',
    'mail.subject_kind',
    'mail.template',
    'mail.to_role',
    'matter.period',
    'matter.registry_number',
    'meeting.end_time',
    'meeting.start_time',
    'minutes.verification_time',
    'minutes_extract.paragraph_ids',
    'notice_posting.link_token_hash',
    'number_counter.period',
    'number_series.code',
    'number_series.pattern',
    'process_turn.kind',
    'reminder.kind',
    'request.act',
    'request.actor',
    'request.input_hash',
    'request.key',
    'request.result',
    'session.csrf_token',
    'session.id',
    'sign_in_attempt.key',
    'sign_in_link.target',
    'sign_in_link.token_hash',
    'summons_recipient.item_ids',
    'sweep_run.sweep',
    'task.kind',
    'task.link',
    'task.role',
    'task.rule',
    'task.subject_kind',
    'verification.sha256',
    'verification.way',
    'verification_plan.time',
    'verification_plan.verifier_ids',
    'verification_round.sha256',
    'verifier.presided',
    'wake.error',
    'wake.kind',
  ],
  'name people, places and organs': [
    'account.password_hash',
    'attendee.capacity',
    'attendee.name',
    'authority.name',
    'authority.org_number',
    'body.name',
    'body.slug',
    'dispatch.address',
    'dispatch.received_by',
    'dispatch.recipient_name',
    'dispatch_recipient.address',
    'dispatch_recipient.name',
    'mail.to_address',
    'meeting.place',
    'minutes.verification_place',
    'notice_posting.board_address',
    'notice_posting.confirmed_by',
    'notice_posting.down_by',
    'number_series.name',
    'person.email',
    'person.name',
    'person.phone',
    'person.title',
    'person.unit',
    'posting_correction.corrected_by',
    'posting_gap.reported_by',
    'principal.mailbox',
    'principal.name',
    'principal.notice_board_address',
    'principal.org_number',
    'seat_holder.party',
    'verification_plan.place',
  ],
  'hold what the body has decided once for all its meetings': [
    'agenda_template.template',
    'meeting_plan.rule',
    'rules_of_procedure.decided_by',
    'rules_of_procedure.settings',
  ],
  'belong to the register, which has its own rule for what is protected': [
    'matter.party',
    'matter.protected_title',
    'matter.search_words',
    'matter.state_reason',
    'matter.title',
  ],
  'are said of a meeting, its minutes, notice or letters as a whole, to everyone who has them': [
    'agenda_return.words',
    'appeal_time.reason',
    'court_answer.appeals',
    'court_answer.reference',
    'dispatch.closed_reason',
    'dispatch.reply',
    'posting_correction.reason',
    'remote_request.reason',
    'summons.change_note',
    'summons.late_reason',
    'verification.dissent',
    'verification.voided_reason',
    'verification_round.closed_reason',
    'verifier.replaced_reason',
  ],
  'are made from an item, without its words where it is closed; the play below tries them': [
    'agenda_version.snapshot',
    'deadline.closed_reason',
    'mail.data',
    'task.facts',
  ],
};

describe('the words of a closed item', () => {
  let office: MeetingOffice;
  let app: Client;

  beforeAll(async () => {
    office = await meetingOffice();
    await play();
    app = new Client({ connectionString: office.db.appUrl });
    await app.connect();
  }, 60_000);
  afterAll(async () => {
    await app.end();
    await office.close();
  });

  /** A closed item from the agenda to an assignment that is late, one that waits for a day and one that is dropped. */
  const play = async (): Promise<void> => {
    const meetingId = await plannedMeeting(office);
    office.now = new Date('2026-01-20T09:00:00Z');
    const { itemId } = await office.done(addItem, office.secretary, {
      meetingId,
      kind: 'decision',
      title: `${WORD}: ersättning`,
      publicTitle: 'Ärende som rör enskild',
      closed: true,
      exerciseOfAuthority: true,
      points: [`${WORD} bifalls.`],
      summary: `Bakgrunden till ${WORD}.`,
    });
    await approved(office, meetingId);
    office.now = new Date('2026-02-10T09:00:00Z');
    const version = await meetingVersion(office, meetingId);
    await office.done(issueSummons, office.secretary, { meetingId, version });
    office.now = new Date('2026-02-20T08:00:00Z');
    const items = await agendaOf(office, meetingId);
    await openedMeeting(office, {
      meetingId,
      item: (word) => items.find(({ title }) => title.includes(word))!.id,
    });
    await office.done(declareRecusal, office.secretary, {
      itemId,
      personId: office.people.get('Lisbeth Frank'),
      ground: 'other',
      note: `Granne till den som ${WORD} rör.`,
      decidedBy: 'body',
    });
    const ownerPersonId = office.people.get('Staffan Ekblad');
    for (const { id, parentId } of (await sessionOf(office, meetingId)).items) {
      if (parentId !== null) continue;
      const assigned = [
        { ownerPersonId, text: `Skriva till den som ${WORD} rör.`, dueDay: '2026-03-06' },
        { ownerPersonId, text: `Följa upp ${WORD}.`, dueWords: `när ${WORD} är överklagat` },
      ];
      await approve(office, id, id === itemId ? { assignments: assigned } : {});
    }
    await office.done(setVerification, office.secretary, {
      meetingId,
      verifierIds: [office.viceChair.kind === 'person' ? office.viceChair.personId : ''],
      ...VERIFICATION,
    });
    office.now = new Date('2026-02-20T11:00:00Z');
    await office.done(closeMeeting, office.secretary, { meetingId });
    await followUp();
  };

  const followUp = async (): Promise<void> => {
    const read = () =>
      office.rows<{ id: string; version: number }>(
        'select id, version from assignment order by due_words nulls first',
      );
    const settle = async () => {
      for (const { id } of await read())
        await byHand(office, createAssignmentFollowUp(office.run), id).settle();
    };
    await settle();
    office.now = new Date('2026-03-07T09:00:00Z');
    await settle();
    const vague = (await read())[1]!;
    await office.done(confirmDueDay, office.secretary, {
      assignmentId: vague.id,
      version: vague.version,
      day: '2026-10-30',
    });
    await settle();
    await office.done(closeAssignment, office.secretary, {
      assignmentId: vague.id,
      version: (await read())[1]!.version,
      reason: `${WORD} är återkallat.`,
    });
    await settle();
  };

  const tables = async (secured: boolean): Promise<string[]> => {
    const rows = await office.rows<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity = $1",
      [secured],
    );
    return rows.map(({ name }) => name);
  };
  const saying = async (client: Client, names: readonly string[]): Promise<string[]> => {
    const said: string[] = [];
    for (const name of names) {
      const { rows } = await client.query(`select 1 from ${name} t where t::text ilike $1 limit 1`, [
        `%${WORD}%`,
      ]);
      if (rows.length > 0) said.push(name);
    }
    return said;
  };

  it('stand in tables with row level security alone', async () => {
    expect(await saying(office.admin, await tables(false))).toEqual([]);
    expect(await saying(office.admin, await tables(true))).toEqual(
      expect.arrayContaining(['agenda_item', 'assignment', 'proposed_point', 'recusal', 'text']),
    );
  });

  it.each<[string, () => string, string[]]>([
    ['the public', () => 'public', []],
    ['someone outside the board', () => `person:${office.people.get('Helena Mårtens') ?? ''}`, []],
    ['nobody', () => `person:${randomUUID()}`, []],
    [
      'whoever is recused, but for the recusal itself',
      () => `person:${office.people.get('Lisbeth Frank') ?? ''}`,
      ['recusal'],
    ],
  ])('are read in no table by %s', async (_who, actor, own) => {
    await app.query('begin');
    await app.query(
      "select set_config('samrad.actor', $1, true), set_config('samrad.day', '2026-03-07', true)",
      [actor()],
    );
    const said = await saying(app, [...(await tables(true)), ...(await tables(false))]);
    await app.query('rollback');
    expect(said).toEqual(own);
  });

  it('are not in what is to be done about its assignments: the paragraph is named', async () => {
    const tasks = await office.rows<{ kind: string; facts: Record<string, string> }>(
      "select kind, facts from task where subject_kind = 'assignment' order by kind, created_at",
    );
    expect(tasks.map(({ kind, facts }) => [kind, facts['assignment'] ?? facts['words']])).toEqual([
      ['assignmentLate', expect.stringMatching(/^§ \d+ .+ 2026$/)],
      ['confirmDueDay', 'efter sammanträdet 2026-02-20'],
      ['reportAssignment', expect.stringMatching(/^§ \d+ .+ 2026$/)],
    ]);
  });

  it('have no new place to be put in by mistake: every column for words is tried or is known to hold none', async () => {
    const rows = await office.rows<{ name: string }>(
      `select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity
         and c.relname not like 'mikro_orm%' and a.attnum > 0 and not a.attisdropped
         and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'json'::regtype, 'jsonb'::regtype)
         and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
           and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%ANY%')`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.values(columns).flat().sort());
  });
});
