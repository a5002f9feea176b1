import Sortable from 'sortablejs';

const itemsOf = (form: HTMLFormElement): HTMLElement[] => [
  ...form.querySelectorAll<HTMLElement>('[data-order-item]'),
];

/** Lets an agenda be dragged into order on wide screens, and its buttons move items without a page load. */
export function startAgendaOrder(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-order]')) {
    const list = form.querySelector('ol');
    if (list === null) continue;
    if (matchMedia('(min-width: 40rem) and (pointer: fine)').matches) {
      form.dataset['drag'] = '';
      new Sortable(list, {
        handle: '.sam-order__grip',
        ghostClass: 'sam-order__ghost',
        animation: 0,
        onEnd: ({ oldIndex, newIndex }) => renumber(form, oldIndex ?? 0, newIndex ?? 0),
      });
    }
    form.addEventListener('click', (event) => move(form, event));
  }
}

function move(form: HTMLFormElement, event: Event): void {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[name=move]') : null;
  const item = button?.closest<HTMLElement>('[data-order-item]');
  if (!button || !item) return;
  event.preventDefault();
  const items = itemsOf(form);
  const from = items.indexOf(item);
  const to = button.value.startsWith('up:') ? from - 1 : from + 1;
  const other = items[to];
  if (other === undefined) return;
  if (to < from) other.before(item);
  else other.after(item);
  button.focus();
  renumber(form, from, to);
}

function renumber(form: HTMLFormElement, from: number, to: number): void {
  if (from === to) return;
  itemsOf(form).forEach((item, index) => {
    const position = item.querySelector<HTMLInputElement>('input[name=position]');
    if (position !== null) position.value = String(index + 1);
  });
  const told = document.getElementById('status');
  if (told !== null) {
    told.textContent = (form.dataset['textMoved'] ?? '')
      .replace('{from}', String(from + 1))
      .replace('{to}', String(to + 1));
  }
  form.querySelector('[data-order-unsaved]')?.removeAttribute('hidden');
  form.dispatchEvent(new Event('input', { bubbles: true }));
}
