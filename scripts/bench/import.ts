import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importDocument, type Imported } from '../../src/importing/import-document.ts';
import { lostIn } from '../../src/importing/loss/compare-facts.ts';
import { randomBulletin } from '../../src/testing/importing/random-bulletin.ts';
import { renderAs, renderings, type Rendering } from '../../src/testing/importing/render-as.ts';
import { writeContent } from '../../src/testing/content/write-content.ts';

const corpus = 'src/testing/importing';
const seeds = 50;

interface Sum {
  documents: number;
  items: number;
  wantedItems: number;
  right: number;
  wrong: number;
  missing: number;
  sentences: number;
  lost: number;
  milliseconds: number;
}

/**
 * How well imports understand bulletins: items found, blocks that are those of the reviewed drafts, blocks that are
 * not, and sentences lost, over the corpus in every format; then over random bulletins. Ends with 1 where anything
 * is lost or wrong.
 */
export default async function benchImport(): Promise<void> {
  const content = await writeContent({ 'newsletters/2026-05-08.mdx': undefined });
  const folder = await mkdtemp(join(tmpdir(), 'panui-bench-'));
  const now = new Date('2026-05-04T09:00:00+12:00');
  const draft = async (markdown: string, rendering: Rendering, sum: Sum): Promise<Imported> => {
    const path = join(folder, `source.${rendering}`);
    await writeFile(path, await renderAs(markdown, rendering));
    const start = performance.now();
    const imported = await importDocument(
      path,
      { as: 'newsletter' },
      { folder: content, now, write: false },
    );
    sum.milliseconds += performance.now() - start;
    sum.documents += 1;
    sum.sentences += imported.loss.sentences.count;
    sum.lost += lostIn(imported.loss).length;
    return imported;
  };
  try {
    let failed = false;
    for (const rendering of renderings) {
      const sum = empty();
      for (const file of await readdir(join(corpus, 'sources'))) {
        const name = file.replace('.md', '');
        // What only hands type is in Markdown alone.
        if (name === 'provider-newsletter' && rendering !== 'md') continue;
        const { mdx } = await draft(
          await readFile(join(corpus, 'sources', file), 'utf8'),
          rendering,
          sum,
        );
        compare(mdx, await readFile(join(corpus, 'expected', `${name}.mdx`), 'utf8'), sum);
      }
      console.log(`Corpus as ${rendering}: ${describe(sum)}`);
      failed ||= sum.lost + sum.wrong + sum.missing > 0;
    }
    for (const rendering of renderings) {
      const sum = empty();
      for (let seed = 0; seed < seeds; seed++) await draft(randomBulletin(seed), rendering, sum);
      console.log(
        `Random as ${rendering}: ${sum.documents} documents, ${sum.sentences} sentences, ${sum.lost} lost, ${mean(sum)} ms each`,
      );
      failed ||= sum.lost > 0;
    }
    if (failed) process.exitCode = 1;
  } finally {
    await rm(content, { recursive: true });
    await rm(folder, { recursive: true });
  }
}

const empty = (): Sum => ({
  documents: 0,
  items: 0,
  wantedItems: 0,
  right: 0,
  wrong: 0,
  missing: 0,
  sentences: 0,
  lost: 0,
  milliseconds: 0,
});

/** Counts the opening tags that both have, and those that only one has. */
function compare(made: string, wanted: string, sum: Sum): void {
  const tags = (mdx: string): string[] => mdx.match(/<[A-Z]\w*(?:\s+\w+="[^"]*")*\s*\/?>/g) ?? [];
  const open = tags(wanted);
  sum.wantedItems += open.filter((tag) => tag.startsWith('<Item')).length;
  for (const tag of tags(made)) {
    const at = open.indexOf(tag);
    if (at < 0) sum.wrong += 1;
    else {
      open.splice(at, 1);
      sum.right += 1;
      if (tag.startsWith('<Item')) sum.items += 1;
    }
  }
  sum.missing += open.length;
}

const mean = ({ milliseconds, documents }: Sum) => Math.round(milliseconds / documents);

const describe = (sum: Sum) =>
  `${sum.documents} documents, ${sum.items} of ${sum.wantedItems} items found, blocks ${sum.right} right, ${sum.wrong} wrong and ${sum.missing} missing, ${sum.lost} of ${sum.sentences} sentences lost, ${mean(sum)} ms each`;
