const autosaving = 'form[data-autosave]';
const RETRY_MS = 6000;
/** How long a page that has sent its form may stand before it is taken as still in use. */
const LEAVING_MS = 30_000;

/** What htmx tells about one of its requests. */
interface HtmxRequest {
  fetch?: (address: string, request: RequestInit) => Promise<Response>;
}

/** A form that is saved while somebody writes in it. Each save builds on the version that the one before it gave. */
interface Draft {
  readonly form: HTMLFormElement;
  busy: boolean;
  /** What was sent and has no answer: the server may have saved it. */
  unanswered: string | null;
  /** What the server has said that it saved. */
  saved: string | null;
  /** The writer has pressed a button while a save was under way. */
  pressed: { readonly by: HTMLElement | null } | null;
  leavingSince: number;
  retry: number;
}

const drafts = new WeakMap<HTMLFormElement, Draft>();

/**
 * Keeps a writer from coming into conflict with herself: one save at a time, with the newest text and the version that the
 * last answer gave; a save whose answer was lost is asked for again, word for word, before the next; and a button that is
 * pressed meanwhile waits for the answer. Only another writer can then have made the version stale. Autosave stops at that.
 */
export function startAutosave(): void {
  on('htmx:config:request', (draft, event) => {
    if (isHeld(draft)) event.preventDefault();
    else event.detail.ctx.fetch = (address, request) => save(draft, address, request);
  });
  // One that has waited in the queue while the one before it was refused, or while a button was pressed.
  on('htmx:before:request', (draft, event) => {
    if (isHeld(draft)) event.preventDefault();
  });
  on('htmx:error', (draft) => failed(draft));
  on('htmx:finally:request', (draft) => {
    // One that was held back ends too, but nothing was sent.
    if (!draft.busy) return;
    draft.busy = false;
    notice(draft.form)?.scrollIntoView({ block: 'nearest' });
    if (draft.saved !== null && draft.saved === textOf(wordsOf(draft.form)))
      draft.form.dispatchEvent(new CustomEvent('samrad:saved', { bubbles: true }));
    draft.saved = null;
    if (draft.pressed !== null) void submitAfter(draft);
  });
  document.addEventListener('submit', holdSubmit, { capture: true });
  window.addEventListener('beforeunload', (event) => {
    // The writer is asked about another form of the page, and may stay.
    if (event.defaultPrevented) forAll(stay);
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) forAll(stay);
  });
}

function on(name: string, hear: (draft: Draft, event: CustomEvent<{ ctx: HtmxRequest }>) => void): void {
  document.addEventListener(name, (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.matches(autosaving))
      hear(draftOf(form), event as CustomEvent<{ ctx: HtmxRequest }>);
  });
}

function forAll(act: (draft: Draft) => void): void {
  for (const form of document.querySelectorAll<HTMLFormElement>(autosaving)) act(draftOf(form));
}

function draftOf(form: HTMLFormElement): Draft {
  const known = drafts.get(form);
  if (known !== undefined) return known;
  const draft: Draft = {
    form,
    busy: false,
    unanswered: null,
    saved: null,
    pressed: null,
    leavingSince: -Infinity,
    retry: 0,
  };
  drafts.set(form, draft);
  return draft;
}

/** The words that autosave has stopped with, when another has saved the same text. */
const notice = (form: HTMLFormElement): Element | null => form.querySelector('[data-autosave-stopped]');
const isLeaving = (draft: Draft): boolean => performance.now() - draft.leavingSince < LEAVING_MS;
const isHeld = (draft: Draft): boolean =>
  draft.pressed !== null || isLeaving(draft) || notice(draft.form) !== null;

function stay(draft: Draft): void {
  draft.leavingSince = -Infinity;
}

/** The form's words as they stand now; the editor hands over the text that it has not written to its field yet. */
function wordsOf(form: HTMLFormElement, by: HTMLElement | null = null): string {
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form, by))
    if (typeof value === 'string') words.append(name, value);
  return words.toString();
}

function textOf(words: string): string {
  const text = new URLSearchParams(words);
  text.delete('version');
  return text.toString();
}

async function save(draft: Draft, address: string, request: RequestInit): Promise<Response> {
  draft.busy = true;
  clearTimeout(draft.retry);
  const refused = await askAgain(draft, address, request);
  if (refused !== null) return refused;
  const words = wordsOf(draft.form);
  const answer = await post(draft, address, request, words);
  if (answer.ok) draft.saved = textOf(words);
  return answer;
}

/**
 * Sends what has no answer once more. The server does it once only, and tells the version that it gave.
 * @returns the answer when it was refused
 */
async function askAgain(draft: Draft, address: string, request: RequestInit): Promise<Response | null> {
  if (draft.unanswered === null) return null;
  const answer = await post(draft, address, request, draft.unanswered);
  if (!answer.ok) return answer;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const given = page.querySelector<HTMLInputElement>('input[name=version]');
  const version = draft.form.querySelector<HTMLInputElement>('input[name=version]');
  if (given !== null && version !== null) version.value = given.value;
  return null;
}

/** @throws when nobody knows whether it was done */
async function post(draft: Draft, address: string, request: RequestInit, words: string): Promise<Response> {
  draft.unanswered = words;
  const answer = await fetch(address, { ...request, body: new URLSearchParams(words) });
  if (answer.status === 429 || answer.status >= 500) throw new Error(String(answer.status));
  draft.unanswered = null;
  return answer;
}

/** Says it where "Sparat" stands, and tries again. */
function failed(draft: Draft): void {
  say(draft, 'textFailed');
  clearTimeout(draft.retry);
  draft.retry = window.setTimeout(() => {
    draft.form.dispatchEvent(new Event('input', { bubbles: true }));
  }, RETRY_MS);
}

function say(draft: Draft, words: 'textFailed' | 'textSaving'): void {
  const line = draft.form.querySelector<HTMLElement>('.sam-autosave');
  if (line !== null) line.textContent = line.dataset[words] ?? '';
}

/** A form that is sent waits for the save that is under way. Then it goes as it would have gone without scripts. */
function holdSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches(autosaving)) return;
  const draft = draftOf(form);
  if (isLeaving(draft)) return;
  if (!draft.busy && draft.unanswered === null && draft.pressed === null) {
    draft.leavingSince = performance.now();
    draft.unanswered = wordsOf(form, event.submitter);
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  if (draft.pressed !== null) return;
  draft.pressed = { by: event.submitter };
  clearTimeout(draft.retry);
  if (notice(form) === null) say(draft, 'textSaving');
  if (!draft.busy) void submitAfter(draft);
}

async function submitAfter(draft: Draft): Promise<void> {
  const by = draft.pressed?.by ?? null;
  const request = { method: 'POST', headers: { 'HX-Request': 'true', Accept: 'text/html' } };
  try {
    await askAgain(draft, draft.form.action, request);
  } catch {
    draft.pressed = null;
    failed(draft);
    return;
  }
  draft.pressed = null;
  draft.form.requestSubmit(by?.isConnected === true ? by : null);
}
