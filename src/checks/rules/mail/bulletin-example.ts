import {
  hashBulletin,
  unsubscribePlaceholder,
  type BulletinWords,
} from '../../../schemas/bulletin.ts';
import { publication } from '../../../publication/site.ts';

const webUrl = 'https://news.ministry.example/newsletters/2026-05-08/schools/';

const links = [webUrl, unsubscribePlaceholder, '/privacy/', '/copyright/', '/contacts/#inbox'];

/**
 * The files of a small built bulletin, for the examples of rules that look at bulletins. It holds the
 * postal address of the publication, so an example asks for it when it is shown, not when it is loaded.
 */
export function bulletinFiles(changes: Partial<BulletinWords>): Readonly<Record<string, string>> {
  const footer = [...links, publication().postalAddress];
  const words: BulletinWords = {
    edition: '2026-05-08',
    audience: 'schools',
    title: 'Newsletter',
    subject: 'One thing to do',
    preheader: 'And one to know.',
    from: { name: 'News', address: 'news@ministry.example' },
    listId: 'schools.ministry.example',
    webUrl,
    legal: [],
    html: `<!doctype html><html lang="en-NZ" dir="auto"><title>News</title><div role="article" lang="en-NZ" dir="auto"><h1>News</h1><p>${footer.join(' ')}</p></div></html>`,
    text: `Kia ora\n\n${footer.join('\n')}\n`,
    ...changes,
  };
  const bulletin = { ...words, hash: hashBulletin(words) };
  return { 'dist/bulletins/2026-05-08/schools.json': JSON.stringify(bulletin) };
}
