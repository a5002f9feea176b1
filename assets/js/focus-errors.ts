/** A page that opens with faults puts the reader at their list, as a screen reader would otherwise miss it. */
export function focusErrors(): void {
  const summary = document.querySelector<HTMLElement>('[data-focus-on-load]');
  if (summary === null) return;
  nameFields(summary);
  summary.focus();
}

/** Says which field each fault is of: "Rubrik: Fyll i eller välj något här." A label that asks keeps its own mark. */
export function nameFields(summary: Element): void {
  for (const link of summary.querySelectorAll<HTMLAnchorElement>('a[data-of-field]')) {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const name = field === null ? '' : nameOf(field);
    if (name !== '') link.textContent = `${name}${/[?!:.]$/.test(name) ? '' : ':'} ${link.textContent ?? ''}`;
  }
}

function nameOf(field: HTMLElement): string {
  const said =
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
      ? field.labels?.[0]
      : field instanceof HTMLFieldSetElement
        ? field.querySelector('legend')
        : null;
  // The label alone, without what stands beside it, such as "(frivilligt)".
  return said?.firstChild?.textContent?.trim() ?? field.getAttribute('aria-label') ?? '';
}
