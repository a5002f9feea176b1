/** A page that opens with faults puts the reader at their list, as a screen reader would otherwise miss it. */
export function focusErrors(): void {
  document.querySelector<HTMLElement>('[data-focus-on-load]')?.focus();
}
