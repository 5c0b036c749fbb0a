import { z } from 'zod';
import { acks } from './ack.ts';
import { audienceList } from './audience.ts';
import { contactId, day, knownIssueId, line, oneLine, releaseId, state } from './fields.ts';
import { orthography } from './orthography.ts';

/** What stage a known issue has reached, and the words readers see for it. */
export const issueStatuses = {
  investigating: 'Being investigated',
  workaround: 'Workaround available',
  'partly-fixed': 'Partly fixed',
  fixed: 'Fixed',
  'will-not-fix': 'Will not be fixed',
} as const;

export const issueStatus = z.enum(
  ['investigating', 'workaround', 'partly-fixed', 'fixed', 'will-not-fix'],
  { error: 'a status: investigating, workaround, partly-fixed, fixed or will-not-fix' },
);

export type IssueStatus = z.output<typeof issueStatus>;

/** Whether readers still need to know about it. */
export const isOpen = (status: IssueStatus) => status !== 'fixed' && status !== 'will-not-fix';

/** A fault that people meet: `content/known-issues/ki-001.mdx`. Its text is the workaround. */
export const knownIssueSchema = z
  .strictObject({
    title: line.describe(
      'The symptom, as the person who meets it would say it: “A case is missing from my list”.',
    ),
    status: issueStatus.describe(
      'What stage it has reached. From the day a release mends it, “fixed” or “partly-fixed”.',
    ),
    system: line.describe('The system it happens in: “AS-CMS”.'),
    area: line.describe('The part of the system: “Cases”, “Reports”.'),
    audiences: audienceList.describe('Who is affected.'),
    roles: z
      .array(oneLine)
      .default([])
      .describe('The roles affected, as the system names them: “Attendance Lead”.'),
    whatYouSee: line.describe(
      'The exact words or behaviour on the screen, as a sentence. People search for it.',
    ),
    cause: line.optional().describe('Why it happens, where that is known.'),
    firstReported: day.describe('When it was first reported.'),
    lastUpdated: day.describe(
      'The day on which you last looked at it. The checks ask you to look again after 30 days.',
    ),
    fixedIn: releaseId
      .optional()
      .describe(
        'The release that mends it, or part of it: the name of its file without the ending, “as-cms-2026-05-07”.',
      ),
    reportTo: contactId.describe('Whom to tell: an entry of contacts.yaml.'),
    aliases: z.array(oneLine).default([]).describe('Other words people search with.'),
    history: z
      .array(
        z.strictObject({
          date: day.describe('The day it happened.'),
          status: issueStatus.describe('The stage it then had reached.'),
          note: line.describe('What happened, as a sentence.'),
        }),
      )
      .default([])
      .describe('What happened and when, newest first.'),
    related: z
      .array(knownIssueId)
      .default([])
      .describe('Known issues that look like this one: names of files in known-issues.'),
    state,
    orthography,
    acks,
  })
  .describe('A fault that people meet. The text beneath the keys says what to do meanwhile.');

export type KnownIssue = z.output<typeof knownIssueSchema>;
