import { parse } from 'node:path';
import type { Problem } from '../../problems/problem.ts';
import { allDocuments, type Content } from '../content.ts';
import { withoutDrafts } from '../drafts.ts';
import { checkAliases } from './check-aliases.ts';
import { checkAudiences } from './check-audiences.ts';
import { checkAnchors } from './check-anchors.ts';
import { checkCategories } from './check-categories.ts';
import { checkCorrections } from './check-corrections.ts';
import { checkDates } from './check-dates.ts';
import { checkDrafts } from './check-drafts.ts';
import { checkFiles } from './check-files.ts';
import { checkLinks } from './check-links.ts';
import { checkOwnPages } from './check-own-pages.ts';
import { checkWithdrawn } from './check-withdrawn.ts';
import { checkSessions } from './check-sessions.ts';
import { checkReferenceAudiences } from './check-reference-audiences.ts';
import { checkReferences, type ReferringSources } from './check-references.ts';

/** What could be read of the content folder, and what is wrong with it. */
export interface Gathered {
  content: Content;
  problems: Problem[];
}

/**
 * Holds all documents against each other, and those that are published once more without the drafts: what
 * is wrong in a draft, or with it, is nothing to them.
 * @param unreadable what was found in each document by itself
 */
export function judgeContent(
  all: Content,
  sources: ReferringSources,
  folder: string,
  unreadable: readonly Problem[],
): { all: Gathered; published: Gathered } {
  const problems = [...unreadable];
  checkAll(all, sources, folder, problems);
  const { drafts } = all;
  if (drafts.size === 0) {
    const only = { content: all, problems };
    return { all: only, published: only };
  }
  const published = withoutDrafts(all);
  const own = unreadable.filter(({ file }) => !drafts.has(file));
  checkAll(published, sources, folder, own);
  return {
    all: { content: all, problems },
    published: { content: published, problems: checkDrafts(published, drafts, folder, own) },
  };
}

/** Holds all documents against each other. */
function checkAll(
  content: Content,
  sources: ReferringSources,
  folder: string,
  problems: Problem[],
): void {
  if (problems.length === 0 && allDocuments(content).length === 0) {
    problems.push({
      file: folder,
      expected: 'documents in the folders newsletters, guidance, known-issues or releases',
      found: 'none',
      remedy: 'Set PANUI_CONTENT to the folder that holds them, or write the first one.',
    });
  }
  checkEditionDates(content, problems);
  checkAnchors(content, sources, problems);
  checkCategories(content, problems);
  checkDates(content, problems);
  checkSessions(content, problems);
  checkOwnPages(content, problems);
  checkAliases(content, problems);
  checkWithdrawn(content, problems);
  const unsure = new Set(problems.map(({ file }) => parse(file).name));
  checkReferences(content, sources, unsure, problems);
  checkCorrections(content, unsure, problems);
  checkLinks(content, unsure, problems);
  checkFiles(content, problems);
  checkAudiences(content, problems);
  checkReferenceAudiences(content, sources, problems);
}

function checkEditionDates({ newsletters }: Content, problems: Problem[]): void {
  for (const { id, data, file, lineOf } of newsletters) {
    if (data.date === id) continue;
    problems.push({
      file,
      line: lineOf(['date']),
      expected: `the date of the file name, ${id}`,
      found: data.date,
      remedy: `Name the file ${data.date}.mdx, or correct the date.`,
    });
  }
}
