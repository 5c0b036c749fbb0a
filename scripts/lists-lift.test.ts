import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('panui.ts', import.meta.url));
const content = fileURLToPath(new URL('../content', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'panui-'));

function panui(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PANUI_CONTENT: content,
      PANUI_DATA: 'data',
      NODE_COMPILE_CACHE: join(tmpdir(), 'panui-compiled'),
    },
  });
  return { code: status, said: `${stdout}${stderr}` };
}

const lift = (...words: string[]) =>
  panui('lists', 'lift', ...words, '--by', 'Lead', '--reason', 'the wrong file');

it('panui lists lift undoes a wrong file of nos, and puts people back where they were', () => {
  const file = (name: string, rows: string[]) =>
    writeFileSync(join(folder, name), `email\n${rows.join('\n')}\n`);
  file('people.csv', ['a@kura.example', 'b@kura.example', 'c@kura.example']);
  file('staff.csv', ['a@kura.example', 'b@kura.example', 'nobody@kura.example']);
  expect(panui('lists', 'import', 'providers', 'people.csv').code).toBe(0);
  expect(panui('lists', 'suppress', 'staff.csv', '--reason', 'left').code).toBe(0);
  expect(lift()).toMatchInlineSnapshot(`
    {
      "code": 2,
      "said": "Expected either ADDRESS or --source TEXT.
    Nothing was changed. For help: npm run -s panui -- lists lift --help
    ",
    }
  `);
  expect(lift('a@kura.example', '--source', 'staff.csv')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "said": "Expected either ADDRESS or --source TEXT.
    Nothing was changed. For help: npm run -s panui -- lists lift --help
    ",
    }
  `);
  expect(lift('--source', 'staff.csv')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "said": "Expected --expect N with --source, how many you expect; found nothing.
    Nothing was changed. For help: npm run -s panui -- lists lift --help
    ",
    }
  `);
  expect(lift('--source', 'staff.csv', '--expect', '2')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "said": "nos from staff.csv
      Expected 2.
      Found 3.
      If that is right, say --expect 3.

    1 problem. Nothing was changed.
    ",
    }
  `);
  expect(lift('--source', 'other.csv', '--expect', '2')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "said": "nos from other.csv
      Expected 2.
      Found 0.
      Write the source as \`npm run -s panui -- lists show ADDRESS\` has it for somebody of the file.

    1 problem. Nothing was changed.
    ",
    }
  `);
  expect(lift('a@kura.example')).toMatchInlineSnapshot(`
    {
      "code": 0,
      "said": "a***@kura.example: 1 lifted. Put back on lists as before: 1. Whoever is on none can be imported again.
    ",
    }
  `);
  expect(lift('--source', 'staff.csv', '--expect', '2')).toMatchInlineSnapshot(`
    {
      "code": 0,
      "said": "nos from staff.csv: 2 lifted. Put back on lists as before: 1. Whoever is on none can be imported again.
    ",
    }
  `);
  expect(lift('a@kura.example')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "said": "a***@kura.example
      Expected somebody of whom \`lists suppress\` or an import kept a no.
      Found nothing kept.
      Look with \`npm run -s panui -- lists show ADDRESS\`.

    1 problem. Nothing was changed.
    ",
    }
  `);
  expect(panui('lists').said).toMatchInlineSnapshot(`
    "providers  3 subscribed
    schools    0 subscribed
    "
  `);
}, 60_000);
