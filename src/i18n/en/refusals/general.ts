import type { generalRefusals } from '../../../domain/refusals/general';

export const general: Record<keyof typeof generalRefusals, string> = {
  'input-invalid':
    'The input could not be accepted: {problems} Correct what is listed and send it again. Nothing is lost.',
  'address-invalid':
    'The address holds something that cannot be read. Go to the start page and find your way from there.',
  'command-unknown': 'There is no act of that name. Load the page you came from again and redo it.',
  'request-unreadable':
    'What was sent could not be read. Check the input, or load the page again, and send it again.',
  'not-found':
    'What you look for is not here, or you may not see it. Go to the start page or ask the secretary for the right link.',
  'method-not-allowed':
    'This address belongs to a button on a page and cannot be opened by itself (it takes {allowed}). Go back to the page that you came from, or to the start page.',
  'stale-version':
    'Someone else saved a newer version while you worked, or you did in another window. Read the new version, add your changes to it and save again. Your text is kept.',
  'same-key-other-request':
    'The same Idempotency-Key was used for another request. Use a new key for a new request.',
  'body-too-large': 'What you send is too large. The limit is {limit}. Split it or make the file smaller.',
  'media-type-unsupported': 'The content has a format that is not accepted here. Send it as {expected}.',
  'file-not-pdf': 'The file {name} is not a PDF. Save the document as PDF and choose that file.',
  'file-encrypted':
    'The file {name} is protected by a password and can be neither read nor archived. Save a copy without password and choose it.',
  'file-broken':
    'The file {name} is damaged or cut off and cannot be read to its end. Fetch or make it anew and choose it again.',
  'training-day-invalid':
    'The time of the exercise goes forward only, at most 400 days at a time. Choose a day after today, written as 2026-02-20.',
  'address-too-long':
    'The address, or what the browser sends with it, is too long. The limit is {limit}. Search for fewer words, or go to the start page and begin there.',
  'too-many-requests': 'Too many attempts in a short time. Wait {seconds} seconds and try again.',
  'service-busy': 'The service is busy for the moment. Nothing is lost, try again shortly.',
};
