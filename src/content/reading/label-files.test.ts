import { describe, expect, it } from 'vitest';
import { textOf } from '../../../emails/text/flow.ts';
import type { Document } from '../content.ts';
import { correction, edition, writeContent } from '../../testing/content/write-content.ts';
import { readContent } from './read-content.ts';
import { fileSize } from '../../files/content-file.ts';
import { jpeg, png } from '../../testing/content/pictures.ts';

const letter = async (body: string, files: Record<string, string | Buffer>) => {
  const folder = await writeContent({ 'newsletters/2026-05-08.mdx': edition(body), ...files });
  const content = await readContent(folder);
  const [newsletter] = content.newsletters;
  if (!newsletter) throw new Error('There is no newsletter.');
  return { content, words: said(newsletter, content) };
};

const said = ({ body }: Document<unknown>, content: Awaited<ReturnType<typeof readContent>>) =>
  textOf(body, {
    content,
    audience: undefined,
    level: 2,
    asAt: '2026-05-08',
    pageUrl: 'https://a.example/newsletters/2026-05-08/',
  });

it('is said in lines that end in one place for pages and mail programs', async () => {
  const { words } = await letter('One\u2028**two**\u2029 [three\u2028four](/guidance/).', {});
  expect(words).not.toMatch(/[\u2028\u2029]/);
  expect(words).toMatch(/One \*?two\*? +three four/);
});

describe('a link to a file', () => {
  it('says what the file is and how big, wherever it stands', async () => {
    const { words } = await letter(
      'Read [the rules](/files/rules.pdf#page=2).\n\n- **[The form](/files/form.docx)**\n\n> [The dates](/files/dates.csv)\n\n<For audience="schools">\n\n<Button to="/files/rules.pdf" label="Read the rules" />\n\n</For>',
      {
        'files/rules.pdf': Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(459_900)]),
        'files/form.docx': Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(1_250_000)]),
        'files/dates.csv': 'Date,Term\n',
      },
    );
    expect(words).toMatchInlineSnapshot(`
      "Read the rules [PDF, 460 KB].
        the rules [PDF, 460 KB]:
        https://a.example/files/rules.pdf#page=2

      - The form [Word, 1.3 MB]
          https://a.example/files/form.docx

          The dates [CSV, 1 KB]:
          https://a.example/files/dates.csv

      Read the rules [PDF, 460 KB]:
      https://a.example/files/rules.pdf"
    `);
  });

  it('says it in a correction too', async () => {
    const folder = await writeContent({
      'newsletters/2026-05-08.mdx': edition(
        '<Item id="invoices" title="Invoices" action="for-information">\n\nSend them.\n\n</Item>',
      ),
      'corrections/2026-05-12-invoice-date.mdx': correction('Read [the rules](/files/rules.pdf).'),
      'files/rules.pdf': Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(459_900)]),
    });
    const content = await readContent(folder);
    expect(content.corrections.map((one) => said(one, content))).toEqual([
      expect.stringContaining('Read the rules [PDF, 460 KB].'),
    ]);
  });

  it('never says that a file is smaller than it is', () => {
    expect(
      [0, 1, 999, 1000, 1001, 459_908, 999_000, 999_001, 1_000_000, 1_040_000].map(fileSize),
    ).toEqual([
      '1 KB',
      '1 KB',
      '1 KB',
      '1 KB',
      '2 KB',
      '460 KB',
      '999 KB',
      '1 MB',
      '1 MB',
      '1.1 MB',
    ]);
  });
});

describe('a picture', () => {
  it('has its size read from the file, PNG and JPEG alike', async () => {
    const { content } = await letter('Hi.', {
      'files/steps.png': png(640, 320),
      'files/hui.jpg': jpeg(1200, 800, [[0x0112, 1]]),
    });
    expect(content.files.get('steps.png')?.pixels).toEqual({ width: 640, height: 320 });
    expect(content.files.get('hui.jpg')?.pixels).toEqual({ width: 1200, height: 800 });
  });
});
