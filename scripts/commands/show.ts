import { readFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { composeMessage } from '../../src/delivery/compose-message.ts';
import { bulletinFile } from '../../src/delivery/list-bulletins.ts';
import { readBulletin } from '../../src/delivery/read-bulletin.ts';
import { BadInput } from '../../src/problem.ts';
import type { Bulletin } from '../../src/schemas/bulletin.ts';
import { readSettings, type Settings } from '../../src/settings.ts';
import { audienceFlag, editionWord, parseEdition, parseList } from '../command-words.ts';
import { print } from '../print.ts';

export const examples = [
  ['show newest --audience providers --as text', 'read the text part of the newest bulletin'],
  ['show 2026-05-08 --audience schools --as eml > sample.eml', 'open it in a mail program'],
] as const;

export default defineCommand({
  args: {
    edition: editionWord,
    audience: audienceFlag,
    as: {
      type: 'enum',
      options: ['html', 'text', 'mjml', 'json', 'eml'],
      default: 'text',
      description: 'the form to print; eml is a whole message to a sample subscriber',
    },
  },
  async run({ args }) {
    const settings = readSettings();
    const audience = parseList(args.audience);
    const bulletin = await readBulletin(settings.out, parseEdition(args.edition), audience);
    print(await inForm(args.as, bulletin, settings));
  },
});

/** Somebody at an example domain (RFC 2606), with a token that is nobody's. */
const sampleSubscriber = {
  name: 'Sample Subscriber',
  address: 'subscriber@kura.example',
  token: 'sample-subscriber-only',
};

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
