import type { ProcessInput } from '../contracts/processes';
import { minutesVerificationActs } from '../domain/meetings/minutes/minutes-verification-due';
import { untilEnded } from './process-loop';

/** M-10: the text is frozen, writer, chair and verifiers sign in turn, whoever has not is reminded. */
export async function minutesVerification(input: ProcessInput): Promise<void> {
  await untilEnded('minutesVerification', minutesVerificationActs, input);
}
