import { find, type Findings, type Found, prepare, referrals } from './find.ts';
import { findByName } from './find-by-name.ts';
import { fillForm, readForm } from './search-form.ts';
import { markResults } from './mark-results.ts';
import { isFiltered, type Query, readQuery, writeQuery } from './query.ts';
import {
  type AudienceName,
  describeAssumptions,
  describeCount,
  describeFailure,
  describeLeftOut,
  describeReferrals,
  resultItem,
} from './show-results.ts';

const page = 10;

/** Wires the search page: the form, the address bar, the announced count and the list of results. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('#search');
  const view = findView();
  if (!form || !view) return;

  let timer = 0;
  // Whether the history's newest entry is a question somebody finished, to which they may go back.
  let isSettled = true;
  const ask = (isTyping: boolean) => {
    clearTimeout(timer);
    const query = readForm(form);
    const address = `?${writeQuery(query)}`;
    const keepsLast = isSettled && location.search !== '' && address !== location.search;
    if (keepsLast) history.pushState(undefined, '', address);
    else history.replaceState(undefined, '', address);
    isSettled = !isTyping;
    void show(view, query, isTyping);
  };
  let typed = '';
  form.addEventListener('input', () => {
    clearTimeout(timer);
    const { words } = readForm(form);
    timer = window.setTimeout(() => ask(true), pauseAfter(typed, words));
    typed = words;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask(false);
  });
  const restore = () => {
    const query = readQuery(new URLSearchParams(location.search));
    fillForm(form, query);
    isSettled = true;
    void show(view, query, false);
  };
  window.addEventListener('popstate', restore);
  restore();
  // Whoever opens this page will search: what that needs is on its way before the first letter.
  void prepare().catch(() => undefined);
  openFilters();
}

/**
 * How long to wait for the next letter, in milliseconds: not at all where words were pasted or spoken
 * or a filter was chosen; longer while a word has one or two letters, which could become anything.
 */
function pauseAfter(before: string, words: string): number {
  if (words === before || words.length > before.length + 1) return 0;
  return /(?:^|\s)\p{L}{1,2}$/u.test(words) ? 300 : 60;
}

/** Filters stand open where they are in use, and where there is room for results under them. */
function openFilters(): void {
  const details = document.querySelector<HTMLDetailsElement>('#search-narrow');
  const query = readQuery(new URLSearchParams(location.search));
  const isUsed = isFiltered(query) || query.sort !== '';
  if (details)
    details.open = isUsed || matchMedia('(min-width: 48rem) and (min-height: 60rem)').matches;
}

interface View {
  status: HTMLElement;
  wait: HTMLElement;
  leftOut: HTMLElement;
  assumed: HTMLElement;
  list: HTMLElement;
  more: HTMLButtonElement;
  elsewhere: HTMLElement;
  weak: HTMLElement;
  /** The phrases of te reo Māori that are marked as such. */
  reo: readonly string[];
  audiences: readonly AudienceName[];
}

function findView(): View | undefined {
  const get = (id: string) => document.querySelector<HTMLElement>(`#search-${id}`);
  const [status, wait, leftOut, assumed, list, elsewhere, weak] = [
    'status',
    'wait',
    'left-out',
    'assumed',
    'results',
    'elsewhere',
    'weak',
  ].map(get);
  const more = document.querySelector<HTMLButtonElement>('#search-more');
  if (!status || !wait || !leftOut || !assumed || !list || !more || !elsewhere || !weak)
    return undefined;
  const reo = list.dataset['reo']?.split('|') ?? [];
  const choices = document.querySelectorAll<HTMLOptionElement>('#search-for option');
  const audiences = [...choices]
    .filter(({ value }) => value !== '')
    .map(({ value, text }) => ({ id: value, name: text }));
  return { status, wait, leftOut, assumed, list, more, elsewhere, weak, reo, audiences };
}

let turn = 0;

async function show(view: View, query: Query, typing: boolean): Promise<void> {
  const mine = ++turn;
  // An answer that comes after a newer question is out of date.
  const isLate = () => mine !== turn;
  if (query.words.trim() === '') return clear(view);
  let isWaiting = true;
  // While there is an older answer, it stays.
  const hasNone = () => isWaiting && !isLate() && view.status.childElementCount === 0;
  const waiting = setTimeout(() => {
    if (!hasNone()) return;
    view.wait.hidden = false;
    void showNamed(view, query, hasNone);
  }, 50);
  try {
    const findings = await find(query, typing);
    const found = await findings.read(0, page);
    const elsewhere = findings.total === 0 ? await referrals(findings) : [];
    const weak = findings.total === 0 ? await findings.readWeak(5) : [];
    if (isLate()) return;
    clear(view);
    const itemOf = (one: Found) => resultItem(one, view.audiences);
    const count = heading(describeCount(query, findings));
    view.status.replaceChildren(count);
    view.leftOut.replaceChildren(...describeLeftOut(findings));
    view.assumed.replaceChildren(...describeAssumptions(query, findings));
    view.list.replaceChildren(...found.map(itemOf));
    if (findings.total === 0)
      view.elsewhere.replaceChildren(...describeReferrals(query, elsewhere));
    view.weak.hidden = weak.length === 0;
    view.weak.querySelector('ol')?.replaceChildren(...weak.map(itemOf));
    markResults([view.leftOut, view.assumed, view.list, view.elsewhere, view.weak], view.reo);
    offerMore(view, findings, page);
    if (!typing && isFree()) count.focus({ preventScroll: true });
  } catch (error) {
    if (isLate()) return;
    clear(view);
    view.status.replaceChildren(...describeFailure());
    throw error;
  } finally {
    isWaiting = false;
    clearTimeout(waiting);
    if (!isLate()) view.wait.hidden = true;
  }
}

/** What is called what was asked, until the index answers. */
async function showNamed(view: View, query: Query, isWanted: () => boolean): Promise<void> {
  // It is a help by the way: where it fails, the answer itself says so.
  const found = await findByName(query).catch(() => []);
  if (!isWanted()) return;
  const items = found.map((one) => resultItem(one, view.audiences));
  view.list.replaceChildren(...items);
  markResults(items, view.reo);
}

/** The count as a heading, which can have the focus. */
function heading(words: string): HTMLHeadingElement {
  const made = document.createElement('h2');
  made.tabIndex = -1;
  made.textContent = words;
  return made;
}

/** Whether the focus is nowhere, or where the question was asked: then the answer may have it. */
const isFree = () => {
  const { activeElement, body } = document;
  return !activeElement || activeElement === body || activeElement.closest('.search-line') !== null;
};

function clear(view: View): void {
  const { status, wait, leftOut, assumed, list, more, elsewhere, weak } = view;
  for (const part of [status, leftOut, assumed, list, elsewhere]) part.replaceChildren();
  wait.hidden = true;
  more.hidden = true;
  weak.hidden = true;
}

/** The button under the list; what it adds gets the focus, so that the keyboard is where the eye is. */
function offerMore(view: View, findings: Findings, shown: number): void {
  const rest = Math.min(page, findings.total - shown);
  view.more.hidden = rest <= 0;
  view.more.textContent = `Show ${rest} more`;
  view.more.onclick = async () => {
    const mine = turn;
    const found = (await findings.read(shown, shown + rest)).map((one) =>
      resultItem(one, view.audiences),
    );
    if (mine !== turn) return;
    view.list.append(...found);
    markResults(found, view.reo);
    found[0]?.querySelector('a')?.focus();
    offerMore(view, findings, shown + rest);
  };
}
