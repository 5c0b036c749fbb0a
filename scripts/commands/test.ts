import { relative } from 'node:path';
import { maskAddress } from '../../src/delivery/list-files/address.ts';
import { testOrder } from '../../src/delivery/orders/test-edition.ts';
import { readSettings } from '../../src/settings/settings.ts';
import {
  audienceFlag,
  editionWord,
  jsonFlag,
  parseEdition,
  parseList,
} from '../command-line/command-words.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { wordOrInput } from '../command-line/read-address.ts';
import { print, printJson } from '../command-line/print.ts';
import { openTransport } from '../../src/delivery/orders/open-transport.ts';

export const examples = [
  [
    'test newest --audience providers --to you@ministry.example',
    'write one message marked [TEST] into the outbox',
  ],
  [
    'test newest --audience providers --to you@ministry.example --via resend',
    'really send it, to this one address',
  ],
] as const;

export default defineCommand({
  args: {
    edition: editionWord,
    audience: audienceFlag,
    to: {
      type: 'string',
      required: true,
      valueHint: 'ADDRESS',
      description: 'who gets it; - reads it from standard input',
    },
    via: {
      type: 'enum',
      options: ['outbox', 'resend'],
      default: 'outbox',
      description: 'how: outbox writes a file and reaches nobody',
    },
    json: jsonFlag,
  },
  async run({ args }) {
    const settings = readSettings();
    const { bulletin, address, ...report } = await testOrder(settings, {
      edition: parseEdition(args.edition),
      audience: parseList(args.audience),
      to: await wordOrInput(args.to),
      transport: args.via === 'resend' ? await openTransport(settings) : undefined,
    });
    const { edition, audience } = bulletin;
    if (args.json) return printJson({ edition, audience, via: args.via, ...report });
    const where = report.file === undefined ? 'sent' : relative(process.cwd(), report.file);
    print(`"${report.subject}" to ${maskAddress(address)}: ${where}.\n`);
  },
});
