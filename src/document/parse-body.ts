import { mdxToMdast } from 'satteri';
import type { Root } from 'mdast';
import type { Problem } from '../problems/problem.ts';
import { describeSyntaxError } from './describe-syntax-error.ts';
import { firstHeading } from './first-heading.ts';
import { parseFlow } from './parse-flow.ts';
import { tooDeep } from './too-deep.ts';
import { lettersRead, nested, tooMuch } from './too-much.ts';
import type { Flow } from './tree.ts';

/** Collects what is wrong in one file while it is parsed. */
export type Report = (line: number, problem: Omit<Problem, 'file' | 'line'>) => void;

/** One parsing: what is parsed, and who hears what is wrong with it. */
export interface Parsing {
  source: string;
  report: Report;
}

/**
 * Parses the MDX of a document into blocks and prose.
 * @param source the whole file, front matter included, so that lines are counted from its top
 * @param collection where the document stands, which decides the blocks it may hold
 * @returns what could be read; everything else has been reported
 */
export const parseBody = (source: string, collection: string, report: Report): Flow[] =>
  parseText(source, collection, report) ?? [];

/** As `parseBody`; nothing where no part of the text can be parsed. */
export function parseText(source: string, collection: string, report: Report): Flow[] | undefined {
  const root = parseMdx(source, report);
  const setting = { container: collection, firstHeading };
  return root && parseFlow(root.children, setting, { source, report });
}

/** Whether a whole text can be parsed as it is: of another, `parseBody` overlooks the parts that cannot. */
export function isWellFormed(source: string): boolean {
  if (tooMuch(source)) return false;
  try {
    return !tooDeep(mdxToMdast(source));
  } catch {
    return false;
  }
}

/*
 * Each fault costs another reading of the whole text. Nobody mends more than fifty at once; of a long text,
 * as many as can be found in the time of reading a million letters.
 */
const mostFaults = (source: string) =>
  Math.max(4, Math.min(50, Math.floor(1_000_000 / lettersRead(source))));

/** One fault can keep the parser from the rest, so each is reported, blanked out and passed over. */
function parseMdx(source: string, report: Report): Root | undefined {
  const refusal = tooMuch(source);
  if (refusal) {
    const { line, ...words } = refusal;
    report(line, words);
    return undefined;
  }
  let rest = source;
  const most = mostFaults(source);
  for (let faults = 0; faults < most; faults++) {
    try {
      const node = mdxToMdast(rest);
      const deep = tooDeep(node);
      if (!deep) return node.type === 'root' ? node : undefined;
      report(deep.position?.start.line ?? 1, nested);
      return undefined;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const { line, overlook, ...words } = describeSyntaxError(message, rest);
      report(line, words);
      const blanked = overlook ? blank(rest, overlook.from, overlook.to) : rest;
      if (blanked === rest) return undefined;
      rest = blanked;
    }
  }
  return undefined;
}

const blank = (text: string, from: number, to: number) =>
  text.slice(0, from) + text.slice(from, to).replaceAll(/[^\n]/g, ' ') + text.slice(to);
