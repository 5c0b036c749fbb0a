import type { Fault } from '../protocol/document.ts';
import { button, make } from './make-element.ts';

/** A document as text, with the number before each line and what is wrong beside it. */
export interface TextMode {
  element: HTMLElement;
  text: () => string;
  goTo: (line: number) => void;
}

/**
 * @param lead why it is shown so
 * @param change hears of each change
 */
export function makeTextMode(
  text: string,
  faults: readonly Fault[],
  lead: string,
  change: () => void,
): TextMode {
  const area = make('textarea', {
    class: 'text-area',
    spellcheck: 'false',
    wrap: 'off',
    'aria-label': 'The document as text',
    'aria-describedby': 'text-lead',
  });
  area.value = text;
  const numbers = make('div', { class: 'text-numbers', 'aria-hidden': 'true' });
  const count = () => {
    const lines = area.value.split('\n').length;
    area.rows = Math.max(lines, 12);
    numbers.textContent = Array.from({ length: lines }, (_, index) => index + 1).join('\n');
  };
  const goTo = (line: number) => {
    const lines = area.value.split('\n');
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    area.focus();
    area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
    const height = area.scrollHeight / Math.max(lines.length, 12);
    window.scrollTo({
      top: area.getBoundingClientRect().top + window.scrollY + height * (line - 6),
    });
  };
  area.addEventListener('input', () => {
    count();
    change();
  });
  count();
  const rows = faults.map(({ line, message, remedy }) =>
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
  );
  const element = make(
    'div',
    { class: 'text-mode' },
    make('p', { class: 'panel-hint', id: 'text-lead' }, lead),
    ...(rows.length > 0 ? [make('ul', { class: 'findings' }, ...rows)] : []),
    make('div', { class: 'text-lines' }, numbers, area),
  );
  return { element, text: () => area.value, goTo };
}
