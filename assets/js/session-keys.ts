const OFF = 'samrad.session-keys-off';

/** The session view from the keyboard: one key for each act, arrows between rows, and a switch to turn the keys off. */
export function startSessionKeys(): void {
  if (document.querySelector('[data-session]') === null) return;
  showSwitch();
  document.addEventListener('samrad:session-shown', showSwitch);
  document.addEventListener('change', (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || !box.matches('[data-keys-on]')) return;
    localStorage.setItem(OFF, box.checked ? '' : 'off');
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
    const row = event.target.closest('[data-vote-row], [data-seat]');
    const handled = row !== null && (choose(row, event.key) || move(row, event.key));
    if (handled || press(event.target, event.key)) event.preventDefault();
  });
}

/** The switch stands in the page without scripts too, but hidden: there are no keys to turn off. */
function showSwitch(): void {
  const keys = document.querySelector<HTMLElement>('[data-keys]');
  const box = keys?.querySelector<HTMLInputElement>('[data-keys-on]');
  if (!keys || !box) return;
  keys.hidden = false;
  box.checked = localStorage.getItem(OFF) !== 'off';
}

/** In a roll call a letter answers for the row and goes on to the next one. */
function choose(row: Element, key: string): boolean {
  const radio = row.querySelector<HTMLInputElement>(
    `input[data-choice-key="${CSS.escape(key.toLowerCase())}"]`,
  );
  if (radio === null) return false;
  radio.checked = true;
  const next = row.nextElementSibling?.querySelector<HTMLElement>('input[type=radio]');
  (next ?? row.closest('form')?.querySelector<HTMLElement>('button[type=submit]'))?.focus();
  return true;
}

/** Up and down between rows of buttons; within radio buttons the arrows belong to the browser. */
function move(row: Element, key: string): boolean {
  const radios = row.querySelector('input[type=radio]') !== null;
  if (radios || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false;
  const other = key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
  const button = other?.querySelector<HTMLElement>('button');
  button?.focus();
  return button !== null && button !== undefined;
}

function press(target: Element, key: string): boolean {
  if (localStorage.getItem(OFF) === 'off' || key.length !== 1) return false;
  if (target.matches('textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])'))
    return false;
  const wanted = document.querySelector<HTMLElement>(`[data-hotkey="${CSS.escape(key.toLowerCase())}"]`);
  if (wanted === null) return false;
  wanted.click();
  if (wanted.localName !== 'summary') return true;
  const first = wanted.parentElement?.querySelector<HTMLElement>(
    'select, textarea, input:not([type=hidden])',
  );
  first?.focus();
  return true;
}
