import type { Content } from '../../../content/content.ts';
import { paths } from '../../../content/paths.ts';
import { publication } from '../../../publication/site.ts';
import type { SearchRecord } from '../search-record.ts';
import { ended, personWords } from '../searched-words.ts';

/** Every contact, also by its number and address. */
export function contactRecords({ contacts }: Content): SearchRecord[] {
  return [...contacts].map(([id, contact]) => {
    const { name, mi, people, summary, phone, phoneNote, email, hours, purposes, audiences } =
      contact;
    return {
      url: paths.contact(id),
      title: name,
      kind: 'contact',
      audiences,
      note: [phone, email].filter(Boolean).join(', ') || publication().organisation.en,
      words: [
        mi ?? '',
        summary,
        ...people.map(personWords),
        ...purposes,
        phoneNote ?? '',
        hours ?? '',
      ]
        .filter(Boolean)
        .map(ended)
        .join(' '),
      aliases: [{ phone, email }, ...people].flatMap((one) =>
        [one.phone ?? '', one.phone?.replaceAll(' ', '') ?? '', one.email ?? ''].filter(Boolean),
      ),
      precedence: 'reference' as const,
    };
  });
}
