/**
 * Where the chosen outcome has no points, the form does not show them and does not send them; what was written comes back
 * with another outcome. Without scripts the same form is sent as it stands, and the office leaves the proposal out.
 */
export function startOutcomePoints(): void {
  showAll();
  document.addEventListener('samrad:session-shown', showAll);
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement && target.name === 'outcome') show(target);
  });
}

function showAll(): void {
  document.querySelectorAll<HTMLSelectElement>('select[name="outcome"]').forEach(show);
}

function show(select: HTMLSelectElement): void {
  const points = select.form?.querySelector<HTMLFieldSetElement>('fieldset[data-without-points]');
  if (!points) return;
  const without = (points.dataset['withoutPoints'] ?? '').split(' ').includes(select.value);
  points.disabled = without;
  points.hidden = without;
}
