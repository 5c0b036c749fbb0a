import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/rendering/context.ts';
import { parseBody } from '../../src/document/parse-body.ts';
import { writeContent } from '../../src/testing/content/write-content.ts';
import { readContent } from '../../src/content/reading/read-content.ts';
import { textOf } from './flow.ts';
import { wrapped } from './layout.ts';

let context: Context;
beforeAll(async () => {
  context = {
    content: await readContent(await writeContent()),
    audience: 'schools',
    level: 2,
    asAt: '2026-05-08',
    pageUrl: 'https://news.example/newsletters/2026-05-08/schools/',
  };
});

const textFrom = (mdx: string) =>
  textOf(
    parseBody(mdx, 'newsletters', (line, { found }) =>
      expect.unreachable(`line ${line}: ${found}`),
    ),
    context,
  );

describe('the plain text of a document', () => {
  it('puts the address of each link on a line of its own, after its paragraph, absolute', () => {
    expect(
      textFrom(
        'Read [the guide](/guidance/families/) and **[the law](https://law.example/act?a=1&b=2)**\nor [below](#more).\n\nThen act.',
      ),
    ).toBe(
      [
        'Read the guide and the law or below.',
        '  the guide:',
        '  https://news.example/guidance/families/',
        '  the law:',
        '  https://law.example/act?a=1&b=2',
        '  below:',
        '  https://news.example/newsletters/2026-05-08/schools/#more',
        '',
        'Then act.',
      ].join('\n'),
    );
  });

  it('never cuts an address when it is wrapped', () => {
    const address = `https://law.example/${'section-'.repeat(12)}35`;
    const lines = wrapped(textFrom(`- See [the section](${address}) of the Act.`)).split('\n');
    expect(lines).toContain(`    ${address}`);
  });

  it('writes lists within lists, each level with the words above it', () => {
    expect(textFrom('1. Fruit\n   - apple\n   - pear\n\n     or quince\n2. Bread')).toBe(
      ['1. Fruit', '   - apple', '   - pear', '     or quince', '2. Bread'].join('\n'),
    );
  });

  it('writes the numbers of a list as its author did, also where something interrupts it', () => {
    expect(textFrom('1. one\n2. two\n\nWords.\n\n3. three\n7. seven')).toBe(
      ['1. one', '2. two', '', 'Words.', '', '3. three', '7. seven'].join('\n'),
    );
  });

  it('writes a checklist to tick off', () => {
    expect(
      textFrom(
        '<Checklist title="Bring" exception="Principals need none.">\n\n- a pen\n- [a form](/contacts/)\n\n</Checklist>',
      ),
    ).toBe(
      [
        'Bring:',
        '',
        '[ ] a pen',
        '[ ] a form:',
        '    https://news.example/contacts/',
        '',
        'Principals need none.',
      ].join('\n'),
    );
  });

  it('says the words of a link once where they end a paragraph or are all of it', () => {
    expect(textFrom('Read [the guide](/contacts/)\n\n[The law](https://law.example/)')).toBe(
      'Read the guide\n  https://news.example/contacts/\n\nThe law:\nhttps://law.example/',
    );
  });

  it('starts no line with what looks like the mark of a list', () => {
    const text = wrapped(`${'word '.repeat(14)}7. and ${'word '.repeat(13)}- more`);
    expect(text).not.toMatch(/^(?:\d+\.|-) /m);
  });

  it('writes headings after two empty lines, the first level in capitals, quotations moved in, and line breaks as lines', () => {
    expect(
      textFrom('Kia ora\n\n## Ngā mahi\n\n### Mō wai\n\n> Said\n> so.\n\nOne  \ntwo\nthree.'),
    ).toBe('Kia ora\n\n\nNGĀ MAHI\n\n\nMō wai\n\n    Said so.\n\nOne\ntwo three.');
  });

  it('writes a contact as an address in a sentence and in full on its own line', () => {
    expect(
      textFrom('Ask <Contact id="service-desk" /> now.\n\n<Contact id="service-desk" />'),
    ).toBe(
      [
        'Ask desk@ministry.example now.',
        '',
        'Service Desk',
        'For anything about AS-CMS.',
        'Phone: 0800 555 010',
        'Email: desk@ministry.example',
      ].join('\n'),
    );
  });
});
