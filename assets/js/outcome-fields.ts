/**
 * What the chosen outcome does not have, points or a condition, the form does not show and does not send; what was written
 * comes back with another outcome. Without scripts the same form is sent as it stands: the office leaves the proposal out, and
 * refuses a condition that would be lost.
 */
export function startOutcomeFields(): void {
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
  select.form?.querySelectorAll<HTMLFieldSetElement>('fieldset[data-not-with]').forEach((fields) => {
    const without = (fields.dataset['notWith'] ?? '').split(' ').includes(select.value);
    fields.disabled = without;
    fields.hidden = without;
  });
}
