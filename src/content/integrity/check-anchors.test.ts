import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { contacts, edition, refusal } from '../../testing/content/write-content.ts';
import { frameAnchors } from './check-anchors.ts';

it('refuses an anchor that the frame of a page has', async () => {
  expect(
    await refusal({
      'newsletters/2026-05-08.mdx': edition(
        '\n<Item id="main" title="Kia ora" action="for-information">\n\nWords.\n\n</Item>\n\n## Contents title\n\nWords.\n',
      ),
      'contacts.yaml': `${contacts}post:\n  name: Mail room\n  summary: For letters.\n  audiences: [schools]\n  email: post@ministry.example\n`,
    }),
  ).toMatchInlineSnapshot(`
    "contacts.yaml:8
      Expected an anchor that the page itself does not have (it has main, masthead-words, todo-title, contents-title, legal-basis, used-in, what-changed, post).
      Found "post".
      Give it another id, or the heading other words.

    newsletters/2026-05-08.mdx:10
      Expected an anchor that the page itself does not have (it has main, masthead-words, todo-title, contents-title, legal-basis, used-in, what-changed).
      Found "main".
      Give it another id, or the heading other words.

    newsletters/2026-05-08.mdx:16
      Expected an anchor that the page itself does not have (it has main, masthead-words, todo-title, contents-title, legal-basis, used-in, what-changed).
      Found "contents-title".
      Give it another id, or the heading other words.

    3 problems. Nothing was changed."
  `);
});

it('knows every id that layouts and components give', async () => {
  const source = fileURLToPath(new URL('../../', import.meta.url));
  const found: string[] = [];
  for await (const file of glob('{layouts,components}/**/*.astro', { cwd: source })) {
    const text = await readFile(`${source}${file}`, 'utf8');
    found.push(...Array.from(text.matchAll(/\sid="([^"]+)"/g), ([, id = '']) => id));
  }
  expect([...new Set(found)].toSorted()).toEqual(frameAnchors.toSorted());
});
