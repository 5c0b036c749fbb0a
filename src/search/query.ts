/** What a reader is looking for: the words and the filters, as they stand in the address bar. */
export interface Query {
  words: string;
  kinds: string[];
  audience: string;
}

/** Reads a query from the parameters of an address. */
export function readQuery(parameters: URLSearchParams): Query {
  return {
    words: parameters.get('q') ?? '',
    kinds: parameters.getAll('kind'),
    audience: parameters.get('for') ?? '',
  };
}

/** The parameters of an address that leads back to this query; what is empty is left out. */
export function writeQuery({ words, kinds, audience }: Query): URLSearchParams {
  const parameters = new URLSearchParams();
  if (words.trim()) parameters.set('q', words.trim());
  for (const kind of kinds) parameters.append('kind', kind);
  if (audience) parameters.set('for', audience);
  return parameters;
}
