/* The documents that are asked for, as somebody types; without this script, the form does the same. */

const field = document.querySelector<HTMLInputElement>('#question');
const place = document.querySelector('#found');
let waiting: ReturnType<typeof setTimeout> | undefined;
let asked: AbortController | undefined;

async function show(question: string): Promise<void> {
  asked?.abort();
  asked = new AbortController();
  const address = question.trim() === '' ? '/desk/' : `/desk/?q=${encodeURIComponent(question)}`;
  const response = await fetch(address, { signal: asked.signal });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const found = page.querySelector('#found');
  if (!response.ok || !found || !place) return;
  place.replaceChildren(...found.childNodes);
  history.replaceState(null, '', address);
}

field?.addEventListener('input', () => {
  clearTimeout(waiting);
  // A question that was overtaken, or a desk that was stopped: what stood there stays.
  waiting = setTimeout(() => void show(field.value).catch(() => undefined), 120);
});

/* The first page does not wait for the checks of everything; they are shown once they are done. */
const watching = setInterval(() => {
  if (!document.querySelector('#checking')) return clearInterval(watching);
  if (field?.value === '') void show('').catch(() => undefined);
}, 2000);

export {};
