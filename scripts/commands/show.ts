import { readFile } from 'node:fs/promises';
import { composeMessage } from '../../src/delivery/messages/compose-message.ts';
import { bulletinFile } from '../../src/delivery/bulletins/list-bulletins.ts';
import { readBulletin } from '../../src/delivery/bulletins/read-bulletin.ts';
import { BadInput } from '../../src/problems/problem.ts';
import type { Bulletin } from '../../src/schemas/bulletin.ts';
import { readSettings, type Settings } from '../../src/settings/settings.ts';
import {
  audienceFlag,
  editionWord,
  parseEdition,
  parseList,
} from '../command-line/command-words.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { print } from '../command-line/print.ts';
import { UsageError } from '../command-line/usage-error.ts';

export const examples = [
  ['show newest --audience providers --as text', 'read the text part of the newest bulletin'],
  ['show 2026-05-08 --audience schools --as eml > sample.eml', 'open it in a mail program'],
  [
    'show newest --audience schools --as png --width 360 --dark > phone.png',
    'see it as a phone shows it at night',
  ],
] as const;

export default defineCommand({
  args: {
    edition: editionWord,
    audience: audienceFlag,
    as: {
      type: 'enum',
      options: ['html', 'text', 'mjml', 'json', 'eml', 'png'],
      default: 'text',
      description:
        'the form to print; eml is a whole message to a sample subscriber, png a picture',
    },
    width: {
      type: 'string',
      valueHint: '320…1200',
      default: '640',
      description: 'of a picture, in pixels',
    },
    dark: { type: 'boolean', description: 'draw the picture in dark colours' },
    inverted: {
      type: 'boolean',
      description: 'draw it as programs do that turn every colour about',
    },
    'images-off': {
      type: 'boolean',
      description: 'draw it as programs do that leave pictures out',
    },
  },
  async run({ args }) {
    const settings = readSettings();
    const audience = parseList(args.audience);
    const width = parseWidth(args.width);
    const bulletin = await readBulletin(settings.out, parseEdition(args.edition), audience);
    if (args.as !== 'png') return print(await inForm(args.as, bulletin, settings));
    const { drawBulletin } = await import('../reports/draw-bulletin.ts');
    const look = {
      width,
      dark: args.dark,
      inverted: args.inverted,
      images: args['images-off'] !== true,
    };
    process.stdout.write(await drawBulletin(bulletin.html, settings.out, look));
  },
});

/** Somebody at an example domain (RFC 2606), with a token that is nobody's. */
const sampleSubscriber = {
  name: 'Sample Subscriber',
  address: 'subscriber@kura.example',
  token: 'sample-subscriber-only',
};

function parseWidth(word: string): number {
  const width = Number(word);
  if (Number.isInteger(width) && width >= 320 && width <= 1200) return width;
  throw new UsageError([`Expected --width, a number of pixels from 320 to 1200; found "${word}".`]);
}

async function inForm(form: string, bulletin: Bulletin, settings: Settings): Promise<string> {
  switch (form) {
    case 'html':
      return bulletin.html;
    case 'json':
      return `${JSON.stringify(bulletin, null, 2)}\n`;
    case 'eml':
      return (await composeMessage(bulletin, sampleSubscriber, settings)).toString('utf8');
    case 'mjml':
      return readMjml(bulletin, settings.out);
    default:
      return bulletin.text;
  }
}

async function readMjml({ edition, audience }: Bulletin, out: string): Promise<string> {
  const file = bulletinFile(out, edition, audience, 'mjml');
  try {
    return await readFile(file, 'utf8');
  } catch {
    const remedy = 'Run `npm run -s panui -- build`, then try again.';
    throw new BadInput([
      { file, expected: 'the MJML of the bulletin', found: 'no such file', remedy },
    ]);
  }
}
