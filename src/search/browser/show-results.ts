import { inSentence } from '../../publication/in-sentence.ts';
import { paths } from '../../content/paths.ts';
import type { Findings, Found } from './find.ts';
import { resultKinds } from '../result-kinds.ts';
import type { Passage } from './passage.ts';
import { isFiltered, type Query, unfiltered, writeQuery } from './query.ts';
import type { Referral } from '../referrals.ts';

/** How many were found, for the eye and for a screen reader. */
export function describeCount(query: Query, { total, corrected }: Findings): string {
  const quoted = `“${corrected ?? query.words.trim()}”`;
  if (total === 0) {
    return isFiltered(query)
      ? `Nothing with these filters answers ${quoted}.`
      : `Nothing here answers ${quoted}.`;
  }
  return `${total === 1 ? '1 result' : `${total} results`} for ${quoted}`;
}

/** What was left out of a query, to be said above what answers the rest of it. */
export const describeLeftOut = ({ leftOut }: Findings): Node[] =>
  leftOut.length > 0
    ? [
        paragraph(
          `No page here has ${conjunction.format(leftOut.map((one) => `“${one}”`))}. These have the rest.`,
        ),
      ]
    : [];

/** What was assumed about a query, with a way to undo it; nothing where it was taken as typed. */
export function describeAssumptions(
  query: Query,
  { corrected, meanings, related }: Findings,
): Node[] {
  const typed = `“${query.words.trim()}”`;
  const literally = address({ ...query, literally: true });
  if (query.literally) {
    const back = link(
      address({ ...query, literally: false }),
      'Search with other words and spellings',
    );
    return [paragraph(`Only exactly ${typed} was looked for. `, back, '.')];
  }
  const [said, near] = [meanings, related].map((words) =>
    conjunction.format(words.map((one) => `“${one}”`)),
  );
  return [
    ...(corrected
      ? [
          paragraph(
            'Showing results for ',
            strong(corrected),
            '. ',
            link(literally, `Search instead for ${typed}`),
            '.',
          ),
        ]
      : []),
    ...(meanings.length > 0
      ? [
          paragraph(
            `Including results for ${said}, which ${meanings.length === 1 ? 'means' : 'mean'} the same here. `,
            ...(corrected ? [] : [link(literally, `Search only for ${typed}`), '.']),
          ),
        ]
      : []),
    ...(related.length > 0
      ? [
          paragraph(
            `Including results for ${near}, which ${related.length === 1 ? 'comes' : 'come'} near to what you asked. `,
            ...(corrected || meanings.length > 0
              ? []
              : [link(literally, `Search only for ${typed}`), '.']),
          ),
        ]
      : []),
  ];
}

/** Where to go with a question that the site cannot answer. */
export function describeReferrals(query: Query, referrals: readonly Referral[]): Node[] {
  const widen = isFiltered(query)
    ? [paragraph(link(address(unfiltered(query)), 'Search everything, without filters'), '.')]
    : [];
  const items = referrals.map(({ kind, url, title, summary }) =>
    element(
      'li',
      kind === 'contact' ? [link(url, title), `. ${summary}`] : ['Read ', link(url, title)],
    ),
  );
  const elsewhere = element('li', [
    'For other government services, search ',
    link('https://www.govt.nz/', 'Govt.nz'),
  ]);
  return [...widen, element('h2', ['Where to go instead']), element('ul', [...items, elsewhere])];
}

/** An audience as the page's own filter names it. */
export interface AudienceName {
  id: string;
  name: string;
}

/** One result: its title as a link, what it is and for whom, and the passage that matches. */
export function resultItem(
  { url, title, kind, audiences: whom, note, passage }: Found,
  audiences: readonly AudienceName[],
): HTMLLIElement {
  const name = Object.entries(resultKinds).find(([id]) => id === kind)?.[1].singular ?? '';
  const about = element('p', [
    strong(name),
    ...[forWhom(whom, audiences), note].filter(Boolean).map((part) => ` · ${part}`),
  ]);
  about.className = 'result-kind';
  const item = element('li', [
    element('h3', [link(url, title)]),
    about,
    ...(passage.length > 0 ? [element('p', passageNodes(passage))] : []),
  ]);
  item.className = 'result';
  return item;
}

/** Leads to the contacts page where a script or the index could not be fetched. */
export const describeFailure = (): Node[] => [
  paragraph(
    'The search could not be loaded. Check your connection and try again, or ',
    link(paths.contacts, 'ask us'),
    '.',
  ),
];

const passageNodes = (passage: Passage) =>
  passage.map(({ text, marked }) => (marked ? element('mark', [text]) : text));

function forWhom(ids: readonly string[], audiences: readonly AudienceName[]): string {
  if (audiences.every(({ id }) => ids.includes(id))) return 'For everybody';
  const names = audiences.filter(({ id }) => ids.includes(id)).map(({ name }) => inSentence(name));
  return names.length > 0 ? `For ${conjunction.format(names)}` : '';
}

const conjunction = new Intl.ListFormat('en-NZ', { type: 'conjunction' });

const address = (query: Query) => `?${writeQuery(query)}`;
const paragraph = (...children: (Node | string)[]) => element('p', children);
const strong = (words: string) => element('strong', [words]);

function link(href: string, words: string): HTMLAnchorElement {
  const made = element('a', [words]);
  made.href = href;
  return made;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  children: (Node | string)[],
) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
