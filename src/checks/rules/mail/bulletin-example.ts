import {
  hashBulletin,
  unsubscribePlaceholder,
  type BulletinWords,
} from '../../../schemas/bulletin.ts';
import { audiences, sender, site } from '../../../publication/site.ts';

const webUrl = 'https://news.ministry.example/newsletters/2026-05-08/schools/';

const footer = [
  webUrl,
  unsubscribePlaceholder,
  '/privacy/',
  '/copyright/',
  '/contacts/#inbox',
  site.postalAddress,
];

/** The files of a small built bulletin, for the examples of rules that look at bulletins. */
export function bulletinFiles(changes: Partial<BulletinWords>): Readonly<Record<string, string>> {
  const words: BulletinWords = {
    edition: '2026-05-08',
    audience: 'schools',
    title: site.newsletter,
    subject: 'One thing to do',
    preheader: 'And one to know.',
    from: { name: sender.name, address: sender.address },
    listId: audiences.schools.listId,
    webUrl,
    legal: [],
    html: `<!doctype html><html lang="en-NZ" dir="auto"><title>News</title><div role="article" lang="en-NZ" dir="auto"><h1>News</h1><p>${footer.join(' ')}</p></div></html>`,
    text: `Kia ora\n\n${footer.join('\n')}\n`,
    ...changes,
  };
  const bulletin = { ...words, hash: hashBulletin(words) };
  return { 'dist/bulletins/2026-05-08/schools.json': JSON.stringify(bulletin) };
}
