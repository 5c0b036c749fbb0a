import { formatLongDate, formatTime } from '../../src/dates/format.ts';
import { localTimeAt } from '../../src/dates/new-zealand.ts';
import { describeAct } from '../../src/delivery/trail/describe-act.ts';
import { actsOf, trailState } from '../../src/delivery/trail/read-trail.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { editionWord, jsonFlag, parseEdition } from '../command-line/command-words.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { print, printJson } from '../command-line/print.ts';
import { withStore } from '../sending/with-store.ts';
import { listBulletins, newestBuiltEdition } from '../../src/delivery/bulletins/list-bulletins.ts';

export const examples = [
  ['trail', 'everything that anybody did, newest first, and whether it is as it was written'],
  ['trail 2026-05-08', 'what was done about one edition'],
] as const;

export default defineCommand({
  args: { edition: { ...editionWord, required: false }, json: jsonFlag },
  async run({ args }) {
    const { out, data, databaseUrl } = readSettings();
    const word = args.edition === undefined ? '' : parseEdition(args.edition);
    const newest = word === 'newest' ? newestBuiltEdition(await listBulletins(out)) : undefined;
    const edition = newest ?? word;
    const { acts, state } = await withStore({ data, databaseUrl }, (store) => ({
      acts: actsOf(store, { edition }),
      state: trailState(store),
    }));
    const { count, seal, faults } = state;
    if (args.json) printJson({ acts, ...state });
    else {
      for (const act of acts) print(`${act.id}  ${when(act.doneAt)}: ${describeAct(act)}\n`);
      if (acts.length === 0) print('Nothing was done yet.\n');
      for (const fault of faults) print(`\nThe trail was changed: ${fault}\n`);
      if (count > 0 && faults.length === 0) {
        print(`\n${count} kept, none changed since. Seal of the last: ${seal.slice(0, 16)}\n`);
      }
      print('Names are as people gave them: nobody checked them.\n');
    }
    return faults.length > 0 ? 1 : 0;
  },
});

/** "9:05am, Friday 8 May 2026" */
function when(moment: string): string {
  const time = localTimeAt(new Date(moment));
  return `${formatTime(time)}, ${formatLongDate(time.slice(0, 10))}`;
}
