import { expect, inject, it } from 'vitest';
import { z } from 'zod';
import { emptyFolder, addPeople } from '../../../testing/sending/test-run.ts';
import { openTestStore, testPlace } from '../../../testing/postgres/open-test-store.ts';
import { openEmbedded } from '../open-embedded.ts';
import { openStore } from '../open-store.ts';
import { beginThread } from './ask-thread.ts';
import { openPostgres } from './open-postgres.ts';
import { postgresStore } from './postgres-store.ts';

const server = inject('postgres');
const words = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    const { port } = new URL(server);
    return (error instanceof Error ? error.message : String(error))
      .replaceAll(port, 'PORT')
      .replaceAll(/\bt[0-9a-f]{20}\b/g, 'NAME');
  }
  return 'nothing';
};
const at = (change: (url: URL) => void): string => {
  const url = new URL(server);
  change(url);
  return url.href;
};
const named = (name: string) => at((url) => (url.pathname = `/${name}`));

it('says in words what is wrong with an address, and never its password', () => {
  const said = {
    'no server': words(() => openPostgres('postgres://panui:secret@127.0.0.1:1/panui')),
    'no machine': words(() => openPostgres('postgres://panui:secret@nowhere.invalid/panui')),
    'no database': words(() => openPostgres(named('none'))),
    'no user': words(() => openPostgres(at((url) => (url.username = 'stranger')))),
  };
  expect(JSON.stringify(said)).not.toContain('secret');
  expect(said).toMatchInlineSnapshot(`
    {
      "no database": "the database none at 127.0.0.1:PORT
      Expected a database that lets Pānui in.
      Found that it has no database of that name.
      Make one (\`createdb\`), or name another.

    1 problem. Nothing was changed.",
      "no machine": "the database panui at nowhere.invalid
      Expected a database that lets Pānui in.
      Found that there is no machine of that name.
      Mend PANUI_DATABASE_URL.

    1 problem. Nothing was changed.",
      "no server": "the database panui at 127.0.0.1:1: nothing answers there; start the server, or mend PANUI_DATABASE_URL",
      "no user": "the database postgres at 127.0.0.1:PORT
      Expected a database that lets Pānui in.
      Found that it does not let this user in.
      Look at the user of PANUI_DATABASE_URL.

    1 problem. Nothing was changed.",
    }
  `);
});

it('leaves the database of another project alone', () => {
  const admin = postgresStore(beginThread(server, 'write'), 'for tests');
  admin.script('CREATE DATABASE other_project');
  const other = postgresStore(beginThread(named('other_project'), 'write'), 'for tests');
  other.script('CREATE SCHEMA panui; CREATE TABLE panui.things (id int)');
  expect(words(() => openPostgres(named('other_project')))).toMatchInlineSnapshot(`
    "the database other_project at 127.0.0.1:PORT
      Expected an empty database, or one with the store of Pānui in its schema "panui".
      Found a schema "panui" with other tables.
      Name another database in PANUI_DATABASE_URL; nothing in this one was changed.

    1 problem. Nothing was changed."
  `);
  admin.close();
  other.close();
});

it('refuses tables of a newer version, and stops writing when another machine brings one', () => {
  const data = emptyFolder();
  const store = openTestStore(data);
  const newer = openTestStore(data);
  newer.script('UPDATE tables_version SET version = 1000');
  expect(words(() => addPeople(store, 1))).toMatchInlineSnapshot(
    `"the database NAME at 127.0.0.1:PORT: its tables were brought to another version while this program had it open; start the program again, in that version"`,
  );
  expect(words(() => openTestStore(data))).toMatchInlineSnapshot(`
    "the database NAME at 127.0.0.1:PORT
      Expected the store of this version of Pānui.
      Found the store of a newer version.
      Run the newer version of Pānui on every machine; nothing was changed.

    1 problem. Nothing was changed."
  `);
  store.close();
  newer.close();
});

it('takes no empty database for a new beginning beside an embedded store', () => {
  const data = emptyFolder();
  openEmbedded(data).close();
  const admin = postgresStore(beginThread(server, 'write'), 'for tests');
  admin.script('CREATE DATABASE fresh_one');
  admin.close();
  const found = words(() => openStore({ data, databaseUrl: named('fresh_one') }));
  expect(found.replaceAll(data, 'DATA')).toMatchInlineSnapshot(`
    "the database fresh_one at 127.0.0.1:PORT
      Expected the store that this folder already has.
      Found a database without tables, and DATA/panui.db.
      Carry it over with \`npm run -s panui -- store move --to postgres://…\`, or leave PANUI_DATABASE_URL away.

    1 problem. Nothing was changed."
  `);
});

it('connects again after the connection was lost, and keeps nothing of a change cut short', () => {
  const place = testPlace(emptyFolder());
  const store = openStore(place);
  const other = openStore(place);
  const cut = () =>
    other.script(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  const begun = words(() =>
    store.transaction(() => {
      addAlone(1);
      cut();
      addAlone(2);
    }),
  );
  function addAlone(id: number) {
    store.change(
      `INSERT INTO subscribers (id, address, created_at) VALUES ($id, $address, 'now')`,
      {
        id,
        address: `p${id}@kura.example`,
      },
    );
  }
  expect(begun).toMatchInlineSnapshot(
    `"the database NAME at 127.0.0.1:PORT: the connection was lost; when it is there again, run the same command again"`,
  );
  expect(store.rows(z.unknown(), 'SELECT 1 FROM subscribers')).toEqual([]);
  addAlone(3);
  expect(store.rows(z.unknown(), 'SELECT 1 FROM subscribers')).toHaveLength(1);
  store.close();
  other.close();
});

it('has the same tables and columns as the embedded store', () => {
  const embedded = openEmbedded(emptyFolder());
  const shared = openTestStore(emptyFolder());
  const columns = z.object({ name: z.string(), column: z.string() });
  const ours = embedded.rows(
    columns,
    `SELECT t.name AS name, c.name AS "column" FROM sqlite_schema t, pragma_table_info(t.name) c
     WHERE t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite%' ORDER BY 1, 2`,
  );
  const theirs = shared.rows(
    columns,
    `SELECT table_name AS name, column_name AS "column" FROM information_schema.columns
     WHERE table_schema = 'panui' AND table_name <> 'tables_version' AND column_name <> 'rowid'
     ORDER BY 1, 2`,
  );
  const sorted = (rows: z.output<typeof columns>[]) =>
    rows.map(({ name, column }) => `${name}.${column}`).toSorted();
  expect(sorted(theirs)).toEqual(sorted(ours));
  embedded.close();
  shared.close();
});
