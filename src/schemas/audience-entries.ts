import { z } from 'zod';
import { audienceId } from './audience-id.ts';
import { line } from './fields.ts';

// RFC 2919, 3: a label of dot-atoms (RFC 5322, 3.2.3) before a domain, at most 255 characters.
const listId = z
  .string({ error: 'a list id' })
  .max(255, 'a list id of at most 255 characters')
  .regex(
    /^(?:[\w!#$%&'*+/=?^`{|}~-]+\.)+(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
    'a list id of a name and a domain of yours, such as schools.news.example.govt.nz (RFC 2919)',
  );

const entry = z.strictObject(
  {
    name: line.describe('In one word, for buttons and titles: “Schools”.'),
    longName: line.describe('In full: “Schools and kura”.'),
    listId: listId.describe('What mail programs know the list by. Keep it for good.'),
    why: line.describe('Why they get it, as a sentence; it stands at the end of every bulletin.'),
    public: z
      .enum(['yes', 'no'], { error: '"yes" or "no"' })
      .transform((word) => word === 'yes')
      .optional()
      .describe('Whether anybody may sign up for it on the site: “yes”. Each confirms it by mail.'),
  },
  { error: 'an audience with "name", "longName", "listId" and "why"' },
);

type Entry = z.output<typeof entry> & { id: string };

/** The audiences of a publication, each under its id; read as a list in the order of the file. */
export const audienceEntries = z
  .record(audienceId, entry, { error: 'an entry for each audience' })
  .refine((entries) => Object.keys(entries).length > 0, 'at least one audience')
  .superRefine((entries, context) => {
    const owners = new Map<string, string>();
    for (const [id, { listId: own }] of Object.entries(entries)) {
      // Compared without regard to case (RFC 2919, 6).
      const owner = owners.get(own.toLowerCase());
      if (owner === undefined) owners.set(own.toLowerCase(), id);
      else {
        context.addIssue({
          code: 'custom',
          path: [id, 'listId'],
          message: 'a list id that no other audience has',
          params: {
            found: `"${own}", which is also that of "${owner}"`,
            remedy: `Give "${id}" one of its own: programs take two lists of one id for the same list.`,
          },
        });
      }
    }
  })
  .transform((entries): readonly Entry[] =>
    Object.entries(entries).map(([id, one]) => ({ id, ...one })),
  );
