import { type Saved, saveText } from '../documents/save-text.ts';
import { noteChange } from '../../history/document-history.ts';

/**
 * Saves a text, as `saveText` does, and keeps in the history who did.
 * @throws {BadInput} where there is no such document
 */
export async function saveChange(
  { content, data, now }: { content: string; data: string; now: Date },
  order: { path: string; hash: string; text: string },
  by: string,
): Promise<Saved> {
  const saved = await saveText(content, order);
  if (saved.outcome !== 'saved') return saved;
  const { file, before, original: after } = saved;
  await noteChange(data, { file, path: order.path, by, at: now, before, after });
  return saved;
}
