import { collections } from '../../content/collections.ts';
import { frontMatterOf } from '../../document/yaml/front-matter.ts';
import { parseText } from '../../document/parse-body.ts';
import type { Span } from '../../document/tree.ts';
import type { BlockUse, LinkUse, ListUse, Page, PageKind, Passage } from './page.ts';
import { readFields } from './read-fields.ts';
import { readBody } from './read-flow.ts';

/** What the checks are told of a file. */
export interface PageSource {
  file: string;
  kind: PageKind;
  id: string;
  /** The text in NFC with Unix line ends. */
  source: string;
  documents?: Pick<
    Page,
    'bulletins' | 'newsletter' | 'correction' | 'guidance' | 'knownIssue' | 'release' | 'sendDay'
  >;
  asAt?: string | undefined;
}

/** What reading collects, in the order of the text. */
export interface Collected {
  page: Page;
  passages: Passage[];
  links: LinkUse[];
  blocks: BlockUse[];
  lists: ListUse[];
  refused: Span[];
}

/** Reads one file for the checks; whatever cannot be parsed is left out, and reported by others. */
export function readPage({ documents, asAt, ...start }: PageSource): Page {
  const passages: Passage[] = [];
  const links: LinkUse[] = [];
  const blocks: BlockUse[] = [];
  const lists: ListUse[] = [];
  const refused: Span[] = [];
  const isDocument = start.kind in collections;
  const frontMatter = frontMatterOf(start.source);
  const page: Page = {
    ...start,
    ...documents,
    ...(asAt !== undefined && { asAt }),
    passages,
    links,
    blocks,
    lists,
    refused,
    textFrom: isDocument ? (frontMatter?.at.to ?? 0) : start.source.length,
    field: (name) => fields.values.get(name),
    data: () => fields.data(),
  };
  const fields = readFields(page);
  passages.push(...fields.passages);
  if (!isDocument) return page;
  // Where front matter does not end, nobody knows where the text begins.
  const open = !frontMatter && /^---[ \t]*\n/.test(page.source);
  const body = open ? undefined : parseText(page.source, page.kind, () => undefined);
  if (body) readBody(body, { page, passages, links, blocks, lists, refused });
  else page.unparsed = true;
  return page;
}
