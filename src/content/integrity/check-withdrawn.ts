import { formatDate } from '../../dates/format.ts';
import { eachLink } from '../../document/each-link.ts';
import { eachBlock, isBlock } from '../../document/tree.ts';
import type { Problem } from '../../problems/problem.ts';
import { isOpen } from '../../schemas/known-issue.ts';
import type { Content, Document } from '../content.ts';
import { paths } from '../paths.ts';

/**
 * Reports what readers rely on now and is sent to guidance that was withdrawn, by a quotation or a link; an edition
 * that went out before it was keeps what it said. Reports names of other pages, too, that a page says it had before.
 */
export function checkWithdrawn(content: Content, problems: Problem[]): void {
  checkFormerly(content, problems);
  const withdrawn = content.guidance.flatMap(({ id, data: { withdrawn: how } }) =>
    how ? [{ id, ...how }] : [],
  );
  if (withdrawn.length === 0) return;
  const check = ({ file, body, lineAt }: Document<unknown>, day?: string) => {
    const report = (id: string, found: string, line: number) => {
      const gone = withdrawn.find((one) => one.id === id && (day === undefined || day >= one.on));
      if (!gone) return;
      problems.push({
        file,
        line,
        expected: 'guidance that holds',
        found: `${found}, which was withdrawn on ${formatDate(gone.on)}`,
        remedy: gone.instead
          ? `Name "${gone.instead}", which holds in its place.`
          : 'Leave it out, or name guidance that holds.',
      });
    };
    for (const block of eachBlock(body)) {
      if (isBlock(block, 'Guidance'))
        report(block.props.id, `"${block.props.id}"`, lineAt(block.at));
    }
    for (const { to, at } of eachLink(body)) {
      const id = guidanceIn(to);
      if (id !== undefined) report(id, `a link to ${to}`, lineAt(at));
    }
  };
  for (const one of [...content.newsletters, ...content.corrections]) check(one, one.data.date);
  for (const one of content.guidance) if (!one.data.withdrawn) check(one);
  for (const one of content.knownIssues) if (isOpen(one.data.status)) check(one);
  for (const one of [...content.pages, ...content.help]) check(one);
  for (const { file, lineOf, data } of content.guidance) {
    const instead = withdrawn.find(({ id }) => id === data.withdrawn?.instead);
    if (!instead) continue;
    problems.push({
      file,
      line: lineOf(['withdrawn', 'instead']),
      expected: 'guidance that holds',
      found: `"${instead.id}", which was withdrawn on ${formatDate(instead.on)}`,
      remedy: instead.instead ? `Name "${instead.instead}".` : 'Take "instead" out.',
    });
  }
}

/** The page of guidance that a link leads to, by its name in the address. */
export function guidanceIn(to: string): string | undefined {
  const { id } = /^\/guidance\/(?<id>[a-z0-9-]+)\/?(?:[#?]|$)/.exec(to)?.groups ?? {};
  return id;
}

function checkFormerly({ guidance }: Content, problems: Problem[]): void {
  const claimed = new Map(guidance.map(({ id }) => [id, paths.guidance(id)]));
  for (const { id, data, file, lineOf } of guidance) {
    data.formerly.forEach((former, index) => {
      const other = claimed.get(former);
      if (other !== undefined) {
        problems.push({
          file,
          line: lineOf(['formerly', index]),
          expected: 'a name that no other page has or had',
          found: `"${former}", which leads to ${other}`,
          remedy: 'Take it out here, or there.',
        });
      } else claimed.set(former, paths.guidance(id));
    });
  }
}
