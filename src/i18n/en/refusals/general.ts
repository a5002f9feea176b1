import type { generalRefusals } from '../../../domain/refusals/general';

export const general: Record<keyof typeof generalRefusals, string> = {
  'input-invalid': 'The input could not be accepted: {problems} Correct what is listed and send it again. Nothing is lost.',
  'not-found': 'What you look for is not here, or you may not see it. Go to the start page or ask the secretary for the right link.',
  'method-not-allowed': 'This address does not accept that method. Allowed: {allowed}.',
  'stale-version':
    'Someone else saved a newer version while you worked. Read the new version, add your changes to it and save again. Your text is kept.',
  'same-key-other-request': 'The same Idempotency-Key was used for another request. Use a new key for a new request.',
  'body-too-large': 'What you send is too large. The limit is {limit}. Split it or make the file smaller.',
  'media-type-unsupported': 'The content has a format that is not accepted here. Send it as {expected}.',
  'too-many-requests': 'Too many attempts in a short time. Wait {seconds} seconds and try again.',
  'service-busy': 'The service is busy for the moment. Nothing is lost, try again shortly.',
};
