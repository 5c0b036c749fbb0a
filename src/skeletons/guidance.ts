import { addDays } from '../dates/plain-date.ts';
import { guidanceSchema } from '../schemas/guidance.ts';
import { audienceIds } from '../publication/site.ts';
import { expectContact } from './choose-contact.ts';
import type { Kind } from './skeleton.ts';
import { slugOf } from './slug-of.ts';
import { writeFrontMatter } from '../document/write/write-front-matter.ts';
import { writeTag } from '../document/write/write-tag.ts';

/** A page of guidance: what a reader needs first, one principle, and whom to ask. */
export const guidance: Kind<'guidance'> = {
  collection: 'guidance',
  word: 'guidance',
  name: { is: 'title', example: '"Working with families"' },
  another: 'choose another title',
  begin({ name, on }, shelf) {
    const day = on ?? shelf.today;
    const owner = expectContact(shelf);
    const top = writeFrontMatter(
      guidanceSchema,
      {
        state: 'draft',
        title: name,
        summary: 'TBC: what it covers and for whom, in one or two sentences.',
        audiences: [...audienceIds()],
        topic: `TBC: the group it stands in${suchAs(shelf.content.guidance.map(({ data }) => data.topic))}`,
        owner,
        lastReviewed: day,
        nextReview: addDays(day, 365),
        changes: [{ date: day, note: 'First published.' }],
      },
      {
        audiences: 'Whom it is written for: take out who is not meant.',
        owner: 'Who keeps it true: the id of a contact in contacts.yaml.',
        nextReview: 'When somebody checks every sentence again.',
      },
    );
    const principle = writeTag(
      'Principle',
      { id: 'tbc-principle', title: 'TBC: the rule in two to five words' },
      'TBC: say what to do, and why. One rule for each principle.',
    );
    const parts = [
      top,
      'TBC: say first what most readers came to find out.',
      principle,
      '## Who to ask',
      'TBC: say when to get in touch, and what to have at hand.',
      writeTag('Contact', { id: owner }),
    ];
    return { id: slugOf(name), day, parts };
  },
};

/** ", such as AS-CMS or Home education": of what other pages have, so that a new one joins them. */
function suchAs(topics: readonly string[]): string {
  const [first, second] = new Set(topics.toSorted());
  if (first === undefined) return '';
  return `, such as ${second === undefined ? first : `${first} or ${second}`}`;
}
