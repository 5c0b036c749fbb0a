import { formatDate } from '../dates/format.ts';
import { changeKind, changeKinds, releaseSchema } from '../schemas/release.ts';
import { audienceIds } from '../publication/site.ts';
import type { Kind } from './skeleton.ts';
import { slugOf } from './slug-of.ts';
import { writeFrontMatter } from '../document/write/write-front-matter.ts';

/** A release of a system, with a change of each kind. */
export const release: Kind<'releases'> = {
  collection: 'releases',
  word: 'release',
  name: { is: 'system', example: 'AS-CMS' },
  another: 'choose another day with --on',
  begin({ name, on }, { today }) {
    const day = on ?? today;
    const top = writeFrontMatter(
      releaseSchema,
      {
        state: 'draft',
        title: `${name} release of ${formatDate(day)}`,
        system: name,
        effective: day,
        summary: 'TBC: what it is about, in one or two sentences.',
        audiences: [...audienceIds()],
        changes: changeKind.options.map((kind) => ({
          kind,
          text: `TBC: what is ${changeKinds[kind].toLowerCase()}, in plain words.`,
        })),
      },
      {
        audiences: 'Who notices it: take out who does not.',
        changes:
          'One for each change; take out the kinds that it does not have. One that mends known issues takes knownIssues: [ki-001] too.',
      },
    );
    const parts = [top, 'TBC: say what the release means for the people who use it.'];
    return { id: `${slugOf(name)}-${day}`, day, parts };
  },
};
