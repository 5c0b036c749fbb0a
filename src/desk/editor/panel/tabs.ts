import { button, make } from '../make-element.ts';

/** Panels of which one is shown (ARIA Authoring Practices, tabs). */
export interface Tabs {
  element: HTMLElement;
  show: (name: string) => void;
  /** Says of a tab how much there is in it. */
  count: (name: string, count: number) => void;
  /** Puts the panels away, where they stand over the text. */
  close: () => void;
}

/** @param panels by their names, in their order; the first is shown */
export function makeTabs(label: string, panels: Readonly<Record<string, HTMLElement>>): Tabs {
  const names = Object.keys(panels);
  let current = names[0] ?? '';
  const idOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');
  const tabs = names.map((name) => {
    const id = idOf(name);
    const tab = button(name, { role: 'tab', id: `tab-${id}`, 'aria-controls': `panel-${id}` }, () =>
      press(name),
    );
    return tab;
  });
  const bodies = names.map((name) => {
    const id = idOf(name);
    return make(
      'div',
      { role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}` },
      panels[name],
    );
  });
  const element = make('div', { class: 'panel-tabs' });
  /* On a narrow screen the panels stand over the text, and go away when their tab is pressed again. */
  const press = (name: string) => {
    const isAgain = name === current && element.classList.contains('open');
    show(name);
    element.classList.toggle('open', !isAgain);
  };
  const show = (name: string) => {
    current = name;
    element.classList.add('open');
    for (const [at, each] of names.entries()) {
      const isShown = each === name;
      tabs[at]?.setAttribute('aria-selected', String(isShown));
      if (tabs[at]) tabs[at].tabIndex = isShown ? 0 : -1;
      if (bodies[at]) bodies[at].hidden = !isShown;
      // What can be opened is open where it has a tab of its own.
      const inside = panels[each];
      if (isShown && inside instanceof HTMLDetailsElement) inside.open = true;
    }
  };
  const list = make('div', { role: 'tablist', 'aria-label': label }, ...tabs);
  list.addEventListener('keydown', (event) => {
    const at = names.indexOf(current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[event.key];
    const name = to === undefined ? undefined : names.at(to % names.length);
    if (name === undefined) return;
    event.preventDefault();
    show(name);
    tabs[names.indexOf(name)]?.focus();
  });
  show(current);
  element.classList.remove('open');
  element.append(list, ...bodies);
  return {
    element,
    show,
    close: () => element.classList.remove('open'),
    count: (name, count) => {
      const tab = tabs[names.indexOf(name)];
      if (tab) tab.textContent = count > 0 ? `${name} (${count})` : name;
    },
  };
}
