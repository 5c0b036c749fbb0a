import type { Fault } from '../protocol/document.ts';
import { button, make } from './make-element.ts';

/** The field of the page as the place to write: with the number before each line. */
export interface TextMode {
  show: (isShown: boolean) => void;
  goTo: (line: number) => void;
  /** What keeps a text from being shown as it will look, each with the way to its line. */
  faults: (faults: readonly Fault[]) => HTMLElement;
}

export function makeTextMode(field: HTMLTextAreaElement): TextMode {
  const numbers = make('div', { class: 'text-numbers', 'aria-hidden': 'true' });
  const lines = make('div', { class: 'text-lines' }, numbers);
  field.replaceWith(lines);
  lines.append(field);
  field.wrap = 'off';
  const count = () => {
    const all = field.value.split('\n').length;
    field.rows = Math.max(all, 12);
    numbers.textContent = Array.from({ length: all }, (_, index) => index + 1).join('\n');
  };
  field.addEventListener('input', count);
  const goTo = (line: number) => {
    const all = field.value.split('\n');
    const from = all.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    field.focus();
    field.setSelectionRange(from, from + (all[line - 1]?.length ?? 0));
    const height = field.scrollHeight / Math.max(all.length, 12);
    const top = field.getBoundingClientRect().top + window.scrollY + height * (line - 6);
    window.scrollTo({ top });
  };
  const label = document.querySelector<HTMLElement>(`label[for="${field.id}"]`);
  return {
    goTo,
    show: (isShown) => {
      lines.hidden = !isShown;
      if (label) label.hidden = !isShown;
      count();
    },
    faults: (faults) =>
      make(
        'ul',
        { class: 'findings' },
        ...faults.map(({ line, message, remedy }) =>
          make(
            'li',
            { class: 'finding-row finding-row-error' },
            make(
              'p',
              { class: 'finding-message' },
              button(`Line ${line}: ${message}`, { class: 'finding-place' }, () => goTo(line)),
            ),
            make('p', {}, remedy),
          ),
        ),
      ),
  };
}
