import { z } from 'zod';
import { acks } from './ack.ts';
import { audienceList, day, id, line } from './fields.ts';
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
export const knownIssueSchema = z.strictObject({
  /** The symptom, as the person who meets it would say it: "A case is missing from my list". */
  title: line,
  status: issueStatus,
  /** The system it happens in, such as "AS-CMS". */
  system: line,
  /** The part of the system: cases, contacts, reports, registration site. */
  area: line,
  /** Who is affected. */
  audiences: audienceList,
  /** The roles affected, as the system names them: Attendance Lead, Case Manager. */
  roles: z.array(line).default([]),
  /** The exact words or behaviour on the screen: people search for it. */
  whatYouSee: line,
  /** Why it happens, where that is known. */
  cause: line.optional(),
  /** When it was first reported. */
  firstReported: day,
  /** When this page last changed. */
  lastUpdated: day,
  /** The release that fixed it, or fixed part of it: the name of a file in releases. */
  fixedIn: id.optional(),
  /** Whom to tell: an id from contacts.yaml. */
  reportTo: id,
  /** Other words people search with. */
  aliases: z.array(line).default([]),
  /** What happened and when, newest first, with the status it then had. */
  history: z.array(z.strictObject({ date: day, status: issueStatus, note: line })).default([]),
  /** Known issues that look like this one: names of files in known-issues. */
  related: z.array(id).default([]),
  /** How te reo Māori is spelt here: left out, with macrons. */
  orthography,
  /** Warnings of the checks that stand, each with a reason. */
  acks,
});

export type KnownIssue = z.output<typeof knownIssueSchema>;
