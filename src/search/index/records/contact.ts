import type { Content } from '../../../content/content.ts';
import { paths } from '../../../content/paths.ts';
import { publication } from '../../../publication/site.ts';
import type { SearchRecord } from '../search-record.ts';
import { ended } from '../searched-words.ts';

/** Every contact, also by its number and address. */
export function contactRecords({ contacts }: Content): SearchRecord[] {
  return [...contacts].map(([id, contact]) => {
    const { name, summary, phone, phoneNote, email, hours, purposes, audiences } = contact;
    return {
      url: paths.contact(id),
      title: name,
      kind: 'contact',
      audiences,
      note: [phone, email].filter(Boolean).join(', ') || publication().organisation.en,
      words: [summary, ...purposes, phoneNote ?? '', hours ?? '']
        .filter(Boolean)
        .map(ended)
        .join(' '),
      aliases: [phone ?? '', phone?.replaceAll(' ', '') ?? '', email ?? ''].filter(Boolean),
      precedence: 'reference' as const,
    };
  });
}
