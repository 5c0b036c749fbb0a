import { allDocuments, type Content } from '../content/content.ts';
import { unsavedTexts } from '../content/reading/kept-texts.ts';
import { contentReader } from '../content/reading/read-content.ts';
import type { ContentSource } from '../content/site-content.ts';
import type { Flow } from '../document/tree.ts';
import { BadInput, type Problem } from '../problems/problem.ts';
import { readUnsaved } from './read-unsaved.ts';
import { withoutStack } from './without-stack.ts';

/** A reading of the content that can be begun anew. */
export interface HeldContent extends ContentSource {
  /** Reads again what has changed, so that the next to ask gets it. */
  refresh: () => Promise<Content>;
  /** What keeps texts that are not saved from being shown; what is saved stands in their place. */
  leftOut: () => readonly Problem[];
}

/**
 * Reads the content folder when it is first asked for, and holds what it read: tree, checks, pages and
 * bulletins of one build come from the same bytes.
 * @param showsDrafts whether drafts are part of it, asked whenever it reads
 * @param unsaved the folder of what is typed and not saved, where that is to be shown in place of what is
 * @param sayAll where the content cannot be used, throws all that is wrong with it besides, as one error
 */
export function holdContent(
  folder: string,
  showsDrafts: () => boolean,
  sayAll?: (folder: string) => Promise<void>,
  unsaved?: () => string | undefined,
): HeldContent {
  const readSaved = contentReader(folder, true, showsDrafts);
  let leftOut: readonly Problem[] = [];
  const readAgain = async () => {
    const kept = unsaved?.();
    if (kept === undefined) return readSaved();
    const { content, problems } = await readUnsaved(await unsavedTexts(kept, folder), readSaved);
    leftOut = problems;
    return content;
  };
  let reading: Promise<Content> | undefined;
  let texts: ReadonlyMap<string, readonly Flow[]> = new Map();
  const read = async () => {
    const content = await readAgain()
      .catch(async (error: unknown) => {
        if (error instanceof BadInput) await sayAll?.(folder);
        throw error;
      })
      .catch(withoutStack);
    texts = new Map(allDocuments(content).map(({ file, body }) => [file, body]));
    return content;
  };
  return {
    content: () => (reading ??= read()),
    text: (file) => {
      const text = texts.get(file);
      if (text) return text;
      throw new Error(
        `${file} was compiled and never read: only documents of the content folder are.`,
      );
    },
    refresh: () => (reading = read()),
    leftOut: () => leftOut,
  };
}
