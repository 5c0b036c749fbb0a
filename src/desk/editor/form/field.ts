import { choiceWords } from '../describe-props.ts';
import { make } from '../make-element.ts';
import type { Control, FieldOnPage, FieldOrder } from './control.ts';
import { dayField, dayOrTimeField } from './day-field.ts';
import { pickField } from './pick-field.ts';

/** A field with its label and its hint, entered as its schema asks. */
export function makeField(order: FieldOrder): FieldOnPage {
  const { id, label, needed, form, value } = order;
  const control = controlFor(order);
  const input = control.input ?? control.element;
  const hint = form.description
    ? make('p', { class: 'field-hint', id: `${id}-hint` }, form.description)
    : undefined;
  const fault = make('p', { class: 'field-fault', id: `${id}-fault` });
  fault.hidden = true;
  const described = [hint?.id, control.more?.id, fault.id].filter(Boolean).join(' ');
  input.setAttribute('aria-describedby', described);
  if (needed) input.setAttribute('aria-required', 'true');
  const isGroup = input.getAttribute('role') === 'radiogroup';
  const words = `${label}${needed ? '' : ' (if any)'}`;
  const named = isGroup
    ? make('p', { class: 'field-label', id: `${id}-label` }, words)
    : make('label', { class: 'field-label', for: id }, words);
  if (isGroup) input.setAttribute('aria-labelledby', named.id);
  else input.id = id;
  control.show(value);
  const element = make(
    'div',
    { class: 'field' },
    named,
    control.element,
    control.more,
    fault,
    hint,
  );
  return {
    element,
    show: control.show,
    fault: (said) => {
      fault.hidden = said === undefined;
      fault.textContent = said ?? '';
      if (said === undefined) input.removeAttribute('aria-invalid');
      else input.setAttribute('aria-invalid', 'true');
    },
  };
}

function controlFor(order: FieldOrder): Control {
  const { form } = order;
  switch (form.asked) {
    case 'day':
    case 'time':
      return dayField(order, form.asked);
    case 'day-or-time':
      return dayOrTimeField(order);
    case 'contact':
    case 'guidance':
    case 'principle':
    case 'known-issue':
    case 'release':
    case 'corrected':
    case 'picture':
    case 'link':
      return pickField(order, form.asked);
    default:
      if (form.asked === 'audience' || form.enum || form.const !== undefined)
        return choiceField(order);
      return wordsField(order);
  }
}

/** Words on one line, which wrap where they are long. */
function wordsField({ form, change }: FieldOrder): Control {
  const element = make('textarea', { rows: '1', ...(form.language && { lang: form.language }) });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  element.addEventListener('input', () => change(element.value.replaceAll(/\s*\n\s*/g, ' ')));
  return {
    element,
    show: (value) => {
      if (element.value !== value) element.value = value;
    },
  };
}

/** One of a few values, as switches: also none, where it may be left out. */
function choiceField({ form, id, needed, editing, change }: FieldOrder): Control {
  const values = form.enum ?? (form.const === undefined ? [] : [form.const]);
  const isAudience = form.asked === 'audience';
  const none = isAudience ? 'Everybody' : form.const === undefined ? 'None' : 'No';
  const audience = (value: string) =>
    editing.choices.audience.find((one) => one.value === value)?.label ?? value;
  const entries: [string, string][] = values.map((value) => [
    value,
    isAudience ? audience(value) : choiceWords(value),
  ]);
  if (!needed) entries.unshift(['', none]);
  const element = make('div', { role: 'radiogroup', class: 'switch-row' });
  for (const [value, words] of entries) {
    const input = make('input', { type: 'radio', name: id, value });
    input.addEventListener('change', () => change(value));
    element.append(make('label', { class: 'switch-choice' }, input, make('span', {}, words)));
  }
  return {
    element,
    show: (value) => {
      for (const input of element.querySelectorAll('input')) input.checked = input.value === value;
    },
  };
}
