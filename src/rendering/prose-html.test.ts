import { expect, it } from 'vitest';
import { parseBody } from '../document/parse-body.ts';
import { web } from '../components/blocks/index.ts';
import { exampleContent } from './example-content.ts';
import { proseHtml } from './prose-html.ts';

const html = async (mdx: string) =>
  proseHtml(
    parseBody(mdx, 'newsletters', (line, { found }) =>
      expect.unreachable(`line ${line}: ${found}`),
    ),
    {
      content: await exampleContent(),
      components: web,
      audience: 'providers',
      level: 2,
      asAt: '2026-05-08',
      pageUrl: '/',
    },
  );

it('gives a list the numbers that its author wrote', async () => {
  expect(await html('1. one\n2. two')).toBe('<ol><li>one</li><li>two</li></ol>');
  expect(await html('6. six\n9. nine\n10. ten')).toBe(
    '<ol class="long-numbers" start="6"><li>six</li><li value="9">nine</li><li>ten</li></ol>',
  );
});
