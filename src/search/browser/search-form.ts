import { type Query, readQuery } from './query.ts';

/** The query that a form asks; its fields are named as the parameters of an address. */
export function readForm(form: HTMLFormElement): Query {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) parameters.append(name, String(value));
  return readQuery(parameters);
}

/** Makes a form ask a query. */
export function fillForm(form: HTMLFormElement, query: Query): void {
  const values: Record<string, readonly string[]> = {
    q: [query.words],
    kind: query.kinds,
    for: [query.audience],
    topic: [query.topic],
    status: [query.status],
    sort: [query.sort],
  };
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'input, select',
  )) {
    const wanted = values[field.name];
    if (!wanted) continue;
    if (field.type === 'checkbox' || field.type === 'radio') {
      if (field instanceof HTMLInputElement) field.checked = wanted.includes(field.value);
    } else field.value = wanted[0] ?? '';
  }
}
