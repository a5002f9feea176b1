/** Echoes a picked date in words, "fredag 20 februari 2026", so that a wrong month is seen at once. */
export function startDateWords(): void {
  document.addEventListener('input', (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.dataset['dateWords'] === undefined) return;
    const words = document.getElementById(field.dataset['dateWords']);
    if (words === null) return;
    const day = field.valueAsDate;
    const style = {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    } as const;
    const locale = document.documentElement.lang === 'en' ? 'en-GB' : 'sv-SE';
    words.textContent =
      day === null ? '' : new Intl.DateTimeFormat(locale, style).format(day).replace(',', '');
  });
}
