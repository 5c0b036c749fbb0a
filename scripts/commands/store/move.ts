import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { atWork } from '../../../src/delivery/moving/at-work.ts';
import { copyStore } from '../../../src/delivery/moving/copy-store.ts';
import { openEmbedded } from '../../../src/delivery/store/open-embedded.ts';
import { describePlace, openPostgres } from '../../../src/delivery/store/postgres/open-postgres.ts';
import { BadInput } from '../../../src/problems/problem.ts';
import { databaseAddress, readSettings } from '../../../src/settings/settings.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { print } from '../../command-line/print.ts';
import { UsageError } from '../../command-line/usage-error.ts';
import { describeSums } from '../../reports/describe-sums.ts';

export const examples = [
  [
    'store move --to postgres://panui@db.example.govt.nz/panui',
    'carry lists and ledger into a database that several machines share',
  ],
] as const;

export default defineCommand({
  args: {
    to: {
      type: 'string',
      required: true,
      valueHint: 'postgres://…',
      description: 'the database, which holds no store yet',
    },
  },
  async run({ args }) {
    const { data, now } = readSettings();
    const to = databaseAddress.safeParse(args.to);
    if (!to.success) {
      throw new UsageError(['Expected --to postgres://user@host/database; found something else.']);
    }
    const from = openEmbedded(data);
    try {
      const busy = atWork(from, now);
      if (busy.length > 0) throw stillAtWork(join(data, 'panui.db'), busy);
      const target = openPostgres(to.data);
      try {
        if (target.rows(z.unknown(), anything).length > 0) throw notEmpty(describePlace(to.data));
        const sums = copyStore(from, target);
        print(describeSums(sums));
      } finally {
        target.close();
      }
    } finally {
      from.close();
    }
    // Whoever forgets the setting is refused, and does not begin with lists of yesterday.
    await rename(join(data, 'panui.db'), join(data, 'panui.db.moved'));
    print(
      `Moved to the database ${describePlace(to.data)}; every count and hash is the same there.\n` +
        'Set PANUI_DATABASE_URL to its address wherever Pānui runs. What was here is kept as panui.db.moved.\n',
    );
  },
});

const anything = `SELECT 1 FROM subscribers UNION ALL SELECT 1 FROM dispatches
  UNION ALL SELECT 1 FROM suppressions UNION ALL SELECT 1 FROM forgotten LIMIT 1`;

const stillAtWork = (file: string, busy: readonly string[]) =>
  new BadInput(
    busy.map((found) => ({
      file,
      expected: 'a store with which nothing is at work',
      found,
      remedy: 'Stop it, or wait for its end, then run the same command again; nothing was moved.',
    })),
  );

const notEmpty = (where: string) =>
  new BadInput([
    {
      file: `the database ${where}`,
      expected: 'a database that holds no store yet',
      found: 'people, a no, or dispatches',
      remedy: 'Name an empty database; nothing was moved.',
    },
  ]);
