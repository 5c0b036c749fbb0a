/** What a reader is looking for: the words and the filters, as they stand in the address bar. */
export interface Query {
  words: string;
  kinds: readonly string[];
  audience: string;
  topic: string;
  status: string;
  /** `date` for the newest first; otherwise the best first. */
  sort: string;
  /** Only what was typed: nothing corrected, no other words for it. */
  literally: boolean;
}

/** Reads a query from the parameters of an address. */
export function readQuery(parameters: URLSearchParams): Query {
  return {
    words: parameters.get('q') ?? '',
    kinds: parameters.getAll('kind'),
    audience: parameters.get('for') ?? '',
    topic: parameters.get('topic') ?? '',
    status: parameters.get('status') ?? '',
    sort: parameters.get('sort') ?? '',
    literally: parameters.get('as') === 'typed',
  };
}

/** The parameters of an address that leads back to this query; what is empty is left out. */
export function writeQuery(query: Query): URLSearchParams {
  const { words, kinds, audience, topic, status, sort, literally } = query;
  const parameters = new URLSearchParams();
  const put = (name: string, value: string) => value && parameters.append(name, value);
  put('q', words.trim());
  for (const kind of kinds) put('kind', kind);
  put('for', audience);
  put('topic', topic);
  put('status', status);
  put('sort', sort);
  put('as', literally ? 'typed' : '');
  return parameters;
}

/** Whether anything narrows the search besides its words. */
export const isFiltered = ({ kinds, audience, topic, status }: Query): boolean =>
  [...kinds, audience, topic, status].some(Boolean);

/** The same words looked for everywhere. */
export const unfiltered = (query: Query): Query => ({
  ...query,
  kinds: [],
  audience: '',
  topic: '',
  status: '',
});
