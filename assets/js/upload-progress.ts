const fill = (sentence: string, name: string, percent: number): string =>
  sentence.replace('{name}', name).replace('{percent}', String(percent));

/** Shows how far a file has come. Without scripts the same form is sent as it is. */
export function startUploadProgress(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset['upload'] === undefined) return;
    const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
    const panel = form.querySelector<HTMLElement>('.sam-upload__progress');
    const bar = panel?.querySelector('progress');
    const words = panel?.querySelector('p');
    if (file === undefined || !panel || !bar || !words) return;
    event.preventDefault();
    panel.hidden = false;
    send(form, file.name, bar, words);
  });
}

function send(form: HTMLFormElement, name: string, bar: HTMLProgressElement, words: HTMLElement): void {
  const request = new XMLHttpRequest();
  let told = -1;
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = Math.round((loaded / total) * 100);
    // Each quarter is enough to hear: a screen reader that says every percent says nothing else.
    const quarter = Math.floor(bar.value / 25);
    if (quarter === told) return;
    told = quarter;
    words.textContent = fill(form.dataset['textUploading'] ?? '', name, bar.value);
  });
  const failed = (): void => {
    words.textContent = fill(form.dataset['textFailed'] ?? '', name, 0);
  };
  request.addEventListener('load', () => {
    const answer = request.getResponseHeader('content-type') ?? '';
    // A stored file leads on by 303, which the request has followed already; a refused one shows its page as sent.
    if (request.status < 400) location.assign(request.responseURL);
    else if (answer.includes('text/html')) showPage(request.responseText);
    else failed();
  });
  request.addEventListener('error', failed);
  request.open('POST', form.action);
  request.setRequestHeader('Accept', 'text/html');
  request.send(new FormData(form));
}

function showPage(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  document.querySelector('main')?.replaceWith(page.querySelector('main') ?? '');
  document.querySelector<HTMLElement>('[data-focus-on-load], main')?.focus();
}
