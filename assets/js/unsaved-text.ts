const guarded = 'form[data-guard]';

/** Asks before a page with unsaved text is left. Forms ask for it with `data-guard`; autosave clears it. */
export function startUnsavedTextGuard(): void {
  const dirty = new Set<Element>();
  document.addEventListener('input', (event) => {
    const form = event.target instanceof Element ? event.target.closest(guarded) : null;
    if (form !== null) dirty.add(form);
  });
  document.addEventListener('submit', (event) => {
    if (event.target instanceof Element) dirty.delete(event.target);
  });
  document.addEventListener('samrad:saved', (event) => {
    if (event.target instanceof Element) dirty.delete(event.target.closest(guarded) ?? event.target);
  });
  window.addEventListener('beforeunload', (event) => {
    if ([...dirty].some((form) => form.isConnected)) event.preventDefault();
  });
}
