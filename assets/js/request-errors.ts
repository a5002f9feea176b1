/**
 * Says in the page's status region when the server could not be reached; nothing typed is touched. Forms that save by
 * themselves say it where they say "Sparat" (`autosave.ts`).
 */
export function startRequestErrors(): void {
  document.addEventListener('htmx:error', (event) => {
    if (savesItself(event.target)) return;
    const status = document.getElementById('status');
    if (status !== null) status.textContent = document.body.dataset['textFailed'] ?? '';
  });
  document.addEventListener('htmx:after:request', (event) => {
    const { ctx } = (event as CustomEvent<{ ctx: { response?: { status?: number } } }>).detail;
    const target = event.target;
    if (savesItself(target)) return;
    const ok = ctx.response?.status !== undefined && ctx.response.status < 400;
    if (ok && target instanceof Element)
      target.dispatchEvent(new CustomEvent('samrad:saved', { bubbles: true }));
  });
}

const savesItself = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('form[data-autosave]');
