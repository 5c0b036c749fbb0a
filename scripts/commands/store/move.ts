import { moveStore } from '../../../src/delivery/moving/move-store.ts';
import { describePlace } from '../../../src/delivery/store/postgres/open-postgres.ts';
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
    print(describeSums(moveStore(data, to.data, now)));
    print(
      `Moved to the database ${describePlace(to.data)}; every count and hash is the same there.\n` +
        'Set PANUI_DATABASE_URL to its address wherever Pānui runs. What was here is kept as panui.db.moved.\n',
    );
  },
});
