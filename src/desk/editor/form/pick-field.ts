import { make } from '../make-element.ts';
import type { Choices } from '../../protocol/choices.ts';
import type { Control, FieldOrder } from './control.ts';

/** What is picked of a list. */
type Picked = Exclude<keyof Choices, 'audience' | 'glossary' | 'sender'>;

/** One of what the content folder has; of links any address too. */
export function pickField(
  { id, needed, editing, beside, change }: FieldOrder,
  asked: Picked,
): Control {
  if (asked === 'link') {
    const offered = editing.choices.link;
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
  // A principle is one of the guidance that is named beside it, which may be named anew.
  const offeredNow = () =>
    editing.choices[asked].filter(({ of }) => of === undefined || of === beside?.('id'));
  let offered: ReturnType<typeof offeredNow> | undefined;
  const offer = () => {
    const now = offeredNow();
    if (offered?.length === now.length && now.every((one, index) => one === offered?.[index]))
      return now;
    element.replaceChildren(make('option', { value: '' }, needed ? 'Choose …' : 'None'));
    for (const { value, label, detail } of now) {
      element.append(make('option', { value }, detail ? `${label} (${detail})` : label));
    }
    return (offered = now);
  };
  element.addEventListener('change', () => change(element.value));
  return {
    element,
    show: (value) => {
      const now = offer();
      const isKnown = value === '' || now.some((one) => one.value === value);
      if (!isKnown && ![...element.options].some((one) => one.value === value)) {
        element.append(make('option', { value }, `${value} (not found)`));
      }
      element.value = value;
    },
  };
}
