import { checkSize } from '../checks/bulletin-size/check-size.ts';
import { limitsOf } from '../checks/bulletin-size/size-limits.ts';
import type { Content } from '../content/content.ts';
import { mailingById } from '../content/views/mailings.ts';
import { listBulletins } from '../delivery/bulletins/list-bulletins.ts';
import { readBuilt } from '../delivery/bulletins/read-bulletin.ts';
import { BadInput, type Problem } from '../problems/problem.ts';

/**
 * Refuses bulletins that Gmail would cut off before their end, where the way to unsubscribe stands.
 * @throws {BadInput} naming the edition or correction of each
 */
export async function expectSizes(out: string, content: Content): Promise<void> {
  const problems: Problem[] = [];
  for (const bulletin of await listBulletins(out)) {
    const { edition, audience, html } = await readBuilt(bulletin);
    const { file, lineOf, bulletins } = mailingById(content, edition);
    const form = bulletins[audience]?.form;
    const limits = limitsOf(form);
    const { bytes, level } = checkSize(html, limits);
    if (level !== 'refusal') continue;
    const isDigest = form === 'digest';
    problems.push({
      file,
      line: lineOf(['bulletins', audience]),
      expected: `a ${isDigest ? 'digest' : 'bulletin'} for ${audience} of at most ${inKilobytes(limits.refusal)} as it is sent`,
      found: `${inKilobytes(bytes)}`,
      remedy: isDigest
        ? 'Shorten what stands before the first item, which a digest holds whole, or take out "form: digest".'
        : 'Gmail would cut off the rest. Move the longest items to guidance pages and link to them, or keep parts to the web with <WebOnly>.',
    });
  }
  if (problems.length > 0) throw new BadInput(problems);
}

const inKilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)} KB`;
