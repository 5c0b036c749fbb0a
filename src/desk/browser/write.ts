/*
 * The page on which a document is written: what is typed is kept in the browser at once and at the desk within a second,
 * the checks follow it, and whoever else has it open is named. Without this script the form does the rest.
 */

import { loadAgain } from './load-again.ts';

const form = document.querySelector<HTMLFormElement>('#write');
const field = document.querySelector<HTMLTextAreaElement>('#text');
const path = form?.dataset['path'] ?? '';
const slotField = form?.querySelector<HTMLInputElement>('input[name=slot]');
const hashField = form?.querySelector<HTMLInputElement>('input[name=hash]');
const everywhere = `panui:${path}:`;
const isDone = location.search.includes('done=');

const caret = `panui-caret:${path}`;

interface Typed {
  hash: string;
  text: string;
  at: string;
}

const say = (id: string, words: string) => {
  const element = document.querySelector(`#${id}`);
  if (element && element.textContent !== words) element.textContent = words;
};

/* A browser may keep nothing, as in a private window: then the desk alone does. */
function remember(typed: Typed | undefined): void {
  try {
    const place = `${everywhere}${slotField?.value}`;
    if (typed) localStorage.setItem(place, JSON.stringify(typed));
    else localStorage.removeItem(place);
  } catch {
    // Said to nobody: the desk keeps it too, and says where it does not.
  }
}

/** The newest that this browser has kept of the document, from whichever of its windows. */
function recall(): Typed | undefined {
  const isTyped = (value: unknown): value is Typed =>
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    'at' in value &&
    'hash' in value;
  try {
    const places = Object.keys(localStorage).filter((place) => place.startsWith(everywhere));
    const all = places.map((place): unknown => JSON.parse(localStorage.getItem(place) ?? 'null'));
    return all.filter(isTyped).toSorted((a, b) => b.at.localeCompare(a.at))[0];
  } catch {
    return undefined;
  }
}

/** Each window stays itself when its page is loaded again. */
function beTheSameWindow(): void {
  if (!slotField) return;
  const own = sessionStorage.getItem(everywhere);
  const isAsked = location.search.includes('slot=');
  if (own !== null && own !== slotField.value && !isAsked) {
    const other = document.querySelector<HTMLAnchorElement>(`a[data-slot="${CSS.escape(own)}"]`);
    if (other) return location.replace(other.href);
    slotField.value = own;
  }
  sessionStorage.setItem(everywhere, slotField.value);
}

async function post(what: string, address: string): Promise<Response> {
  if (!form) throw new Error('There is no form.');
  const body = new FormData(form);
  const response = await fetch(`/desk/typed/${what}/${address}`, { method: 'POST', body });
  if (!response.ok) throw new Error(`The desk said ${response.status}.`);
  return response;
}

const typing = new BroadcastChannel(`panui:${path}`);
const beside = document.querySelector<HTMLDetailsElement>('#beside');

/** Has the frame beside the text show what is typed. */
async function followBeside(): Promise<void> {
  if (!beside?.open) return;
  const response = await fetch(`/desk/preview/read/${path}`, { method: 'POST' }).catch(
    () => undefined,
  );
  const unread = document.querySelector('#unread');
  if (!response?.ok || !unread) return;
  const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
  unread.replaceChildren(...parsed.body.childNodes);
  beside.querySelectorAll('iframe').forEach(loadAgain);
}

beside?.addEventListener('toggle', () => {
  if (!beside.open || beside.querySelector('iframe')) return;
  const frame = document.createElement('iframe');
  frame.title = 'The page as its readers will see it';
  frame.src = beside.dataset['page'] ?? '';
  beside.append(frame);
});

let keeping: ReturnType<typeof setTimeout> | undefined;
let checking: ReturnType<typeof setTimeout> | undefined;

async function keep(): Promise<void> {
  keeping = undefined;
  try {
    const response = await post('keep', path);
    const { kept, words }: { kept: string; words: string } = await response.json();
    say('kept', words);
    if (kept === '') remember(undefined);
    typing.postMessage('kept');
    void followBeside();
  } catch {
    say(
      'kept',
      'The desk does not answer. What you type is kept in this browser; it is tried again.',
    );
    keeping ??= setTimeout(() => void keep(), 2000);
  }
}

let latest = 0;

async function check(): Promise<void> {
  const turn = ++latest;
  const response = await post('check', path).catch(() => undefined);
  const findings = document.querySelector('#findings');
  // What stands there is about an earlier text, and still better than nothing.
  if (!response || !findings || turn !== latest) return;
  const markup = await response.text();
  if (turn === latest && !findings.contains(document.activeElement)) {
    const parsed = new DOMParser().parseFromString(markup, 'text/html');
    findings.replaceChildren(...parsed.body.childNodes);
  }
}

function changed(): void {
  if (!field) return;
  const hash = hashField?.value ?? '';
  remember({ hash, text: field.value, at: new Date().toISOString() });
  say('kept', 'Keeping what you type …');
  // While somebody types without a pause, it is kept all the same.
  keeping ??= setTimeout(() => void keep(), 500);
  clearTimeout(checking);
  checking = setTimeout(() => void check(), 500);
}

/** Shows a place of the text, marked. */
function show(line: number, column: number, length: number): void {
  if (!field) return;
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
  field.focus();
  field.setSelectionRange(start, start + length);
  // A field scrolls to what is typed, and not to what is marked.
  const height = field.scrollHeight / Math.max(1, lines.length);
  field.scrollTop = Math.max(0, line * height - field.clientHeight / 2);
}

async function tellOthers(): Promise<void> {
  try {
    const response = await post('here', path);
    const { words, changed: isChanged }: { words: string; changed: boolean } =
      await response.json();
    const other = isChanged
      ? ' Somebody has saved this document since you opened it. When you save, you see both and choose.'
      : '';
    say('others', `${words}${other}`.trim());
  } catch {
    // The next one is in five seconds.
  }
}

if (form && field) {
  beTheSameWindow();
  const typed = recall();
  const keptAt = form.dataset['kept'] ?? '';
  if (
    typed &&
    typed.text !== field.value &&
    typed.at > keptAt &&
    !location.search.includes('done=')
  ) {
    if (hashField) hashField.value = typed.hash;
    field.value = typed.text;
    say('kept', 'This is what you typed and did not save: this browser has kept it.');
    changed();
  } else if (isDone) remember(undefined);

  field.addEventListener('input', changed);
  form.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLElement>('.to-place') : null;
    if (!link) return;
    event.preventDefault();
    const number = (name: string) => Number(link.dataset[name] ?? 1);
    show(number('line'), number('column'), number('length'));
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    form.querySelector<HTMLButtonElement>('button[name=save]')?.click();
  });
  // Where the caret stood is where it stands again once the page is back.
  form.addEventListener('submit', () => {
    const { selectionStart, scrollTop } = field;
    sessionStorage.setItem(caret, JSON.stringify({ selectionStart, scrollTop }));
  });
  const asked = Number(new URLSearchParams(location.search).get('line'));
  if (asked > 0) show(asked, 1, field.value.split('\n')[asked - 1]?.length ?? 0);
  else {
    const before: unknown = JSON.parse(sessionStorage.getItem(caret) ?? 'null');
    if (
      typeof before === 'object' &&
      before &&
      'selectionStart' in before &&
      'scrollTop' in before
    ) {
      const at = Number(before.selectionStart);
      field.focus({ preventScroll: true });
      field.setSelectionRange(at, at);
      field.scrollTop = Number(before.scrollTop);
    }
  }
  sessionStorage.removeItem(caret);
  void tellOthers();
  setInterval(() => void tellOthers(), 5000);
}
