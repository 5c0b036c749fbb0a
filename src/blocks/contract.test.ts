import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import mjml2html from 'mjml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import EmailDocument from '../../emails/Document.astro';
import { email as emailSet } from '../../emails/blocks/index.ts';
import { mjmlTags } from '../../emails/mjml-tags.ts';
import { textOf } from '../../emails/text/flow.ts';
import { wrapped } from '../../emails/text/layout.ts';
import WebDocument from '../components/Document.astro';
import { web as webSet } from '../components/blocks/index.ts';
import type { Content } from '../content/content.ts';
import { readContent } from '../content/reading/read-content.ts';
import type { Problem } from '../problems/problem.ts';
import { searchedWords } from '../search/index/searched-words.ts';
import type { Context } from '../rendering/context.ts';
import { contract } from './contract.ts';
import { exampleFiles, examples, type Example } from './examples.ts';
import { parseBody } from '../document/parse-body.ts';
import { eachBlock, type Flow } from '../document/tree.ts';
import { variantFor } from '../document/variant.ts';

const origin = 'https://news.ministry.example';
let folder: string;
let content: Content;
let container: Awaited<ReturnType<typeof AstroContainer.create>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-examples-'));
  for (const [path, text] of Object.entries(exampleFiles)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  content = await readContent(folder, false);
  container = await AstroContainer.create();
});

afterAll(() => rm(folder, { recursive: true }));

const all = Object.entries(examples).flatMap(([block, list]) =>
  list.map((example) => ({ block, ...example })),
);

describe('the contract', () => {
  it.each(all)('reads the example of $block: $name', ({ block, ...example }) => {
    const { nodes, problems } = parse(example);
    expect(problems).toEqual([]);
    expect(eachBlock(nodes).map(({ name }) => name)).toContain(block);
  });

  it.each(Object.entries(contract))('names %s as its key does', (key, { parse: parseProps }) => {
    const example = examples[key as keyof typeof examples][0];
    const block = eachBlock(parse(example).nodes).find(({ name }) => name === key);
    expect(parseProps(block?.props)).toMatchObject({ block: { name: key } });
  });

  const renderings = { web, email, text, search } as const;
  for (const [name, render] of Object.entries(renderings)) {
    const channel = name === 'web' || name === 'search' ? 'web' : 'email';

    it.each(all)(`says all of $block in ${name}: $name`, async (example) => {
      const { words } = await render(parse(example).nodes);
      if (example.only && example.only !== channel) {
        expect(words).toBe('');
      } else {
        expectInOrder(words, (name === 'search' && example.foundBy) || example.says);
      }
    });

    if (name === 'search') continue;
    it.each(all)(`leads where $block leads in ${name}: $name`, async (example) => {
      const { links } = await render(parse(example).nodes);
      const shown = !example.only || example.only === channel;
      const expected = (shown ? (example.leadsTo ?? []) : []).map((to) =>
        channel === 'web' ? to : new URL(to, origin).href,
      );
      expect(links.filter((link) => !/^(mailto:|tel:|#)/.test(link))).toEqual(expected);
    });
  }

  it.each(all)('gives strict MJML and no Astro attributes for $block: $name', async (example) => {
    const { html } = await email(parse(example).nodes);
    expect(html).not.toMatch(/data-astro/);
  });
});

interface Rendering {
  words: string;
  links: string[];
  html?: string;
}

function parse({ mdx, within = undefined }: Example): { nodes: Flow[]; problems: unknown[] } {
  const problems: Omit<Problem, 'file'>[] = [];
  const nodes = parseBody(mdx, within ?? 'newsletters', (line, problem) =>
    problems.push({ line, ...problem }),
  );
  return { nodes, problems };
}

function context(channel: 'web' | 'email'): Context {
  const path = '/newsletters/2026-05-08/providers/';
  const pageUrl = channel === 'web' ? path : `${origin}${path}`;
  return { content, audience: 'providers', level: 2, asAt: '2026-05-08', pageUrl };
}

async function web(nodes: Flow[]): Promise<Rendering> {
  const html = await container.renderToString(WebDocument, {
    props: { nodes, components: webSet, context: context('web') },
  });
  return fromHtml(html);
}

async function email(nodes: Flow[]): Promise<Rendering> {
  const column = await container.renderToString(EmailDocument, {
    props: { nodes, components: emailSet, context: context('email') },
  });
  const mjml = `<mjml><mj-body><mj-section><mj-column>${mjmlTags(column)}</mj-column></mj-section></mj-body></mjml>`;
  const { html } = await mjml2html(mjml, { validationLevel: 'strict' });
  return fromHtml(html.slice(html.indexOf('<body')));
}

async function text(nodes: Flow[]): Promise<Rendering> {
  const shown = variantFor(nodes, { audience: 'providers', channel: 'email' });
  const words = wrapped(textOf(shown, context('email')));
  const links = [...words.matchAll(/https:\S+/g)].map(([link]) => link);
  return { words: folded(words), links };
}

async function search(nodes: Flow[]): Promise<Rendering> {
  const shown = variantFor(nodes, { audience: 'providers', channel: 'web' });
  return { words: searchedWords(shown, content), links: [] };
}

function fromHtml(html: string): Rendering {
  const bare = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<style[\s\S]*?<\/style>/g, '');
  const links = [...bare.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, to = '']) => decoded(to));
  return {
    html,
    links,
    words: folded(
      decoded(
        bare
          .replaceAll('<wbr>', '')
          .replace(/<img[^>]*? alt="([^"]*)"[^>]*>/g, ' $1 ')
          .replace(/<[^>]+>/g, ' '),
      ),
    ),
  };
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function decoded(html: string): string {
  return html
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (entity, name) => named[name] ?? entity);
}

const folded = (words: string) =>
  words
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ([.,;:)])/g, '$1')
    .trim();

function expectInOrder(words: string, says: readonly string[]): void {
  let from = 0;
  for (const fact of says) {
    const at = words.toLowerCase().indexOf(fact.toLowerCase(), from);
    expect(at, `"${fact}" in "${words}"`).toBeGreaterThanOrEqual(0);
    from = at + fact.length;
  }
}
