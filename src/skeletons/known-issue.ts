import { issueStatus, knownIssueSchema } from '../schemas/known-issue.ts';
import { audienceIds } from '../publication/site.ts';
import { expectContact } from './choose-contact.ts';
import type { Kind } from './skeleton.ts';
import { writeFrontMatter } from '../document/write/write-front-matter.ts';

/** A known issue, under the next number. */
export const knownIssue: Kind<'knownIssues'> = {
  collection: 'knownIssues',
  word: 'known-issue',
  name: { is: 'title', example: '"A case is missing from my list"' },
  another: 'run this again for the next number',
  begin({ name, on }, shelf) {
    const day = on ?? shelf.today;
    const contact = expectContact(shelf);
    const top = writeFrontMatter(
      knownIssueSchema,
      {
        state: 'draft',
        title: name,
        status: 'investigating',
        system: 'TBC: the system it happens in',
        area: 'TBC: the part of the system',
        audiences: [...audienceIds()],
        whatYouSee: 'TBC: the exact words or behaviour on the screen',
        doNow: 'TBC: what to do now, in one short sentence',
        firstReported: day,
        lastUpdated: day,
        reportTo: contact,
      },
      {
        status: `One of ${issueStatus.options.join(', ')}. Once a release mends it, add fixedIn: its file name.`,
        audiences: 'Who is affected: take out who is not.',
        reportTo: 'Whom to tell: the id of a contact in contacts.yaml.',
      },
    );
    const parts = [top, 'TBC: say what people can do until it is fixed, step by step.'];
    return { id: nextNumber(shelf.taken), day, parts };
  },
};

/** One more than the highest, so that a number never means two things: ki-008. */
function nextNumber(taken: ReadonlySet<string>): string {
  const numbers = [...taken].map((id) => Number(/^ki-(\d+)$/.exec(id)?.[1] ?? 0));
  return `ki-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}
