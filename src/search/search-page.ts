import { find } from './find.ts';
import { readQuery, type Query, writeQuery } from './query.ts';
import { describeFindings, resultItem } from './show.ts';

/* Long enough for a word to be typed, short enough to feel immediate. */
const pause = 180;

/** Wires the search page: the form, the address bar, the announced count and the list of results. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('#search');
  const field = document.querySelector<HTMLInputElement>('#search-words');
  const status = document.querySelector<HTMLElement>('#search-status');
  const list = document.querySelector<HTMLElement>('#search-results');
  if (!form || !field || !status || !list) return;

  let latest = 0;
  const show = async (query: Query) => {
    const turn = ++latest;
    if (query.words.trim() === '') {
      status.textContent = '';
      list.replaceChildren();
      return;
    }
    try {
      const findings = await find(query);
      // An answer that comes after a newer question is out of date.
      if (turn !== latest) return;
      status.replaceChildren(...describeFindings(query, findings));
      list.replaceChildren(...findings.found.map(resultItem));
    } catch {
      if (turn !== latest) return;
      status.textContent = 'The search could not be loaded. Check your connection and try again.';
      list.replaceChildren();
    }
  };

  const fill = (query: Query) => {
    field.value = query.words;
    for (const input of form.querySelectorAll('input')) {
      if (input.name === 'kind') input.checked = query.kinds.includes(input.value);
      if (input.name === 'for') input.checked = input.value === query.audience;
    }
  };
  const asked = () => {
    const data = new FormData(form);
    const words = (name: string) => data.getAll(name).map(String);
    return { words: words('q').join(), kinds: words('kind'), audience: words('for').join() };
  };
  const ask = () => {
    const query = asked();
    history.replaceState(undefined, '', `?${writeQuery(query)}`);
    return show(query);
  };

  let timer = 0;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, pause);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void ask();
  });
  window.addEventListener('popstate', () => {
    const query = readQuery(new URLSearchParams(location.search));
    fill(query);
    void show(query);
  });

  const first = readQuery(new URLSearchParams(location.search));
  fill(first);
  void show(first);
}
