import type { Content } from '../content.ts';
import { paths } from '../paths.ts';

/** An earlier wording of a guidance page, and where it is kept. */
export interface EarlierWording {
  /** The day until which it held, YYYY-MM-DD. */
  date: string;
  href: string;
}

/** The earlier wordings of a guidance page, newest first. */
export const earlierWordings = ({ earlierGuidance }: Content, id: string): EarlierWording[] =>
  earlierGuidance
    .map((document) => document.id.split('/'))
    .filter(([page]) => page === id)
    .map(([, date = '']) => ({ date, href: paths.earlierGuidance(id, date) }))
    .toSorted((a, b) => b.date.localeCompare(a.date));
