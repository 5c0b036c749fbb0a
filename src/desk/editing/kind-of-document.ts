import type { z } from 'zod';
import { collections } from '../../content/collections.ts';
import { BadInput } from '../../problems/problem.ts';

/** What follows from where a document stands. */
export interface KindOfDocument {
  /** Its path in the content folder. */
  path: string;
  /** What the blocks of the contract call its collection. */
  container: string;
  /** That of its front matter. */
  schema: z.ZodType;
}

/* A name in its folder, or below one more: nothing that leads out. */
const documentPath = /^(?<folder>[a-z-]+)\/(?<own>(?:[\w-][\w.-]*\/)?[\w-][\w.-]*\.mdx)$/;

/**
 * The kind of the document at a path of the content folder, such as "newsletters/2026-05-08.mdx".
 * @throws {BadInput} where no document can stand there
 */
export function kindOfDocument(path: string): KindOfDocument {
  const { folder, own = '' } = documentPath.exec(path)?.groups ?? {};
  const found = Object.entries(collections).find(
    ([, one]) => one.folder === folder && (!('holds' in one) || one.holds(own)),
  );
  if (found) {
    const [name, { schema }] = found;
    return { path, container: name === 'earlierGuidance' ? 'guidance' : name, schema };
  }
  throw new BadInput([
    {
      file: path,
      expected: 'the path of a document, such as newsletters/2026-05-08.mdx',
      found: `"${path}"`,
      remedy: 'Open one of those on the first page of the desk.',
    },
  ]);
}
