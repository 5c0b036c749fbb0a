import type { Field, Fields } from '../../protocol/document.ts';
import type { Form } from '../../protocol/form.ts';
import type { Editing } from '../editing.ts';
import { button, make } from '../make-element.ts';
import { choiceWords } from '../describe-props.ts';
import { makeField } from './field.ts';
import { asFields, asList, asWords } from './field-values.ts';

/** A part of the front matter on the page. */
interface SetOrder {
  form: Form;
  /** The keys that lead to it, with dots between. */
  path: string;
  editing: Editing;
  value: Field | undefined;
  /** Hears of the whole value, or of none. */
  change: (value: Field | undefined) => void;
  /** What stands before the fields of an entry: how the inbox shows it. */
  preview?: (value: Field | undefined, path: string) => HTMLElement | undefined;
}

/** The fields of all keys of a form, those that are needed first; what is within another, below its name. */
export function makeFields(order: SetOrder): HTMLElement[] {
  const { form, path, editing } = order;
  const { properties = {}, required = [] } = form;
  let fields: Fields = asFields(order.value);
  const entries = Object.entries(properties).toSorted(
    ([a], [b]) => Number(required.includes(b)) - Number(required.includes(a)),
  );
  return entries.map(([key, inner]) => {
    const own = path === '' ? key : `${path}.${key}`;
    const label = editing.opened.labels[key] ?? choiceWords(key);
    const change = (value: Field | undefined) => {
      const { [key]: _, ...others } = fields;
      fields = value === undefined ? others : { ...fields, [key]: value };
      order.change(fields);
    };
    const part = { ...order, form: inner, path: own, value: fields[key], change };
    if (inner.type === 'array' || inner.items) return listPart(part, label);
    if (typeof inner.additionalProperties === 'object') return entriesPart(part, label);
    const { element } = makeField({
      form: inner,
      id: `top-${own}`,
      label,
      needed: required.includes(key),
      value: asWords(fields[key]),
      editing,
      change: (value) => change(value === '' ? undefined : value),
    });
    element.dataset['key'] = own;
    return element;
  });
}

/** A list: of few values, switches; of words, one field each; of entries with keys, a part each. */
function listPart(order: SetOrder, label: string): HTMLElement {
  const { form, path, editing, change } = order;
  const inner = form.items ?? {};
  if (inner.asked === 'audience') return switches(order, label, inner.enum ?? []);
  let values = asList(order.value);
  const rows = make('div', { class: 'list-rows' });
  const tell = (next: readonly Field[]) => {
    values = next;
    change(next.length > 0 ? next : undefined);
  };
  const show = () => {
    rows.replaceChildren(
      ...values.map((value, index) => {
        const own = `${path}.${index}`;
        const put = (now: Field) => tell(values.with(index, now));
        const parts = inner.properties
          ? makeFields({ ...order, form: inner, path: own, value, change: (now) => put(now ?? {}) })
          : [
              makeField({
                form: { ...inner, description: undefined },
                id: `top-${own}`,
                label: `${label} ${index + 1}`,
                needed: true,
                value: asWords(value),
                editing,
                change: put,
              }).element,
            ];
        const remove = button('Remove', { class: 'quiet' }, () => {
          tell(values.toSpliced(index, 1));
          show();
          add.focus();
        });
        remove.setAttribute('aria-label', `Remove ${label} ${index + 1}`);
        const row = make('div', { class: 'list-row' }, ...parts, remove);
        row.dataset['key'] = own;
        return row;
      }),
    );
  };
  const add = button('Add one', { class: 'quiet' }, () => {
    tell([...values, inner.properties ? {} : '']);
    show();
    rows.lastElementChild?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  });
  add.setAttribute('aria-label', `Add one to ${label}`);
  show();
  return part(path, label, form.description, rows, add);
}

/** Which of a few values are in a list. */
function switches(
  { value, path, form, editing, change }: SetOrder,
  label: string,
  values: readonly string[],
) {
  let chosen = asList(value);
  const rows = values.map((one) => {
    const input = make('input', { type: 'checkbox' });
    input.checked = chosen.includes(one);
    input.addEventListener('change', () => {
      chosen = values.filter((each) => (each === one ? input.checked : chosen.includes(each)));
      change(chosen.length > 0 ? chosen : undefined);
    });
    return make(
      'label',
      { class: 'switch-choice' },
      input,
      make('span', {}, audienceName(editing, one)),
    );
  });
  return part(path, label, form.description, make('div', { class: 'switch-row' }, ...rows));
}

/** An entry for each of the names that there are, such as audiences; each can be left out. */
function entriesPart(order: SetOrder, label: string): HTMLElement {
  const { form, path, editing, change, preview } = order;
  const inner = typeof form.additionalProperties === 'object' ? form.additionalProperties : {};
  const names = form.propertyNames?.enum ?? [];
  let entries = asFields(order.value);
  const parts = names.map((name) => {
    const own = `${path}.${name}`;
    const fields = make('div', {});
    const tell = () => change(Object.keys(entries).length > 0 ? entries : undefined);
    let inbox: HTMLElement | undefined;
    const refresh = () => {
      const fresh = entries[name] === undefined ? undefined : preview?.(entries[name], own);
      inbox?.remove();
      inbox = fresh;
      if (fresh) fields.append(fresh);
    };
    const show = () => {
      const isIn = entries[name] !== undefined;
      fields.replaceChildren(
        ...(isIn
          ? makeFields({
              ...order,
              form: inner,
              path: own,
              value: entries[name],
              change: (now) => {
                entries = { ...entries, [name]: now ?? {} };
                tell();
                refresh();
              },
            })
          : []),
      );
      refresh();
    };
    const input = make('input', { type: 'checkbox' });
    input.checked = entries[name] !== undefined;
    input.addEventListener('change', () => {
      const { [name]: _, ...others } = entries;
      entries = input.checked ? { ...entries, [name]: {} } : others;
      tell();
      show();
    });
    show();
    const words = make('span', {}, audienceName(editing, name));
    const toggle = make('label', { class: 'switch-choice' }, input, words);
    return make('div', { class: 'entry', 'data-key': own }, toggle, fields);
  });
  return part(path, label, form.description, ...parts);
}

const audienceName = ({ choices }: Editing, id: string) =>
  choices.audience.find((one) => one.value === id)?.label ?? id;

function part(path: string, label: string, hint: string | undefined, ...inside: HTMLElement[]) {
  const legend = make('legend', { class: 'field-label' }, label);
  const said = hint ? make('p', { class: 'field-hint' }, hint) : undefined;
  return make('fieldset', { class: 'field-part', 'data-key': path }, legend, said, ...inside);
}
