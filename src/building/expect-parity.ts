import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkParity, type Disparity } from '../checks/parity/check-parity.ts';
import { factKinds } from '../checks/parity/facts.ts';
import type { Content } from '../content/content.ts';
import { mailingById, type Mailing } from '../content/views/mailings.ts';
import { listBulletins } from '../delivery/bulletins/list-bulletins.ts';
import { readBuilt } from '../delivery/bulletins/read-bulletin.ts';
import { dayAt } from '../dates/new-zealand.ts';
import { inBatches } from '../disk/in-batches.ts';
import { findPassage } from './find-passage.ts';
import { BadInput, type Problem } from '../problems/problem.ts';

/**
 * Holds every bulletin in the folder `out` against its web page, and its two parts against each other.
 * @param now the moment for which the pages were built
 * @throws {BadInput} with every kind of fact in which two of them differ
 */
export async function expectParity(out: string, content: Content, now: Date): Promise<void> {
  const problems = await inBatches(await listBulletins(out), 10, async (built) => {
    const { edition: id, audience } = built;
    const mailing = mailingById(content, id);
    const path = join(out, mailing.page(audience), 'index.html');
    const [bulletin, page] = await Promise.all([readBuilt(built), readFile(path, 'utf8')]);
    return checkParity(page, bulletin, mailing, content, dayAt(now)).map((disparity) =>
      describeDisparity(disparity, mailing, audience),
    );
  });
  if (problems.flat().length > 0) throw new BadInput(problems.flat());
}

/** A disparity, said to a person. */
export function describeDisparity(
  { kind, between: [one, other], first, second }: Disparity,
  { file, body, lineAt }: Pick<Mailing, 'file' | 'body' | 'lineAt'>,
  audience: string,
): Problem {
  const quoted = (words: string) => (words === '' ? 'nothing more' : `“${words}”`);
  const passage = findPassage(body, `${first} ${second}`);
  return {
    file,
    ...(passage && { line: lineAt(passage) }),
    expected: `${one} and ${other} for ${audience} to say the same; they differ in a ${factKinds[kind]}`,
    found: `${quoted(first)} in ${one} and ${quoted(second)} in ${other}`,
    remedy:
      'Write this passage in plainer words, with fewer marks and links in it. To publish everything else meanwhile, add "state: draft" to the top of this document.',
  };
}
