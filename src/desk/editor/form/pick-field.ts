import { make } from '../make-element.ts';
import type { Control, FieldOrder } from './control.ts';

/** One of what the content folder has; of links any address too. */
export function pickField(
  { id, needed, editing, change }: FieldOrder,
  asked: 'contact' | 'guidance' | 'known-issue' | 'release' | 'picture' | 'link',
): Control {
  const offered = editing.choices[asked];
  if (asked === 'link') {
    const list = make('datalist', { id: `${id}-list` });
    for (const { value, label, detail } of offered) {
      list.append(make('option', { value, label: detail ? `${label} (${detail})` : label }));
    }
    const input = make('input', {
      type: 'text',
      inputmode: 'url',
      list: list.id,
      spellcheck: 'false',
    });
    input.addEventListener('input', () => change(input.value.trim()));
    return {
      element: make('div', {}, input, list),
      input,
      show: (value) => {
        if (input.value.trim() !== value) input.value = value;
      },
    };
  }
  const element = make('select');
  element.append(make('option', { value: '' }, needed ? 'Choose …' : 'None'));
  for (const { value, label, detail } of offered) {
    element.append(make('option', { value }, detail ? `${label} (${detail})` : label));
  }
  element.addEventListener('change', () => change(element.value));
  return {
    element,
    show: (value) => {
      const isKnown = value === '' || offered.some((one) => one.value === value);
      if (!isKnown && ![...element.options].some((one) => one.value === value)) {
        element.append(make('option', { value }, `${value} (not found)`));
      }
      element.value = value;
    },
  };
}
