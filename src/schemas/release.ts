import { z } from 'zod';
import { acks } from './ack.ts';
import { audienceList, day, id, line } from './fields.ts';
import { orthography } from './orthography.ts';

/** The kinds of change in a release, and the words readers see for them. */
export const changeKinds = {
  new: 'New',
  improved: 'Improved',
  fixed: 'Fixed',
  'partly-fixed': 'Partly fixed',
} as const;

export const changeKind = z.enum(['new', 'improved', 'fixed', 'partly-fixed'], {
  error: 'a kind of change: new, improved, fixed or partly-fixed',
});

/** One release of a system: `content/releases/as-cms-2026-05-07.mdx`. Its text introduces it. */
export const releaseSchema = z.strictObject({
  /** The release, as people refer to it: "AS-CMS release of 7 May 2026". */
  title: line,
  /** The system, such as "AS-CMS". */
  system: line,
  /** The day from which it is in use. */
  effective: day,
  /** What it is about, in one or two sentences. */
  summary: line,
  audiences: audienceList,
  /** Every change, in plain words and without opinion. */
  changes: z
    .array(
      z.strictObject({
        kind: changeKind,
        /** What is different now. */
        text: line,
        /** The parts of the change, where it has several. */
        points: z.array(line).default([]),
        /** Who notices it, as the system names the roles. */
        roles: z.array(line).default([]),
        /** Known issues that this change fixes or partly fixes: names of files in known-issues. */
        knownIssues: z.array(id).default([]),
      }),
    )
    .min(1, 'at least one change'),
  /** How te reo Māori is spelt here: left out, with macrons. */
  orthography,
  /** Warnings of the checks that stand, each with a reason. */
  acks,
});

export type Release = z.output<typeof releaseSchema>;
