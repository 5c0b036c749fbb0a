/** What is hard about a query: each is a way in which people really ask. */
export type Difficulty =
  | 'macrons and apostrophes'
  | 'misspelt'
  | 'family words'
  | 'acronyms'
  | 'symptoms'
  | 'digits'
  | 'dates and times'
  | 'plain'
  | 'related words'
  | 'whole questions'
  | 'pages'
  | 'not here';

/** A query as somebody typed it, and the only answers that count: addresses from the root of the site. */
export interface LabelledQuery {
  words: string;
  difficulty: Difficulty;
  /** Empty where the site has no answer and must say so. */
  answers: readonly string[];
}

type Row = readonly [words: string, ...answers: string[]];

/** Rows by what is hard about them, as queries. */
export function labelled(
  rows: Partial<Record<Difficulty, readonly Row[]>>,
): readonly LabelledQuery[] {
  const kinds = [
    'macrons and apostrophes',
    'misspelt',
    'family words',
    'acronyms',
    'symptoms',
    'digits',
    'dates and times',
    'plain',
    'related words',
    'whole questions',
    'pages',
    'not here',
  ] as const satisfies readonly Difficulty[];
  return kinds.flatMap((difficulty) =>
    (rows[difficulty] ?? []).map(([words, ...answers]) => ({ words, difficulty, answers })),
  );
}
