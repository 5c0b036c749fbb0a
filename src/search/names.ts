/** What a search can find, by its names alone: enough for a first answer while the index is on its way. */
export interface Named {
  url: string;
  title: string;
  kind: string;
  audiences: readonly string[];
  note: string;
  /** What else people call it. */
  aliases: readonly string[];
}

/** The file in the index folder. */
export const namesFile = 'names.bin';

/** Names as text, a line for each. */
export const writeNames = (names: readonly Named[]): string =>
  names
    .map(({ url, title, kind, audiences, note, aliases }) =>
      [url, title, kind, audiences.join(' '), note, ...aliases].join('\t'),
    )
    .join('\n');

/** Reads what `writeNames` wrote. */
export const readNames = (text: string): Named[] =>
  text.split('\n').flatMap((line): Named[] => {
    const [url, title, kind, audiences, note, ...aliases] = line.split('\t');
    if (!url || !title || !kind) return [];
    return [
      { url, title, kind, audiences: audiences?.split(' ') ?? [], note: note ?? '', aliases },
    ];
  });
