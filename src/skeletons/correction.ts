import { join } from 'node:path';
import { type Target, targetOf } from '../content/integrity/check-corrections.ts';
import { collections } from '../content/collections.ts';
import { formatDate } from '../dates/format.ts';
import { BadInput, type Problem } from '../problems/problem.ts';
import { type Correction, correctionSchema } from '../schemas/correction.ts';
import type { Kind, Shelf } from './skeleton.ts';
import { slugOf } from './slug-of.ts';
import { writeFrontMatter } from '../document/write/write-front-matter.ts';

/** A correction of an edition or of an item of it, for everybody who got it and nobody else. */
export const correction: Kind<'corrections'> = {
  collection: 'corrections',
  word: 'correction',
  name: { is: 'title', example: '"The due date for invoices"' },
  corrects: true,
  another: 'choose another title',
  begin({ name, on, corrects }, shelf) {
    if (!corrects) throw new Error('What a correction puts right should have been asked for.');
    const day = on ?? shelf.today;
    const { got } = findTarget(corrects, day, shelf);
    const { edition, item } = corrects;
    const top = writeFrontMatter(correctionSchema, {
      state: 'draft',
      title: name,
      date: day,
      corrects: item === undefined ? edition : `${edition}#${item}`,
      said: 'TBC: what it said, as a sentence, with the mistake in it.',
      now: 'TBC: what it says now, as a sentence.',
      bulletins: Object.fromEntries(
        got.map((audience) => [
          audience,
          {
            subject: 'Correction: TBC what is right, with its date',
            preheader: `TBC: what ${audience} have to know or do now, in 40 to 100 characters.`,
          },
        ]),
      ),
    });
    const file = join(shelf.folder, collections.newsletters.folder, `${edition}.mdx`);
    return {
      id: `${day}-${slugOf(name)}`,
      day,
      parts: [
        top,
        'TBC: say that you are sorry, and what to do if somebody has acted on it already.',
      ],
      audiences: got,
      alsoMend: file,
    };
  },
};

/** @throws {BadInput} where it does not exist, goes out later, or reached nobody */
function findTarget(corrects: Correction['corrects'], day: string, { content }: Shelf): Target {
  const refuse = (words: Omit<Problem, 'file'>) => {
    throw new BadInput([{ file: `--of ${Object.values(corrects).join('#')}`, ...words }]);
  };
  const target = targetOf(corrects, content.newsletters);
  if (!('got' in target)) return refuse(target);
  if (target.got.length === 0) {
    return refuse({
      expected: `somebody who got ${target.what} by email`,
      found: 'nobody',
      remedy: 'Put the edition right: the web is all that showed it.',
    });
  }
  if (day < corrects.edition) {
    return refuse({
      expected: `a correction dated on or after the edition, ${formatDate(corrects.edition)}`,
      found: formatDate(day),
      remedy: `Say --on ${corrects.edition} or a later day. If the edition has not gone out yet, mend it instead.`,
    });
  }
  return target;
}
