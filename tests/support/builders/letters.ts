import { createMailSender } from '../../../src/loops/mail-sender';
import type { MeetingOffice } from './meetings';

/** Hands over every letter that waits; those to the unknown addresses are refused for good and come back. */
export async function postLetters(office: MeetingOffice, unknown: readonly string[]): Promise<void> {
  const silent = (): void => undefined;
  const sender = createMailSender({
    em: office.orm.em,
    clock: { now: () => Promise.resolve(office.now), toServerTime: (at: Date) => at.getTime() },
    log: { info: silent, warn: silent, error: silent },
    compose: ({ template }) => ({ subject: template, text: template, html: `<p>${template}</p>` }),
    deliver: ({ to }) =>
      Promise.resolve(unknown.includes(to) ? { accepted: false, code: '550' } : { accepted: true }),
  });
  while ((await sender.turn()) > 0);
}
