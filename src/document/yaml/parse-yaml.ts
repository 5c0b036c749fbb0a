import { isMap, isNode, isScalar, isSeq, LineCounter, visit, type Document } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../../problems/problem.ts';
import { describeIssues, type Notation } from '../../problems/describe-issue.ts';
import { keysAt } from '../../problems/keys-at.ts';
import { describeYamlError, isUnclosed } from './describe-yaml-error.ts';
import { keyLines } from './key-lines.ts';
import { readYaml } from './yaml-values.ts';

/** The data and the line of each of its keys, or what is wrong. */
export type Parsed<Data> =
  { data: Data; lineOf: (path: readonly PropertyKey[]) => number } | { problems: Problem[] };

/**
 * Parses YAML and holds it against a schema.
 * @param firstLine the line of the file that the YAML starts on
 * @returns the data, or every problem with its line
 */
export function parseYaml<Data>(
  source: string,
  schema: z.ZodType<Data>,
  file: string,
  firstLine = 1,
): Parsed<Data> {
  try {
    return parse(source, schema, file, firstLine);
  } catch {
    // The parser gives up on what is thousands of levels deep, or grows when its aliases are resolved.
    return {
      problems: [
        {
          file,
          line: firstLine,
          expected: 'lines of "key: value"',
          found: 'lists or aliases within each other without end',
          remedy: 'Write each value out on a line of its own.',
        },
      ],
    };
  }
}

/* Nobody mends more at once. */
const mostFaults = 50;

function parse<Data>(
  source: string,
  schema: z.ZodType<Data>,
  file: string,
  firstLine: number,
): Parsed<Data> {
  const lines = new LineCounter();
  const document = readYaml(source, lines);
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    const problems = document.errors.slice(0, mostFaults).map(({ code, message, pos }) => ({
      file,
      line: lineAt(isUnclosed(code, message) ? lastKey(document.contents, pos[0]) : pos[0]),
      ...describeYamlError(code, message),
    }));
    return { problems };
  }
  const lost = findLostWords(document, source).map(({ offset, ...words }) => ({
    file,
    line: lineAt(offset),
    ...words,
  }));
  // To find what an alias stands for, the parser looks through all of the text.
  if (lost.length > mostFaults) return { problems: lost.slice(0, mostFaults) };
  const value: unknown = document.toJS() ?? {};
  const parsed = schema.safeParse(value);
  const line = keyLines(document, lineAt);
  if (parsed.success && lost.length === 0) return { data: parsed.data, lineOf: line };
  const notation: Notation = {
    pair: (key, written) => `"${key}: ${written}"`,
    keysAt: (path) => keysAt(schema, path),
  };
  const problems = describeIssues(parsed.error?.issues ?? [], value, notation).map(
    ({ path, ...words }) => ({ file, line: line(path), ...words }),
  );
  const lostLines = new Set(lost.map((each) => each.line));
  return { problems: [...lost, ...problems.filter((each) => !lostLines.has(each.line))] };
}

/** What would be left out without a word: what stands after " #" behind a value, and "&…" or "!…" before it. */
function findLostWords(document: Document, source: string) {
  const lost: { offset: number; expected: string; found: string; remedy: string }[] = [];
  visit(document, {
    Node(_, node) {
      const [offset, end] = node.range ?? [0, 0];
      // Behind a value stands a blank; where the sign comes first, the value is what nothing is left of.
      const comment = /^[ \t]*#.*/.exec(source.slice(end))?.[0].trim();
      if (isScalar(node) && node.type === 'PLAIN' && comment) {
        lost.push({
          offset,
          expected: 'a value in quotation marks where it holds " #"',
          found: `"${comment}", which would be left out as a comment`,
          remedy: 'Put the whole value in quotation marks, or the comment on a line of its own.',
        });
      }
      const sign = 'anchor' in node && node.anchor ? `&${node.anchor}` : node.tag;
      if (sign) {
        lost.push({
          offset,
          expected: 'a value in quotation marks where it starts with "&" or "!"',
          found: `"${sign}", which would be left out`,
          remedy: 'Put the whole value in quotation marks.',
        });
      }
    },
  });
  return lost;
}

/** Where the last key before `end` starts: what it opens and never closes is noticed only there. */
function lastKey(node: unknown, end: number, start = end): number {
  if (isSeq(node) && !node.flow) return lastKey(node.items.at(-1), end, start);
  if (!isMap(node) || node.flow) return start;
  const pair = node.items.findLast(({ key }) => startOf(key) < end);
  return pair ? lastKey(pair.value, end, startOf(pair.key)) : start;
}

const startOf = (node: unknown) => (isNode(node) ? node.range?.[0] : undefined) ?? 0;
