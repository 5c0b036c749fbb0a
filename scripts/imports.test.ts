import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findCircles } from '../src/testing/sources/find-circles.ts';
import { importsOf, isForTests, readSourceFiles } from '../src/testing/sources/read-imports.ts';
import { readRooms, roomOf } from '../src/testing/sources/read-rooms.ts';

/* Imports go as the table in CONTRIBUTING says, and one file knows each third party: held here. */

const sources = await readSourceFiles();
const rooms = readRooms(await readFile('CONTRIBUTING.md', 'utf8'));
const imports = [...sources]
  .filter(([file]) => !isForTests(file) && !file.endsWith('.css'))
  .flatMap(([file, source]) => importsOf(file, source));
const own = imports.filter(({ target }) => sources.has(target));
/* Asked for once a file, and not once an import: a row of the table is looked up for each of them. */
const roomByFile = new Map([...sources.keys()].map((file) => [file, roomOf(file, rooms)]));
const inRoom = (file: string) => roomByFile.get(file);
const importsByFile = Map.groupBy(own, ({ file }) => file);

describe('the table of rooms', () => {
  it('has a row for every file', () => {
    expect([...sources.keys()].filter((file) => !inRoom(file))).toEqual([]);
  });

  it('has files for every row', () => {
    const places = rooms.flatMap((room) => room.places);
    const files = [...sources.keys()];
    expect(places.filter((place) => !files.some((file) => file.startsWith(place)))).toEqual([]);
    expect(rooms.length).toBeGreaterThan(20);
  });

  it('names rooms that it has, each place once', () => {
    const places = rooms.flatMap((room) => room.places);
    expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
    const names = new Set([...rooms.map(({ name }) => name), 'everything']);
    const unknown = rooms.flatMap(({ name, mayImport }) =>
      mayImport.filter((one) => !names.has(one)).map((one) => `${name}: ${one}`),
    );
    expect(unknown).toEqual([]);
  });

  it('allows every import there is', () => {
    const refused = own.flatMap(({ file, target }) => {
      const [from, to] = [inRoom(file), inRoom(target)];
      const isAllowed =
        from === to ||
        (to && from?.mayImport.some((name) => [to.name, 'everything'].includes(name)));
      return isAllowed ? [] : [`${file} → ${target}`];
    });
    expect(refused).toEqual([]);
  });

  it('allows none that nobody needs', () => {
    const byRoom = Map.groupBy(own, ({ file }) => inRoom(file));
    const unused = rooms.flatMap((room) => {
      const used = new Set(byRoom.get(room)?.map(({ target }) => inRoom(target)?.name));
      return room.mayImport
        .filter((name) => name !== 'everything' && !used.has(name))
        .map((name) => `${room.name}: ${name}`);
    });
    expect(unused).toEqual([]);
  });

  it('leads up and never down, but to what benches share with tests', () => {
    const names = rooms.map(({ name }) => name);
    const down = rooms.flatMap(({ name, mayImport }) =>
      mayImport
        .filter((one) => names.indexOf(one) > names.indexOf(name))
        .map((one) => `${name}: ${one}`),
    );
    expect(down).toEqual(['scripts: testing']);
  });
});

describe('imports', () => {
  it('name files that exist', () => {
    const missing = imports.filter(
      ({ target }) => /^(emails|scripts|src)\//.test(target) && !sources.has(target),
    );
    expect(missing).toEqual([]);
    expect(imports.length).toBeGreaterThan(2000);
  });

  it('go in circles only where a tree is parsed or rendered', () => {
    const circles = findCircles(
      new Map(
        [...importsByFile].map(([file, targets]) => [file, targets.map(({ target }) => target)]),
      ),
    );
    expect(circles).toEqual([
      // The plain text of blocks that hold text.
      ['emails/text/blocks.ts', 'emails/text/flow.ts'],
      // What the checks read of blocks that hold text.
      [
        'src/checks/reading/read-block.ts',
        'src/checks/reading/read-flow.ts',
        'src/checks/reading/read-inline.ts',
        'src/checks/reading/read-page.ts',
      ],
      // The parser of text that holds blocks.
      [
        'src/document/build-block.ts',
        'src/document/describe-syntax-error.ts',
        'src/document/parse-block.ts',
        'src/document/parse-body.ts',
        'src/document/parse-flow.ts',
        'src/document/parse-inline.ts',
        'src/document/parse-table.ts',
        'src/document/refuse.ts',
      ],
      // The writer of lists within lists, and of bold within emphasis.
      ['src/document/write/write-flow.ts', 'src/document/write/write-list.ts'],
      ['src/document/write/write-inline.ts', 'src/document/write/write-marked.ts'],
    ]);
  });

  it('lead the search page to nothing that only Node has, nor to a package', () => {
    const reached = new Set([...sources.keys()].filter((file) => isOfSearchPage(file)));
    for (const file of reached)
      for (const { target } of importsByFile.get(file) ?? []) reached.add(target);
    const outside = imports.filter(({ file, target }) => reached.has(file) && !sources.has(target));
    expect(reached.size).toBeGreaterThan(20);
    expect(new Set(outside.map(({ target }) => target))).toEqual(
      new Set(['/pagefind/pagefind.js']),
    );
  });

  it('lead the editor to nothing that only Node has, and to no package but these', () => {
    const isOfEditor = (file: string) => file.startsWith('src/desk/editor/') && !isForTests(file);
    const reached = new Set([...sources.keys()].filter(isOfEditor));
    for (const file of reached)
      for (const { target } of importsByFile.get(file) ?? []) reached.add(target);
    const outside = imports.filter(({ file, target }) => reached.has(file) && !sources.has(target));
    expect(reached.size).toBeGreaterThan(40);
    const names = new Set(outside.map(({ target }) => target));
    expect([...names].filter((name) => !/^(?:prosemirror-\w+|zod\/mini)/.test(name))).toEqual([]);
  });

  it.each([
    ['mjml', 'emails/render.ts', 'scripts/bench/bulletins.ts'],
    ['astro/container', 'src/rendering/render-component.ts'],
    ['@resvg/resvg-js', 'src/share-images/draw-words.ts'],
    [
      'satteri',
      'src/document/parse-body.ts',
      'src/checks/parity/read-html.ts',
      'src/importing/reading/parse-elements.ts',
    ],
    ['ical.js', 'src/calendar/calendar-file.ts'],
    ['cborg', 'src/search/index/sort-index-files.ts'],
    [
      'yaml',
      'src/document/yaml/parse-yaml.ts',
      'src/document/yaml/key-lines.ts',
      'src/document/yaml/yaml-values.ts',
      'src/document/write/edit-fields.ts',
      'src/document/write/to-yaml.ts',
    ],
    ['resend', 'src/delivery/transports/resend.ts'],
    ['pagefind', 'src/search/index/write-index.ts'],
    ['node:sqlite', 'src/delivery/store/open-embedded.ts'],
    ['pg', 'src/delivery/store/postgres/connection-thread.ts'],
    ['csv-parse', 'src/delivery/list-files/read-csv.ts'],
    ['@mdx-js/language-service', 'src/editor-support/check-block-types.ts'],
    ['typescript', 'src/editor-support/check-block-types.ts'],
    ['nodemailer/lib/mail-composer', 'src/delivery/messages/compose-message.ts'],
  ])('let only one file know %s for one purpose', (name, ...files) => {
    const users = imports.filter(({ target, isType }) => target === name && !isType);
    expect(new Set(users.map(({ file }) => file))).toEqual(new Set(files));
  });
});

const isOfSearchPage = (file: string) =>
  file.startsWith('src/search/browser/') && !file.endsWith('.test.ts');
