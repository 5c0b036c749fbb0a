import type { z } from 'zod';
import { describeKeys, type KeyEntry } from '../schemas/describe-keys.ts';
import { collections, lists } from './collections.ts';

/** A kind of document, or a list beside the documents, as authors are told of it. */
export interface KindEntry {
  name: string;
  /** A file of this kind, by its path in the content folder. */
  file: string;
  means: string;
  keys: KeyEntry[];
}

/** Every kind of document that has keys at its top. */
export const documentKinds = (): KindEntry[] => [
  describe('An edition', 'newsletters/2026-06-12.mdx', collections.newsletters.schema),
  describe(
    'A correction',
    'corrections/2026-06-15-invoice-date.mdx',
    collections.corrections.schema,
  ),
  describe('Guidance', 'guidance/home-education.mdx', collections.guidance.schema),
  describe('A known issue', 'known-issues/ki-008.mdx', collections.knownIssues.schema),
  describe('A release', 'releases/as-cms-2026-06-18.mdx', collections.releases.schema),
  describe('A page of the site', 'pages/privacy.mdx', collections.pages.schema),
  describe('A page of this guide', 'help/house-style.mdx', collections.help.schema),
];

/** Every list beside the documents. */
export const listKinds = (): KindEntry[] =>
  Object.entries(lists).map(([file, schema]) => describe(file, file, schema));

const describe = (name: string, file: string, schema: z.ZodType): KindEntry => ({
  name,
  file,
  means: schema.description ?? '',
  keys: describeKeys(schema),
});
