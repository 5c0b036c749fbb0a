import { join } from 'node:path';
import { draftLine } from '../../document/yaml/draft-line.ts';
import { BadInput } from '../../problems/problem.ts';
import { ofDraft } from '../../problems/of-draft.ts';
import { collections } from '../collections.ts';
import { readText } from './read-text.ts';

/**
 * Refuses to go on with an edition or a correction that is a draft: a build for sending has no bulletin
 * of it, and to build again would be no help.
 * @param folder the content folder
 * @param id the date of the edition or the name of the correction
 * @throws {BadInput} with the line that says so
 */
export async function expectReady(folder: string, id: string): Promise<void> {
  for (const { folder: place } of [collections.newsletters, collections.corrections]) {
    const file = join(folder, place, `${id}.mdx`);
    const line = draftLine((await readText(file, [])) ?? '');
    if (line !== undefined) throw new BadInput([{ file, line, ...ofDraft }]);
  }
}
