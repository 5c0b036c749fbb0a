import { openStore } from '../../delivery/store/open-store.ts';
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import '../../content/reading/settings-site.ts';
import { exampleBulletin } from './example-bulletin.ts';
import { importList } from '../../delivery/lists/import-list.ts';
import { freeze } from '../../delivery/ledger/freeze.ts';
import { sealDispatch } from '../../delivery/ledger/seal.ts';

/* A process that takes in a long list and freezes it, with as little memory as the test gives it. */

const { data, people } = z
  .object({ data: z.string(), people: z.int() })
  .parse(JSON.parse(process.argv[2] ?? ''));

function* rows() {
  yield 'email,name,organisation,region,consent,source,date\n';
  for (let at = 0; at < people; at += 1) {
    yield `office${at}@kura-${at % 2500}.example,Office Manager,Kura ${at},Waikato,inferred,register,2026-01-12\n`;
  }
}

const now = new Date('2026-05-08T09:00:00+12:00');
mkdirSync(data, { recursive: true });
const csv = join(data, 'people.csv');
await writeFile(csv, rows());
const store = openStore({ data });
store.script('PRAGMA synchronous = OFF');
const { added } = await importList(store, 'providers', csv, now);
process.stdout.write(`${added} imported\n`);
const order = { bulletin: exampleBulletin(), siteUrl: 'https://news.example', expect: people, now };
const dispatch = freeze(store, order);
await sealDispatch(store, dispatch);
store.close();
process.stdout.write(`${dispatch.total} frozen\n`);
