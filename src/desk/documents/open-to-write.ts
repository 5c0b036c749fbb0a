import { randomUUID } from 'node:crypto';
import type { KeptIn } from '../../content/reading/kept-texts.ts';
import { plainText } from '../../document/plain-text.ts';
import { keptOf } from './keep-unsaved.ts';
import type { Presence } from './presence.ts';
import { readSource, type Source } from './read-source.ts';

/** A document as it is opened to be written. */
export interface OpenDocument {
  source: Source;
  /** What stands in the field. */
  text: string;
  /** The hash of what this was begun from. */
  hash: string;
  /** Names the window. */
  slot: string;
  /** When the last of what stands there was typed and not saved, in UTC; nothing where all of it is saved. */
  keptAt: string | undefined;
  /** What else is kept of it: of other people, and of one's other windows. */
  elsewhere: KeptIn[];
}

/**
 * Opens a document with what its author typed and did not save, if they did.
 * @param wanted the window whose text it shall be, where somebody chose one
 * @throws {BadInput} where there is no such document
 */
export async function openToWrite(
  { content, data }: { content: string; data: string },
  path: string,
  { person, present, wanted }: { person: string; present: Presence; wanted?: string | undefined },
): Promise<OpenDocument> {
  const source = await readSource(content, path);
  const kept = await keptOf(data, path);
  const own = kept.find(({ slot }) => slot === wanted) ?? kept.find(({ by }) => by === person);
  const text = own?.text ?? plainText(source.original);
  // Two windows in one would each write over what the other keeps.
  const isMine = own?.by === person && (own.slot === wanted || !present.isOpen(path, own.slot));
  return {
    source,
    text,
    hash: own?.base ?? source.hash,
    slot: own && isMine ? own.slot : randomUUID(),
    keptAt: own?.at,
    elsewhere: kept.filter((one) => one !== own && one.text !== text),
  };
}
