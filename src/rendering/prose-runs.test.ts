import { describe, expect, it } from 'vitest';
import { parseBody } from '../document/parse-body.ts';
import type { Flow } from '../document/tree.ts';
import { proseRuns } from './prose-runs.ts';

const parse = (mdx: string) =>
  parseBody(mdx, 'newsletters', (line, { found }) => expect.unreachable(`line ${line}: ${found}`));
const shape = (mdx: string) =>
  proseRuns(parse(mdx)).map((run) =>
    'block' in run ? run.block.name : run.prose.map(({ type }) => type).join(' '),
  );

describe('runs of prose', () => {
  it('gathers what stands together and keeps blocks apart, in order', () => {
    expect(
      shape(
        '<Greeting mi="Kia ora" />\n\nWords.\n\n## Heading\n\n- list\n\n> quote\n\n<Contact id="desk" />\n\n<Contact id="desk" />\n\nWords.',
      ),
    ).toEqual(['Greeting', 'paragraph heading list quote', 'Contact', 'Contact', 'paragraph']);
  });

  it('loses and adds nothing', () => {
    const nodes = parse('A.\n\nB.\n\n<Contact id="desk" />\n\nC.');
    const runs = proseRuns(nodes);
    expect(runs.flatMap<Flow>((run) => ('block' in run ? [run.block] : run.prose))).toEqual(nodes);
  });

  it('makes nothing of nothing', () => {
    expect(proseRuns([])).toEqual([]);
  });
});
