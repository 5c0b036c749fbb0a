import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BadInput, type Problem } from '../../problems/problem.ts';
import { unsubscribePlaceholder } from '../../schemas/bulletin.ts';
import { bulletinId } from '../../schemas/fields.ts';
import { type Audience, audienceIds } from '../../publication/site.ts';
import { recordFolder } from '../bulletins/record-folder.ts';
import { readRecord, verifyRecord } from './record-verify.ts';

/** Where the site shows a bulletin as it was sent, from the root of the site. */
export const asSentPath = (edition: string, audience: Audience) =>
  `/bulletins/${edition}/${audience}-as-sent.html`;

/**
 * Puts every bulletin on record into the site as it was sent, whatever templates and content look
 * like by now. Where a subscriber's own way to unsubscribe stood, the web page stands.
 * @param out the folder of the site
 * @throws {BadInput} naming every record that was changed since it was kept: nobody may take it for what was sent
 */
export async function publishRecords(data: string, out: string): Promise<void> {
  const problems: Problem[] = [];
  for (const { edition, audience } of await listRecords(data)) {
    const folder = recordFolder(data, edition, audience);
    const { faults } = (await verifyRecord(folder)) ?? { faults: [] };
    if (faults.length > 0) problems.push(changed(folder, edition, faults));
    else {
      const { html, webUrl } = await readRecord(folder);
      const file = join(out, asSentPath(edition, audience));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, html.replaceAll(unsubscribePlaceholder, webUrl));
    }
  }
  if (problems.length > 0) throw new BadInput(problems);
}

/** What is on record under the folder `data`, oldest edition first. */
async function listRecords(data: string) {
  const editions = await names(join(data, 'records'));
  const found = editions
    .filter((name) => bulletinId.safeParse(name).success)
    .toSorted()
    .map(async (edition) => {
      const kept = await names(join(data, 'records', edition));
      return audienceIds()
        .filter((audience) => kept.includes(audience))
        .map((audience) => ({ edition, audience }));
    });
  return (await Promise.all(found)).flat();
}

// No folder means nothing was kept yet.
const names = (folder: string) => readdir(folder).catch((): string[] => []);

const changed = (folder: string, edition: string, faults: readonly string[]): Problem => ({
  file: folder,
  expected: 'the record of what was sent, as it was kept',
  found: faults.join(' ').replace(/\.$/, ''),
  remedy: `Bring the folder back from a backup. \`npm run -s panui -- record ${edition} --verify\` says when it is sound.`,
});
