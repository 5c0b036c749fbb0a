import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collections } from '../../content/collections.ts';

/** The document that a bulletin is made of. */
export interface MailedDocument {
  file: string;
  /** Its path in the content folder, with "/". */
  path: string;
  text: string;
}

/**
 * The document of an edition or a correction; undefined where it is gone.
 * @param id its date or its name
 */
export async function mailedDocument(
  content: string,
  id: string,
): Promise<MailedDocument | undefined> {
  for (const { folder } of [collections.newsletters, collections.corrections]) {
    const file = join(content, folder, `${id}.mdx`);
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) continue;
    // The mark that some programs put first is a part of it.
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return { file, path: `${folder}/${id}.mdx`, text };
  }
  return undefined;
}
