import { v7 as uuidv7 } from 'uuid';
import type { Process, Reading } from '../../../src/activities/process/turn';
import { certifyExtracts } from '../../../src/commands/dispatch/certify-extracts';
import { stateActor } from '../../../src/commands/runner/transaction';
import type { Actor } from '../../../src/contracts/actor';
import { dayOf } from '../../../src/domain/time/stockholm';
import type { MeetingOffice } from './meetings';
import { playedMeeting, type PlayedMeeting } from './session';

/** A process run by hand, as its workflow does it. */
export interface RunByHand {
  readonly read: () => Promise<Reading>;
  /** Does what is due until nothing is; the acts in order. */
  readonly settle: () => Promise<string[]>;
}

/** Reads and acts on one row by hand at the office's now. */
export function byHand(office: MeetingOffice, process: Process, row: string): RunByHand {
  const actor: Actor = { kind: 'process', process: process.kind, authorityId: office.authority };
  const read = () =>
    office.orm.em.fork().transactional(async (em) => {
      await stateActor(em, actor, dayOf(office.now));
      return process.read(em, row, office.now);
    });
  const settle = async (): Promise<string[]> => {
    const done: string[] = [];
    for (let turn = await read(); turn.due !== null; turn = await read()) {
      done.push(turn.due);
      if (done.length > 12) throw new Error(`It never settles: ${done.join()}`);
      await process.acts[turn.due]!(
        { row, authority: office.authority, version: turn.version, due: turn.due },
        actor,
      );
    }
    return done;
  };
  return { read, settle };
}

/** The played meeting, verified on 2026-03-04, its six decided items sent to the head of centre, ten municipalities and the region. */
export async function verifiedMeeting(office: MeetingOffice): Promise<PlayedMeeting> {
  await office.admin.query('update dispatch_recipient set person_id = $1 where kind = $2', [
    office.people.get('Staffan Ekblad'),
    'person',
  ]);
  await office.admin.query(
    `update dispatch_recipient set principal_id = $1 where kind = 'principalMailbox'`,
    [office.region],
  );
  const played = await playedMeeting(office);
  await office.admin.query(`update agenda_item set recipient_ids = $1 where id = $2`, [
    JSON.stringify(office.recipients),
    played.item('Årsredovisning'),
  ]);
  office.now = new Date('2026-03-04T14:00:00Z');
  await office.admin.query(
    `update minutes set state = 'verified', verified_on = '2026-03-04' where meeting_id = $1`,
    [played.meetingId],
  );
  await office.admin.query(
    `insert into verification_round (id, authority_id, minutes_id, number, opened_at, sha256) values ($1, $2, $3, 1, $4, $5)`,
    [uuidv7(), office.authority, played.minutesId, office.now, 'ab'.repeat(32)],
  );
  await office.admin.query(`update meeting set phase = 'verified' where id = $1`, [played.meetingId]);
  return played;
}

/** Gives every principal auditors who get the full minutes (M-18). */
export async function standingAuditors(office: MeetingOffice): Promise<void> {
  const principals = await office.rows<{ id: string; name: string }>(
    'select id, name from principal order by name',
  );
  for (const [index, { id, name }] of principals.entries())
    await office.admin.query(
      `insert into dispatch_recipient (id, body_id, ordinal, name, kind, principal_id, address, standing)
       values ($1, $2, $3, $4, 'auditors', $5, $6, true)`,
      [
        uuidv7(),
        office.body,
        50 + index,
        `Revisorerna, ${name}`,
        id,
        `revision${String(index)}@huvudman.example`,
      ],
    );
}

/** The extracts of the verified meeting, certified; ids in the order of their paragraphs. */
export async function certifiedExtracts(
  office: MeetingOffice,
  meetingId: string,
  replyDay: string | null = null,
): Promise<string[]> {
  await office.done(certifyExtracts, office.secretary, { meetingId, replyDay });
  const rows = await office.rows<{ id: string }>(
    'select id from minutes_extract where meeting_id = $1 order by id',
    [meetingId],
  );
  return rows.map(({ id }) => id);
}
