import { v7 as uuidv7 } from 'uuid';
import { announceMinutes } from '../../../src/commands/meetings/notice/announce-minutes';
import { stateActor, transaction } from '../../../src/commands/runner/transaction';
import { dayOf } from '../../../src/domain/time/stockholm';
import { Meeting } from '../../../src/store/entities/meetings';
import { Minutes } from '../../../src/store/entities/minutes';
import { rulesOfMeeting } from '../../../src/store/queries/meetings/plan/plan-rules';
import { plannedMeeting, type MeetingOffice } from './meetings';
import { testSealer } from '../sealer';

export interface AnnouncedNotice {
  readonly meetingId: string;
  readonly noticeId: string;
  /** Ids of the boards' postings by the principal's name. */
  readonly postings: ReadonlyMap<string, string>;
}

/** The meeting of 2026-02-20 with its minutes verified on a day and announced; the clock stands at that moment. */
export async function announcedNotice(office: MeetingOffice, verifiedAt: string): Promise<AnnouncedNotice> {
  const meetingId = await plannedMeeting(office);
  const [meeting] = await office.rows<{ body_id: string; authority_id: string }>(
    `update meeting set phase = 'closed', rules_id = (select id from rules_of_procedure where body_id = meeting.body_id limit 1)
     where id = $1 returning body_id, authority_id`,
    [meetingId],
  );
  await office.rows(
    `insert into minutes (id, authority_id, body_id, meeting_id, state, writer_person_id, verification_day, verification_time, verification_place)
     values ($1, $2, $3, $4, 'verifying', $5, '2026-03-04', '13:00', 'Hjälpmedelscentrum, Almby')`,
    [uuidv7(), meeting!.authority_id, meeting!.body_id, meetingId, office.people.get('Annika Roos')],
  );
  office.now = new Date(verifiedAt);
  const system = { kind: 'system' } as const;
  await office.orm.em.fork().transactional(async (em) => {
    await stateActor(em, system, dayOf(office.now));
    const tx = transaction(em, system, null, office.now, 'test', testSealer.seal);
    const meeting = await em.findOneOrFail(Meeting, meetingId);
    const minutes = await em.findOneOrFail(Minutes, { meetingId });
    const inForce = await rulesOfMeeting(em, meeting);
    minutes.state = 'verified';
    minutes.verifiedOn = dayOf(office.now);
    meeting.phase = 'verified';
    await announceMinutes(tx, { minutes, meeting, rules: inForce!.rules });
  });
  const [notice] = await office.rows<{ id: string }>('select id from notice where meeting_id = $1', [
    meetingId,
  ]);
  const rows = await office.rows<{ id: string; name: string }>(
    'select np.id, p.name from notice_posting np join principal p on p.id = np.principal_id where np.notice_id = $1',
    [notice!.id],
  );
  return { meetingId, noticeId: notice!.id, postings: new Map(rows.map(({ id, name }) => [name, id])) };
}
