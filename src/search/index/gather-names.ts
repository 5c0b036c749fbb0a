import type { Named } from '../names.ts';
import { worthOf } from '../precedence.ts';
import type { SearchRecord } from './search-record.ts';

/* About 10 KB compressed: the file is fetched before anything is found. */
const most = 300;

/** The names of everything that can be found, of its parts too; on a large site those that come first. */
export const gatherNames = (records: readonly SearchRecord[]): Named[] =>
  records
    .toSorted((a, b) => worthOf[b.precedence] - worthOf[a.precedence])
    .slice(0, most)
    .flatMap(({ url, title, kind, audiences, note, aliases, parts = [] }): Named[] => [
      { url, title, kind, audiences, note, aliases },
      ...parts.map((part) => ({
        url: `${url}#${part.id}`,
        title: part.title,
        kind,
        audiences,
        note: `${title}. ${note}`,
        aliases: [],
      })),
    ]);
