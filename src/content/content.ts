import type { LineAt } from '../document/line-finder.ts';
import type { Flow } from '../document/tree.ts';
import type { ContentFile } from '../files/content-file.ts';
import type { Correction } from '../schemas/correction.ts';
import type { Contact } from '../schemas/contact.ts';
import type { Term } from '../schemas/glossary.ts';
import type { Guidance } from '../schemas/guidance.ts';
import type { Help } from '../schemas/help.ts';
import type { KnownIssue } from '../schemas/known-issue.ts';
import type { Kupu } from '../schemas/kupu.ts';
import type { OwnPage } from '../schemas/own-page.ts';
import type { Newsletter } from '../schemas/newsletter.ts';
import type { WordList } from '../schemas/word-list.ts';
import type { ReadFile } from '../disk/read-file.ts';
import type { Release } from '../schemas/release.ts';

/** One MDX file: its front matter and its text as a tree. */
export interface Document<Data> {
  /** The file name without its ending: unique within the collection, part of the address. */
  id: string;
  /** The absolute path of the file. */
  file: string;
  data: Data;
  body: Flow[];
  /** The line of a front matter key, or of the nearest key above it. */
  lineOf: (path: readonly PropertyKey[]) => number;
  /** The line of a part of its text. */
  lineAt: LineAt;
}

/** Everything in the content folder, checked: every reference leads somewhere. */
export interface Content {
  /** Newest first. */
  newsletters: Document<Newsletter>[];
  /** Newest first. */
  corrections: Document<Correction>[];
  /** By title. */
  guidance: Document<Guidance>[];
  /** Wordings that no longer hold, each named `<page>/<last day>`. */
  earlierGuidance: Document<Guidance>[];
  /** Open ones first, then by number. */
  knownIssues: Document<KnownIssue>[];
  /** Newest first. */
  releases: Document<Release>[];
  /** The authors' guide, in its order. */
  help: Document<Help>[];
  /** The site's own pages, such as the one on privacy, in their order. */
  pages: Document<OwnPage>[];
  contacts: ReadonlyMap<string, Contact>;
  glossary: ReadonlyMap<string, Term>;
  /** How te reo Māori is spelt, and the phrases that are marked as such. */
  kupu: Kupu;
  /** Words that are right and stand in no dictionary. */
  words: WordList;
  /** By name: what documents may link to and show. */
  files: ReadonlyMap<string, ContentFile>;
  /** The line on which each draft says that it is one, by absolute path; none where drafts were left out. */
  drafts: ReadonlyMap<string, number>;
  /** Every file that was read, by absolute path: what everything made of it is made from. */
  read: ReadonlyMap<string, ReadFile>;
}

/**
 * The document called `id`.
 * @throws if there is none: reading the content has checked every reference, so that is a fault of ours
 */
export function documentById<Data>(
  documents: readonly Document<Data>[],
  id: string,
): Document<Data> {
  const found = documents.find((document) => document.id === id);
  if (!found) throw new Error(`No document "${id}": references should have been checked.`);
  return found;
}

/** The contact called `id`, under the same promise. */
export function contactById(content: Content, id: string): Contact {
  const found = content.contacts.get(id);
  if (!found) throw new Error(`No contact "${id}": references should have been checked.`);
  return found;
}

/** The picture called `name`, under the same promise. */
export function pictureByName({ files }: Content, name: string): { width: number; height: number } {
  const pixels = files.get(name)?.pixels;
  if (!pixels) throw new Error(`No picture "${name}": references should have been checked.`);
  return pixels;
}

/** Every document of every kind. */
export const allDocuments = (content: Content): Document<unknown>[] => [
  ...content.newsletters,
  ...content.corrections,
  ...content.guidance,
  ...content.earlierGuidance,
  ...content.knownIssues,
  ...content.releases,
  ...content.help,
  ...content.pages,
];
