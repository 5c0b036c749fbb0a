import { listSizes } from '../../../src/delivery/lists/list-sizes.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { jsonFlag } from '../../command-line/command-words.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { print, printJson } from '../../command-line/print.ts';
import { withStore } from '../../sending/with-store.ts';

export const examples = [
  ['lists', 'how many people get each bulletin'],
  ['lists import providers providers.csv', 'take people in'],
] as const;

export default defineCommand({
  args: { json: jsonFlag },
  async run({ args }) {
    const sizes = await withStore(readSettings(), listSizes);
    if (args.json) return printJson(sizes);
    const width = Math.max(...sizes.map(({ list }) => list.length));
    const lines = sizes.map(({ list, subscribed, restored, ...gone }) => {
      const back = restored > 0 ? ` (${restored} put back after a bounce)` : '';
      const parts = Object.entries(gone).filter(([, count]) => count > 0);
      const numbers = [
        `${subscribed} subscribed${back}`,
        ...parts.map(([why, count]) => `${count} ${why}`),
      ];
      return `${list.padEnd(width)}  ${numbers.join(', ')}\n`;
    });
    print(lines.join(''));
  },
});
