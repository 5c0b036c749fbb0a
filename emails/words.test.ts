import { expect, it } from 'vitest';
import { factsOf } from '../src/checks/parity/facts.ts';
import { parseHtml, readHtml } from '../src/checks/parity/read-html.ts';
import { exampleContent } from '../src/rendering/example-content.ts';
import { pageUrl, parseExample, renderThrice } from '../src/testing/render-example.ts';

/* MJML checks nothing that stands in an mj-text, so it must be ours alone. */
it('shows what looks like markup in a text, a title or a button as the words it is', async () => {
  const mdx = [
    '## Cases \\<b>one\\</b> & two',
    'Type \\<script>alert(1)\\</script> or \\<mj-raw>, and \\</mj-text>\\<img src=x>.',
    '<Callout kind="note" title="Use &lt;style> &amp; &lt;/td>">\n\n`<i onclick="x">`\n\n</Callout>',
    '<Button to="/guidance/home-education/" label="Open &lt;a>" />',
  ].join('\n\n');
  const content = await exampleContent();
  const { html } = await renderThrice(parseExample({ name: 'words', mdx, says: [] }), content);
  const body = html.slice(html.indexOf('<body'));
  expect(body).not.toMatch(/<(?:b|i|script|style|mj-|img)\b/);
  const said = factsOf(readHtml(parseHtml(html), { url: pageUrl })).word.join(' ');
  for (const words of [
    'b one b two',
    'script alert 1 script',
    'mj-raw',
    'img src x',
    'style td',
    'i onclick x',
    'open a',
  ])
    expect(said).toContain(words);
});
