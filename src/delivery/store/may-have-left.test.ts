import { openStore } from './open-store.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { mayHaveLeft } from './may-have-left.ts';
import { migrations } from './migrations.ts';

const tried = '2026-05-07T21:00:00.000Z';

it('takes of an older store only those chunks for sent of which a byte may have left', () => {
  const data = mkdtempSync(join(tmpdir(), 'panui-'));
  const old = new DatabaseSync(join(data, 'panui.db'));
  const version = migrations.indexOf(mayHaveLeft);
  for (const step of migrations.slice(0, version)) old.exec(step);
  old.exec(`PRAGMA user_version = ${version};
    INSERT INTO dispatches (id, edition, audience, status, hash, bulletin, site_url, total, attempted, frozen_at)
    VALUES (1, '2026-05-08', 'providers', 'paused', 'h', '{}', 'https://news.example', 6, 1, '${tried}'),
      (2, '2026-05-08', 'schools', 'paused', 'h', '{}', 'https://news.example', 1, 1, '${tried}');`);
  const chunk = (dispatch: number, seq: number, status: string, attempts: number, maybe = 0) =>
    old.exec(`INSERT INTO chunks (dispatch, seq, first_position, last_position, people,
        idempotency_key, body_hash, status, attempts, first_attempt_at, next_attempt_at, owner,
        lease_until, maybe_sent)
      VALUES (${dispatch}, ${seq}, ${seq}, ${seq}, 1, 'key-${dispatch}-${seq}', 'hash', '${status}',
        ${attempts}, ${attempts > 0 ? `'${tried}'` : 'NULL'}, '${tried}', 'w', '${tried}', ${maybe});
      INSERT INTO attempts (dispatch, seq, number, owner, started_at, finished_at, outcome)
      SELECT ${dispatch}, ${seq}, 1, 'w', '${tried}', '${tried}', 'quota' WHERE ${attempts} > 0;`);
  chunk(1, 1, 'ready', 0);
  chunk(1, 2, 'ready', 3);
  chunk(1, 3, 'unknown', 1, 1);
  chunk(1, 4, 'accepted', 1);
  chunk(1, 5, 'sending', 1);
  chunk(1, 6, 'refused', 1);
  chunk(2, 1, 'ready', 1);
  old.close();
  const store = openStore({ data });
  const rows = store.rows(
    z.object({ seq: z.int(), at: z.string().nullable() }),
    'SELECT seq, may_have_left_at AS at FROM chunks WHERE dispatch = 1 ORDER BY seq',
  );
  expect(rows.filter(({ at }) => at !== null)).toEqual(
    [3, 4, 5].map((seq) => ({ seq, at: tried })),
  );
  expect(rows).toHaveLength(6);
  const attempted = store.rows(
    z.object({ attempted: z.int() }),
    'SELECT attempted FROM dispatches ORDER BY id',
  );
  expect(attempted).toEqual([{ attempted: 1 }, { attempted: 0 }]);
  const keys = store.rows(
    z.object({ key: z.string() }),
    'SELECT idempotency_key AS key FROM attempts WHERE dispatch = 1 ORDER BY seq',
  );
  expect(keys.map(({ key }) => key)).toEqual([2, 3, 4, 5, 6].map((seq) => `key-1-${seq}`));
  expect(store.rows(z.unknown(), 'PRAGMA foreign_key_check')).toEqual([]);
  store.close();
});
