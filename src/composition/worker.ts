import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createAssignmentFollowUp } from '../activities/assignments/assignment-follow-up';
import { createDispatch } from '../activities/dispatch/dispatch';
import { createMeetingCycle } from '../activities/meetings/meeting-cycle';
import { createMinutesVerification } from '../activities/meetings/minutes-verification';
import { createNoticePeriod } from '../activities/meetings/notice-period';
import { createSubstituteCall } from '../activities/meetings/substitute-call';
import { createFaultActivity, createProcessActivities, type Process } from '../activities/process/turn';
import { createMorningSweep } from '../activities/sweeps/morning-sweep';
import { ConfigFault } from '../config';
import { createMailComposer } from '../documents/mail/compose';
import { createSealer } from '../infrastructure/crypto/sealer';
import { openMaildir, type Mailbox } from '../infrastructure/mail/maildir';
import { openSealed } from '../infrastructure/mail/sealed-data';
import { createMailer } from '../infrastructure/mail/smtp-sender';
import { startTemporalWorker } from '../infrastructure/temporal/worker';
import { createAuditSealer } from '../loops/audit-sealer';
import { createBounceReader } from '../loops/bounce-reader';
import { startLoop, type Loop, type RunningLoop } from '../loops/loop';
import { createMailSender } from '../loops/mail-sender';
import { createRelay } from '../loops/relay';
import { createWatch } from '../loops/watch';
import { dist, root, type Parts, type RunningService } from './parts';
import { createSweepKeeper } from './sweep-keeper';

/** Every process of the product. */
export function createProcesses(parts: Parts): Process[] {
  const deps = { em: parts.orm.em, clock: parts.clock, run: parts.run };
  return [
    createMorningSweep(deps),
    createMeetingCycle(deps),
    createSubstituteCall(parts.run),
    createMinutesVerification(deps),
    createNoticePeriod(deps),
    createDispatch(deps),
    createAssignmentFollowUp(parts.run),
  ];
}

/** The worker: processes and loops. */
export async function startWorker(parts: Parts): Promise<RunningService> {
  const { config, orm, clock, log } = parts;
  const deps = { em: orm.em, clock };
  const returned = returnedLetters(config.smtp.bounceFolder);
  const activities = Object.assign(
    {},
    createFaultActivity(deps),
    ...createProcesses(parts).map((process) => createProcessActivities(deps, process)),
  ) as object;
  const worker = await startTemporalWorker({
    to: config.temporal,
    keys: config.payloadKeys,
    bundlePath: path.join(dist, 'workflow-bundle.js'),
    activities,
    logLevel: config.logLevel,
  });
  const sweeps = createSweepKeeper(parts);
  await sweeps.turn();
  const loops = startLoops(parts, sweeps);
  return {
    done: worker.done,
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await worker.stop();
    },
  };

  function startLoops({ wakeSender }: Parts, sweeps: Loop): RunningLoop[] {
    const mailer = createMailer(config.smtp.url);
    const sealer = createSealer(config.secret);
    const compose = createMailComposer(
      config.http.publicUrl,
      readFileSync(path.join(root, 'templates/mails/letter.hbs'), 'utf8'),
    );
    return [
      sweeps,
      createRelay(orm.em, wakeSender),
      createWatch(orm.em),
      createAuditSealer(orm.em),
      createMailSender({
        em: orm.em,
        clock,
        log,
        compose: (mail, within) => compose({ ...mail, data: openSealed(sealer, mail.data) }, within),
        deliver: async (letter) => {
          const sent = await mailer.send({
            from: config.smtp.from,
            returnTo: config.smtp.bounceAddress,
            ...letter,
          });
          return sent.outcome === 'accepted'
            ? { accepted: true }
            : { accepted: false, code: String(sent.code) };
        },
      }),
      ...(returned === null ? [] : [createBounceReader({ em: orm.em, clock, log, mailbox: returned })]),
    ].map((loop) => startLoop(loop, log));
  }
}

/** @throws ConfigFault where the folder of returned letters can neither be found nor made */
function returnedLetters(folder: string | null): Mailbox | null {
  try {
    return folder === null ? null : openMaildir(folder);
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new ConfigFault([`SAMRAD_BOUNCE_DIR: ${folder} går inte att läsa eller skapa (${why})`]);
  }
}
