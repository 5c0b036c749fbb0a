import type { Nodes } from 'hast';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../content/content.ts';
import { exampleContent } from '../../rendering/example-content.ts';
import { mutateHtml, mutateText, type Mutant } from '../../testing/editions/mutate.ts';
import { allExamples, pageUrl, parseExample, renderThrice } from '../../testing/render-example.ts';
import { compareFacts } from './compare.ts';
import { factsOf, type Facts } from './facts.ts';
import { parseHtml, readHtml } from './read-html.ts';
import { readTextPart } from './read-text-part.ts';

let content: Content;
beforeAll(async () => {
  content = await exampleContent();
});

/* Kinds of fact that stand in the words of an author, whatever the block. */
const prose = {
  block: 'prose',
  name: 'amounts, times and links',
  mdx: 'Pay $1,250.50 or 10% by 3:30pm on 4 June 2026, as in [the 8 May edition](/newsletters/) and [the list](/known-issues/).\n\n## What it is for\n\n1. Ring 0800 422 599 or +64 4 463 8000\n2. [Read more](https://ministry.example/more)\n   - Write to <Contact id="service-desk" />\n\n| Who | Ask | Phone |\n| --- | --- | --- |\n| Schools | <Contact id="service-desk" /> | 0800 422 599 |\n| Providers | Read [the page](/contacts/) and [more](/more/) | |\n\nThen\n\n4. Close it\n9. Tell us\n10. Rest',
  says: [],
} as const;
const all = [...allExamples, prose];

const ofHtml = (tree: Nodes) =>
  factsOf(readHtml(tree, { without: ['anchor', 'for-whom'], url: pageUrl }));
const ofText = (text: string) => factsOf(readTextPart(text));

describe('the web page, the HTML part and the text part', () => {
  it.each(all)('say the same of $block: $name', async (example) => {
    const { web, html, text, webText } = await renderThrice(parseExample(example), content);
    expect(compareFacts(ofHtml(parseHtml(web)), ofText(webText))).toEqual([]);
    expect(compareFacts(ofHtml(parseHtml(html)), ofText(text))).toEqual([]);
    if (!('only' in example)) expect(text).toBe(webText);
  });
});

describe('the parity check', () => {
  it('fails for every fact of every block that one rendering drops, alters or unmarks', async () => {
    const tally = new Map<string, number>();
    const missed: string[] = [];
    const untried: string[] = [];

    for (const example of all) {
      const { web, html, text, webText } = await renderThrice(parseExample(example), content);
      const where = (rendering: string) => `${example.block} (${example.name}) in ${rendering}`;
      const tried = <Source>(
        rendering: string,
        mutants: Mutant<Source>[],
        whole: Facts,
        other: Facts,
        read: (source: Source) => Facts,
      ) => {
        for (const { source, kind, how, what } of mutants) {
          const found = compareFacts(read(source), other);
          const caught =
            kind === 'word' ? found.length > 0 : found.some((one) => one.kind === kind);
          if (!caught) missed.push(`${where(rendering)}: ${how} ${kind} “${what}”`);
          tally.set(kind, (tally.get(kind) ?? 0) + 1);
        }
        const ways = new Set(mutants.map(({ how, kind }) => `${how} ${kind}`));
        // Pauses have mutants of their own, below.
        const { pause: _, ...facts } = whole;
        for (const [kind, found] of Object.entries(facts)) {
          for (const way of found.length > 0 ? [`drop ${kind}`, `alter ${kind}`] : []) {
            if (!ways.has(way)) untried.push(`${where(rendering)}: ${way}`);
          }
        }
      };
      const [page, part, words] = [ofHtml(parseHtml(web)), ofHtml(parseHtml(html)), ofText(text)];
      tried('the page', mutateHtml(web), page, ofText(webText), ofHtml);
      tried('the HTML part', mutateHtml(html), part, words, ofHtml);
      tried('the text part', mutateText(text), words, part, ofText);
    }

    const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
    const kinds = [...tally].map(([kind, count]) => `${kind} ${count}`).join(', ');
    process.stdout.write(
      `Parity caught ${total - missed.length} of ${total} mutants (${kinds}).\n`,
    );
    expect(missed).toEqual([]);
    expect(untried).toEqual([]);
    expect(total).toBeGreaterThan(1000);
  });

  it('hears what stands between words within a sentence, on the web too', async () => {
    const sentence = {
      block: 'Reorua',
      name: 'within a sentence',
      mdx: 'More than one person at your <Reorua mi="kura" en="school" /> can do it: ask, then wait.',
      says: [],
    } as const;
    const { web, html, webText, text } = await renderThrice(parseExample(sentence), content);
    expect(web).toContain('<span lang="mi">kura</span> (school) can');
    const heard = (page: string, words: string) =>
      compareFacts(ofHtml(parseHtml(page)), ofText(words));
    expect(heard(web, webText)).toEqual([]);
    expect(heard(html, text)).toEqual([]);
    // What the page said once: "at your kura school can do it".
    for (const [mark, instead] of [
      [' (school) ', ' <span class="reorua-en">school</span> '],
      ['it: ask', 'it ask'],
      ['ask, then', 'ask then'],
      ['can do', 'can. Do'],
    ] as const) {
      const page = web.replace(mark, instead);
      expect(page).not.toBe(web);
      expect(heard(page, webText)).toEqual([
        { kind: 'pause', first: expect.any(String), second: expect.any(String) },
      ]);
    }
    expect(heard(web.replace(' (school) ', ' school '), webText)).toMatchInlineSnapshot(`
      [
        {
          "first": "person at your kura school can do",
          "kind": "pause",
          "second": "person at your kura( school can do",
        },
      ]
    `);
  });
});
