import { tableSums } from '../../../src/delivery/moving/table-sums.ts';
import { trailState } from '../../../src/delivery/trail/read-trail.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { jsonFlag } from '../../command-line/command-words.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { print, printJson } from '../../command-line/print.ts';
import { describeSums } from '../../reports/describe-sums.ts';
import { withStore } from '../../sending/with-store.ts';

/** The fault as a part of a sentence. */
const withoutStop = (fault: string) => `the audit trail: ${fault.replace(/\.$/, '')}`;

export const examples = [
  ['store verify', 'look whether the store is sound, and print what it holds'],
] as const;

export default defineCommand({
  args: { json: jsonFlag },
  async run({ args }) {
    const found = await withStore(readSettings(), (store) => ({
      faults: [...store.faults(), ...trailState(store).faults.map(withoutStop)],
      tables: tableSums(store),
    }));
    if (args.json) printJson(found);
    else {
      print(describeSums(found.tables));
      for (const fault of found.faults) print(`The store is damaged: ${fault}.\n`);
      if (found.faults.length === 0) print('The store is sound.\n');
    }
    return found.faults.length > 0 ? 1 : 0;
  },
});
