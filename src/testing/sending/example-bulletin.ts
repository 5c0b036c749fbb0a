import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  hashBulletin,
  unsubscribePlaceholder,
  type Bulletin,
  type BulletinWords,
} from '../../schemas/bulletin.ts';
import { audienceById, publication } from '../../publication/site.ts';
import { bulletinFile } from '../../delivery/bulletins/list-bulletins.ts';
import { sourceSumsFile } from '../../delivery/bulletins/read-sources.ts';

const webUrl = 'https://news.example/newsletters/2026-05-08/providers/';

/* What every bulletin must carry, in both parts. */
const foot = [webUrl, '/contacts/', '/privacy/', '/copyright/', publication().postalAddress];

/** A small bulletin with its right hash, for tests that need one without a build. */
export function exampleBulletin(changes: Partial<BulletinWords> = {}): Bulletin {
  const { audience = 'providers' } = changes;
  const words: BulletinWords = {
    edition: '2026-05-08',
    audience,
    title: 'Attendance Service Newsletter',
    subject: 'Pānui: invoices due 15 May — ngā mihi',
    preheader: 'Send your quarter 1 invoice.',
    from: { name: publication().sender.name, address: publication().sender.address },
    listId: audienceById(audience).listId,
    webUrl,
    legal: [],
    html: `<!doctype html>\n<html lang="en-NZ" dir="ltr"><title>News</title>\n<p>Kia ora koutou, ngā mihi o te tau hōu.</p>\n<a href="${unsubscribePlaceholder}">Stop</a>\n<p>${foot.join(' ')}</p></html>\n`,
    text: `Kia ora koutou, ngā mihi o te tau hōu.\n\nStop: ${unsubscribePlaceholder}\n${foot.join('\n')}\n`,
    ...changes,
  };
  return { ...words, hash: hashBulletin(words) };
}

/** Leaves a bulletin under the folder `out` as the build does, made of nothing. */
export async function writeExampleBulletin(out: string, bulletin: Bulletin): Promise<string> {
  const { edition, audience } = bulletin;
  const file = bulletinFile(out, edition, audience);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(bulletin));
  await writeFile(bulletinFile(out, edition, audience, 'mjml'), '<mjml></mjml>\n');
  await writeFile(sourceSumsFile(out, edition), '{}\n');
  return file;
}
