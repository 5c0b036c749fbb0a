import type { Span } from '../tree.ts';

const written = /^---[ \t]*\n([\s\S]*?)(?<=\n)---[ \t]*(?:\n|$)/;

/** The YAML between the two lines of hyphens that a document starts with, and where it stands. */
export function frontMatterOf(source: string): { yaml: string; at: Span } | undefined {
  const yaml = written.exec(source)?.[1];
  if (yaml === undefined) return undefined;
  const from = source.indexOf('\n') + 1;
  return { yaml, at: { from, to: from + yaml.length } };
}
