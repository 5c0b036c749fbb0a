import { historyOf } from './document-history.ts';
import type { Change, Version } from './version.ts';

/**
 * Who changed a document last, as its history says. Undefined where nobody is known: it was never saved at the desk and is
 * in no repository, or its text is not the one that was saved last.
 * @param now the text as it stands
 */
export async function lastWriter(
  data: string,
  document: Pick<Change, 'file' | 'path'>,
  now: string,
): Promise<Version | undefined> {
  const history = await historyOf(data, document);
  const [last] = await history.versions();
  if (!last || last.by === '') return undefined;
  return (await history.text(last.id)) === now ? last : undefined;
}
