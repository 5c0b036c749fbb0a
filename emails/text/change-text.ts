import { documentById } from '../../src/content/content.ts';
import { paths } from '../../src/content/paths.ts';
import { type Context, resolveLink } from '../../src/rendering/context.ts';
import { changeKinds, type Release } from '../../src/schemas/release.ts';
import { bulleted, indented, withAddresses } from './layout.ts';

/** What a release changed, as an entry of a list: its kind, and moved in what belongs to it. */
export function changeText(change: Release['changes'][number], context: Context): string {
  const { kind, text, points, roles, knownIssues } = change;
  const more = [
    ...points.map((point) => bulleted(point)),
    roles.length > 0 && `Affects: ${roles.join(', ')}`,
    ...knownIssues.map((id) => {
      const { title } = documentById(context.content.knownIssues, id).data;
      return withAddresses(`Known issue: ${title}`, [
        { words: title, url: resolveLink(paths.knownIssue(id), context) },
      ]);
    }),
  ].filter((line) => line !== false);
  return [bulleted(`${changeKinds[kind]}: ${text}`), ...more.map((line) => indented(line))].join(
    '\n',
  );
}
