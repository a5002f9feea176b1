import { nameFields } from './focus-errors';

/** An act that the server does not have yet: where it goes, with what, under a key of its own. */
interface WaitingAct {
  readonly action: string;
  readonly body: string;
}

const RETRY_MS = 4000;
const storeKey = (): string => `samrad.session${location.pathname}`;
const view = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-session]');

/**
 * Sends the acts of the session view one after the other and keeps those that have not arrived, also over a lost network
 * or a closed page. Each has a key of its own, so that one sent twice is done once. Without scripts the same forms work.
 */
export function startSessionQueue(): void {
  if (view() === null) return;
  let sending = false;
  let lost = '';

  const load = (): WaitingAct[] => {
    try {
      return JSON.parse(localStorage.getItem(storeKey()) ?? '[]') as WaitingAct[];
    } catch {
      return [];
    }
  };
  const store = (acts: readonly WaitingAct[]): void => localStorage.setItem(storeKey(), JSON.stringify(acts));

  const tell = (): void => {
    const told = document.getElementById('ko');
    const words = view()?.dataset;
    if (told === null || words === undefined) return;
    const count = load().length;
    const waiting = (words['textWaiting'] ?? '').replace('{count}', String(count));
    told.textContent = count === 0 ? (words['textSaved'] ?? '') : `${waiting}. ${lost}`.trim();
    told.toggleAttribute('data-waiting', count > 0);
  };

  const flush = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    for (let next = load()[0]; next !== undefined; next = load()[0]) {
      const why = await send(next);
      lost = why === null ? '' : (view()?.dataset[why] ?? '');
      if (why !== null) break;
      store(load().slice(1));
      tell();
    }
    sending = false;
    tell();
    if (load().length > 0) setTimeout(() => void flush(), RETRY_MS);
  };

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.closest('main') === null) return;
    if (view() === null || !new URL(form.action).pathname.startsWith('/gor/')) return;
    event.preventDefault();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form, event.submitter))
      if (typeof value === 'string') body.append(name, value);
    // The form's own key: a double click is one act. One that is drawn without a session has none.
    if (!body.has('_key')) body.set('_key', crypto.randomUUID());
    store([...load(), { action: form.action, body: body.toString() }]);
    tell();
    void flush();
  });
  window.addEventListener('online', () => void flush());
  tell();
  void flush();
}

/** @returns null when the server has answered, done or refused; else which words say why the act still waits */
async function send(act: WaitingAct): Promise<'textLost' | 'textSignIn' | null> {
  const body = new URLSearchParams(act.body);
  // The token of the session that is open now: the act may be older than it.
  const token = document.querySelector<HTMLInputElement>('main input[name=_csrf]')?.value;
  if (token !== undefined) body.set('_csrf', token);
  try {
    const answer = await fetch(act.action, { method: 'POST', body, headers: { accept: 'text/html' } });
    if (answer.status === 401) return 'textSignIn';
    if (answer.status === 429 || answer.status >= 500) return 'textLost';
    show(await answer.text());
    return null;
  } catch {
    return 'textLost';
  }
}

/** Puts the answered page in place of the one that is open; focus and open panels stay where they were. */
function show(html: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const [from, to] = [fresh.getElementById('innehall'), document.getElementById('innehall')];
  if (from === null || to === null) return;
  const focused = document.activeElement?.closest<HTMLElement>('[id], [data-hotkey]');
  const again = focused?.id
    ? `#${CSS.escape(focused.id)}`
    : `[data-hotkey="${focused?.dataset['hotkey'] ?? ''}"]`;
  to.replaceChildren(...from.childNodes);
  document.title = fresh.title;
  const errors = to.querySelector<HTMLElement>('[data-focus-on-load]');
  if (errors !== null) nameFields(errors);
  const target = errors ?? (focused ? to.querySelector<HTMLElement>(again) : null);
  (target ?? to).focus({ preventScroll: errors === null });
  document.dispatchEvent(new Event('samrad:session-shown'));
}
