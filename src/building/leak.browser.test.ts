import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { partsOf } from '../document/outline.ts';
import { isBlock, type Flow, type Inline } from '../document/tree.ts';
import { mailingsOf } from '../content/views/mailings.ts';
import { readContent } from '../content/reading/read-content.ts';
import { readSettings } from '../settings/settings.ts';
import { type Audience, audienceIds } from '../publication/site.ts';

const folder = inject('siteFolder');
const content = await readContent(readSettings({}).content);

const cases = mailingsOf(content).flatMap(({ id, body, whole, page, bulletins }) =>
  audienceIds()
    .filter((audience) => bulletins[audience])
    .map((audience) => ({
      id,
      audience,
      page: page(audience),
      secrets: secretsFrom(whole(body, undefined), audience),
    })),
);

/* Everything the build writes for one audience. */
const outputs = (id: string, audience: Audience, page: string) => [
  `${page}index.html`,
  ...['html', 'txt', 'json', 'mjml'].map((form) => `bulletins/${id}/${audience}.${form}`),
  ...['xml', 'json'].map((form) => `feeds/${audience}/newsletters.${form}`),
  `calendar/${audience}.ics`,
];

describe('what the build writes for one audience', () => {
  it.each(cases)(
    '$id for $audience holds no sentence for another audience',
    async ({ id, audience, page, secrets }) => {
      for (const file of outputs(id, audience, page)) {
        const words = plain(await readFile(join(folder, file), 'utf8'));
        expect(
          secrets.filter((secret) => words.includes(secret)),
          file,
        ).toEqual([]);
      }
    },
  );

  it('has sentences to look for, which do stand where they belong', async () => {
    const all = cases.flatMap(({ secrets }) => secrets);
    expect(all.length).toBeGreaterThan(20);
    const providers = cases.find(({ audience }) => audience === 'schools');
    const page = plain(
      await readFile(join(folder, `newsletters/${providers?.id}/providers/index.html`), 'utf8'),
    );
    expect(providers?.secrets.filter((secret) => page.includes(secret)).length).toBeGreaterThan(10);
  });
});

/** The runs of words, twelve letters or longer, that only other audiences get. */
function secretsFrom(body: readonly Flow[], audience: Audience): string[] {
  const isTheirs = (only: Audience | undefined) => only !== undefined && only !== audience;
  const parts = partsOf(body);
  const theirs = parts.flatMap(({ node, audience: only }): (Flow | Inline)[] => {
    if (isTheirs(only)) return [node];
    return node.type === 'block'
      ? node.children.filter((child) => isBlock(child, 'For') && isTheirs(child.props.audience))
      : [];
  });
  const shown = plain(
    texts(
      parts.flatMap(({ node, audience: only }) =>
        node.type === 'block' || isTheirs(only) ? [] : [node],
      ),
    ).join(' '),
  );
  return texts(theirs)
    .map(plain)
    .filter((words) => words.length >= 12 && !shown.includes(words));
}

function texts(nodes: readonly (Flow | Inline)[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === 'text') return [node.value];
    if (node.type === 'list') return texts(node.items.flat());
    const title = node.type === 'block' && 'title' in node.props ? [node.props.title] : [];
    return 'children' in node ? [...title, ...texts(node.children)] : [];
  });
}

/** Letters and digits only, folded, so that markup, entities and wrapping make no difference. */
function plain(text: string): string {
  return (
    text
      // iCalendar folds its lines.
      .replace(/\r\n /g, '')
      .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
      .replace(/&\w+;/g, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\\n/g, ' ')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}
