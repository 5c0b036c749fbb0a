import { glob, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/* Imports run one way, and one file knows each third party: the design's promise, held here. */

const sources = (await Array.fromAsync(glob('{emails,scripts,src}/**/*.{ts,astro}')))
  .filter((file) => !/\.test\.ts$|\/testing\/|\.d\.ts$/.test(file))
  .toSorted();

interface Import {
  file: string;
  /** A path from the top of the repository, or the name of a package. */
  target: string;
}

const imports: Import[] = [];
for (const file of sources) {
  const source = await readFile(file, 'utf8');
  // Types vanish when the code runs, so they tie nothing together.
  const found = source
    .replaceAll(/import type [^;]*;/g, '')
    .matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  for (const [, name = ''] of found) {
    const local = name.startsWith('.');
    imports.push({ file, target: local ? relative('.', join(dirname(file), name)) : name });
  }
}

const from = (room: string, target: RegExp) =>
  imports
    .filter((one) => one.file.startsWith(room) && target.test(one.target))
    .map((one) => `${one.file} → ${one.target}`);

describe('the rooms', () => {
  it('has read the sources', () => {
    expect(imports.length).toBeGreaterThan(200);
  });

  it.each([
    ['src/schemas', /^(emails|scripts)\/|^src\/(?!schemas|dates|publication|problems)/],
    ['src/dates', /^(emails|scripts)\/|^src\/(?!dates)/],
    ['src/blocks', /^(emails|scripts)\/|^src\/(components|layouts|pages|delivery|service|search)/],
    ['src/content', /^(emails|scripts)\/|^src\/(components|layouts|pages|delivery|service|search)/],
    [
      'src/delivery',
      /^astro|^(emails|scripts)\/|^src\/(components|layouts|pages|building|service)/,
    ],
    ['src/service', /^astro|^(emails|scripts)\/|^src\/(components|layouts|pages)/],
    ['src/components', /^(emails|scripts)\/|^src\/(pages|delivery|service)/],
    ['emails', /^scripts\/|^src\/(components|layouts|pages|delivery|service)/],
    ['src/calendar', /^astro|^scripts\/|^src\/(components|layouts|pages|delivery|service)/],
    [
      'src/skeletons',
      /^astro|^(emails|scripts)\/|^src\/(components|layouts|pages|delivery|service|search|building)/,
    ],
    ['src/hosting', /^scripts\/|^src\/(components|layouts|pages|delivery|service)/],
    [
      'src/editor-support',
      /^(emails|scripts)\/|^src\/(components|layouts|pages|delivery|service|search|building)/,
    ],
    ['src', /^scripts\//],
  ])('%s imports only from the rooms beneath it', (room, forbidden) => {
    expect(from(room, forbidden)).toEqual([]);
  });

  it.each([
    ['mjml', 'emails/render.ts'],
    ['astro/container', 'src/building/render-component.ts'],
    ['@resvg/resvg-js', 'src/share-images/draw-words.ts'],
    ['satteri', 'src/document/parse-body.ts', 'src/checks/parity/read-html.ts'],
    ['cborg', 'src/search/index/sort-index-files.ts'],
    [
      'yaml',
      'src/document/parse-yaml.ts',
      'src/checks/running/acknowledge.ts',
      'src/checks/reading/read-fields.ts',
      'src/skeletons/write-front-matter.ts',
    ],
    ['resend', 'src/delivery/transports/resend.ts'],
    ['pagefind', 'src/search/index/write-index.ts'],
    ['node:sqlite', 'src/delivery/store/store.ts'],
    ['csv-parse', 'src/delivery/lists/read-csv.ts'],
    ['@mdx-js/language-service', 'src/editor-support/check-block-types.ts'],
    ['typescript', 'src/editor-support/check-block-types.ts'],
    ['nodemailer/lib/mail-composer', 'src/delivery/messages/compose-message.ts'],
  ])('only one file knows %s for one purpose', (name, ...files) => {
    const users = imports.filter(({ target }) => target === name).map((one) => one.file);
    expect(new Set(users)).toEqual(new Set(files));
  });

  it('names no folder a drawer', async () => {
    expect(sources.filter((file) => /\/(utils?|helpers?|common|lib|misc)\//.test(file))).toEqual(
      [],
    );
  });
});
