import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import { describeIssue, keysAt } from '../schemas/describe-issue.ts';

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
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, schema: 'core' });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: lineAt(error.pos[0]),
      expected: 'YAML: one "key: value" a line',
      found:
        error.message
          .split('\n', 1)[0]
          ?.replace(/ at line \d+.*$/, '')
          .replace(/\.$/, '') ?? error.code,
      remedy:
        'Put the value in quotes if it holds a colon, a quote or starts with a special character.',
    }));
    return { problems };
  }
  const value: unknown = document.toJS() ?? {};
  const parsed = schema.safeParse(value);
  const line = (path: readonly PropertyKey[]) => lineOf(document, path, lineAt) ?? firstLine;
  if (parsed.success) return { data: parsed.data, lineOf: line };
  const problems = parsed.error.issues.flatMap((issue) =>
    describeIssue(issue, value, keysAt(schema, issue.path)).map(({ path, ...words }) => ({
      file,
      line: line(path),
      ...words,
    })),
  );
  return { problems };
}

/** The line of the key that `path` leads to, or of the nearest key above it that exists. */
function lineOf(
  document: Document,
  path: readonly PropertyKey[],
  lineAt: (offset: number) => number,
): number | undefined {
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] : undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(step));
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset === undefined ? undefined : lineAt(offset);
}
