import { z } from 'zod';
import { publication, usePublication } from '../../publication/site.ts';
import type { Publication } from '../../publication/site.ts';
import type { Content, Document } from '../content.ts';

/* Whoever reads the content tells the faults of it, with their lines; other threads need none. */
type Handed<Data> = Omit<Document<Data>, 'lineOf' | 'lineAt'>;

type TransferredContent = { publication: Publication } & {
  [Key in keyof Content]: Content[Key] extends Document<infer Data>[]
    ? Handed<Data>[]
    : Content[Key];
};

const withoutLines = <Data>(documents: readonly Document<Data>[]): Handed<Data>[] =>
  documents.map(({ id, file, data, body }) => ({ id, file, data, body }));

const withLines = <Data>(documents: readonly Handed<Data>[]): Document<Data>[] =>
  documents.map((document) => ({ ...document, lineOf: () => 1, lineAt: () => 1 }));

/** Content as a message to another thread of the same process, which a structured clone can carry. */
export const contentToTransfer = (content: Content): TransferredContent => ({
  ...content,
  publication: publication(),
  newsletters: withoutLines(content.newsletters),
  corrections: withoutLines(content.corrections),
  guidance: withoutLines(content.guidance),
  earlierGuidance: withoutLines(content.earlierGuidance),
  knownIssues: withoutLines(content.knownIssues),
  releases: withoutLines(content.releases),
  help: withoutLines(content.help),
  pages: withoutLines(content.pages),
});

/* To look at every node again would cost what the transfer saves: it comes from the same program. */
const transferredContent = z.custom<TransferredContent>(
  (value) => typeof value === 'object' && value !== null && 'newsletters' in value,
);

/**
 * Takes such a message, and its publication as that of this thread. Lines are not known any more: each is
 * the first.
 */
export function receiveContent(message: unknown): Content {
  const { publication: own, ...content } = transferredContent.parse(message);
  usePublication(own);
  return {
    ...content,
    newsletters: withLines(content.newsletters),
    corrections: withLines(content.corrections),
    guidance: withLines(content.guidance),
    earlierGuidance: withLines(content.earlierGuidance),
    knownIssues: withLines(content.knownIssues),
    releases: withLines(content.releases),
    help: withLines(content.help),
    pages: withLines(content.pages),
  };
}
