import { createNoticePeriod } from '../../../src/activities/meetings/notice-period';
import { createMinutesVerification } from '../../../src/activities/meetings/minutes-verification';
import { sendToVerification } from '../../../src/commands/meetings/minutes/send-to-verification';
import { signMinutes } from '../../../src/commands/meetings/verification/sign-minutes';
import { stateActor } from '../../../src/commands/runner/transaction';
import type { Actor } from '../../../src/contracts/actor';
import { dayOf } from '../../../src/domain/time/stockholm';
import type { MeetingOffice } from './meetings';

/** The process of a verification, as its workflow runs it. */
export function verificationProcess(office: MeetingOffice, minutesId: string) {
  const actor: Actor = { kind: 'process', process: 'minutesVerification', authorityId: office.authority };
  const made = createMinutesVerification({
    em: office.orm.em,
    run: office.run,
    clock: { now: () => Promise.resolve(office.now), toServerTime: (at) => at.getTime() },
  });
  const read = () =>
    office.orm.em.fork().transactional(async (em) => {
      await stateActor(em, actor, dayOf(office.now));
      return made.read(em, minutesId, office.now);
    });
  /** Does what is due until nothing is; the acts in order. */
  const settle = async (): Promise<string[]> => {
    const done: string[] = [];
    for (let turn = await read(); turn.due !== null; turn = await read()) {
      done.push(turn.due);
      if (done.length > 12) throw new Error(`It never settles: ${done.join()}`);
      await made.acts[turn.due]!(
        { row: minutesId, authority: office.authority, version: turn.version, due: turn.due },
        actor,
      );
    }
    return done;
  };
  return { read, settle };
}

/** The version of the minutes' row, as a form carries it. */
export async function minutesVersion(office: MeetingOffice, minutesId: string): Promise<number> {
  const rows = await office.rows<{ version: number }>('select version from minutes where id = $1', [
    minutesId,
  ]);
  return rows[0]!.version;
}

/** SHA-256 of the text that is out for signing. */
export async function frozenHash(office: MeetingOffice, minutesId: string): Promise<string> {
  const rows = await office.rows<{ sha256: string }>(
    'select sha256 from verification_round where minutes_id = $1 and closed_at is null',
    [minutesId],
  );
  return rows[0]!.sha256;
}

/** Presented and frozen: the writer is asked to sign. */
export async function presented(office: MeetingOffice, minutesId: string): Promise<void> {
  const version = await minutesVersion(office, minutesId);
  await office.done(sendToVerification, office.secretary, { minutesId, version });
  await verificationProcess(office, minutesId).settle();
}

/** Signs as the person. @returns whether that was the last signature */
export async function sign(office: MeetingOffice, minutesId: string, as: Actor): Promise<boolean> {
  const sha256 = await frozenHash(office, minutesId);
  return (await office.done(signMinutes, as, { minutesId, sha256 })).verified;
}

/** Presented, signed by secretary, chair and vice chair, with the verified copy made. */
export async function verifiedMinutes(office: MeetingOffice, minutesId: string): Promise<void> {
  await presented(office, minutesId);
  for (const signer of [office.secretary, office.chair, office.viceChair])
    await sign(office, minutesId, signer);
  await verificationProcess(office, minutesId).settle();
}

/** The process of the notice that the last signature made: makes the notices and asks the registrars. */
export async function settleNoticePeriod(office: MeetingOffice, noticeId: string): Promise<string[]> {
  const actor: Actor = { kind: 'process', process: 'noticePeriod', authorityId: office.authority };
  const made = createNoticePeriod({
    em: office.orm.em,
    run: office.run,
    clock: { now: () => Promise.resolve(office.now), toServerTime: (at) => at.getTime() },
  });
  const read = () =>
    office.orm.em.fork().transactional(async (em) => {
      await stateActor(em, actor, dayOf(office.now));
      return made.read(em, noticeId, office.now);
    });
  const done: string[] = [];
  for (let turn = await read(); turn.due !== null; turn = await read()) {
    done.push(turn.due);
    if (done.length > 12) throw new Error(`It never settles: ${done.join()}`);
    const input = { row: noticeId, authority: office.authority, version: turn.version, due: turn.due };
    await made.acts[turn.due]!(input, actor);
  }
  return done;
}
