import { formatDate } from '../../src/dates/format.ts';
import { localTimeAt } from '../../src/dates/new-zealand.ts';
import { countDeliveries, reasonToKeep } from '../../src/delivery/retention/count-deliveries.ts';
import { dueDispatches, type DueDispatch } from '../../src/delivery/retention/due-dispatches.ts';
import { readSettings, SettingsError } from '../../src/settings/settings.ts';
import { jsonFlag } from '../command-line/command-words.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { print, printJson } from '../command-line/print.ts';
import { withStore } from '../sending/with-store.ts';

export const examples = [
  [
    'retention --dry-run',
    'say of which dispatches the people would become counts, and change nothing',
  ],
  ['retention', 'delete who got what in dispatches that ended 12 months ago, and keep the figures'],
] as const;

export default defineCommand({
  args: {
    'dry-run': { type: 'boolean', description: 'say what would be done, and change nothing' },
    json: jsonFlag,
  },
  async run({ args }) {
    const { data, databaseUrl, now, nowGiven, keepDeliveries } = readSettings();
    const isDry = args['dry-run'];
    if (nowGiven && !isDry) {
      throw new SettingsError(
        'PANUI_NOW: expected nothing when something is deleted; found a time.',
      );
    }
    const found = await withStore({ data, databaseUrl }, async (store) => {
      const seen: Looked[] = [];
      for (const due of dueDispatches(store, now, keepDeliveries)) {
        const kept = (await reasonToKeep(store, data, due, isDry)) ?? null;
        if (kept === null && !isDry) countDeliveries(store, due, now);
        seen.push({ ...due, kept });
      }
      return seen;
    });
    if (args.json) printJson(found.map((one) => asJson(one, isDry)));
    else print(describe(found, isDry, keepDeliveries));
    return found.some(({ kept }) => kept !== null) ? 1 : 0;
  },
});

/** A dispatch, and why its people are kept though they are due. */
type Looked = DueDispatch & { kept: string | null };

const asJson = ({ edition, audience, finishedAt, people, kept }: Looked, isDry: boolean) => {
  const counted = !isDry && kept === null;
  return { edition, audience, finishedAt, people, kept, counted };
};

function describe(found: readonly Looked[], isDry: boolean, months: number): string {
  if (found.length === 0) {
    return `No dispatch that ended ${months} months ago or before still says who got it. Nothing to do.\n`;
  }
  const lines = found.map(({ edition, audience, finishedAt, people, kept }) => {
    const day = formatDate(localTimeAt(new Date(finishedAt)).slice(0, 10));
    const ended = `${edition} for ${audience}, ended ${day}: `;
    const whom = people === 1 ? '1 person' : `${people.toLocaleString('en-NZ')} people`;
    const becomes = isDry ? 'would become counts' : 'are counts now';
    return `${ended}${kept === null ? `${whom} ${becomes}` : `${whom} stay as they are; ${kept}`}.\n`;
  });
  const end = isDry
    ? 'Nothing was changed.'
    : 'The figures, the records and every no stay as they were.';
  return `${lines.join('')}${end}\n`;
}
