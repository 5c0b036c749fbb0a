import type { LineAt } from '../../document/line-finder.ts';
import type { Flow } from '../../document/tree.ts';
import type { Newsletter } from '../../schemas/newsletter.ts';
import type { Audience } from '../../publication/site.ts';
import type { Content } from '../content.ts';
import { correctionName, correctionText } from './correction-text.ts';
import { paths } from '../paths.ts';

/** What bulletins are made of, one for each of its audiences: an edition, or a correction to one. */
export interface Mailing {
  kind: 'edition' | 'correction';
  /** What names it and its bulletins. */
  id: string;
  /** The absolute path of its file, and the lines of its front matter and of its text. */
  file: string;
  lineOf: (path: readonly PropertyKey[]) => number;
  lineAt: LineAt;
  title: string;
  /** YYYY-MM-DD */
  date: string;
  bulletins: Newsletter['bulletins'];
  /** What its author wrote. */
  body: readonly Flow[];
  /**
   * All that it says, made of what its author wrote, before it is cut to what one reader gets.
   * `undefined` stands for everybody.
   */
  whole: (body: readonly Flow[], audience: Audience | undefined) => readonly Flow[];
  /** The page that says the same. */
  page: (audience: Audience) => string;
}

/** An edition as something that is mailed. */
export const editionMailing = ({
  id,
  file,
  lineOf,
  lineAt,
  data,
  body,
}: Content['newsletters'][number]): Mailing => ({
  kind: 'edition',
  id,
  file,
  lineOf,
  lineAt,
  title: data.title,
  date: data.date,
  bulletins: data.bulletins,
  body,
  whole: (written) => written,
  page: (audience) => paths.newsletterFor(id, audience),
});

/** A correction as something that is mailed. */
export const correctionMailing = (
  correction: Content['corrections'][number],
  content: Content,
): Mailing => ({
  kind: 'correction',
  id: correction.id,
  file: correction.file,
  lineOf: correction.lineOf,
  lineAt: correction.lineAt,
  title: correctionName(correction),
  date: correction.data.date,
  bulletins: correction.data.bulletins,
  body: correction.body,
  whole: (body, audience) => correctionText(correction, body, content, audience),
  page: (audience) => paths.correctionFor(correction.id, audience),
});

/** Everything that is mailed. */
export const mailingsOf = (content: Content): Mailing[] => [
  ...content.newsletters.map(editionMailing),
  ...content.corrections.map((correction) => correctionMailing(correction, content)),
];

/**
 * The edition or correction called `id`.
 * @throws if there is none: bulletins are named by what they were made of, so that is a fault of ours
 */
export function mailingById(content: Content, id: string): Mailing {
  const edition = content.newsletters.find((one) => one.id === id);
  if (edition) return editionMailing(edition);
  const correction = content.corrections.find((one) => one.id === id);
  if (correction) return correctionMailing(correction, content);
  throw new Error(`No edition or correction "${id}" to make a bulletin of.`);
}
