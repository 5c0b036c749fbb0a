import { z } from 'zod';
import { acks } from './ack.ts';
import { audienceList } from './audience.ts';
import { day, knownIssueId, line, oneLine, state } from './fields.ts';
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
export const releaseSchema = z
  .strictObject({
    title: line.describe('The release, as people refer to it: “AS-CMS release of 7 May 2026”.'),
    system: line.describe('The system: “AS-CMS”.'),
    effective: day.describe('The day from which it is in use. It may lie ahead.'),
    summary: line.describe('What it is about, in one or two sentences.'),
    audiences: audienceList.describe('Who uses the system.'),
    changes: z
      .array(
        z.strictObject({
          kind: changeKind.describe('What was done.'),
          text: line.describe('What is different now, as a sentence.'),
          points: z
            .array(line)
            .default([])
            .describe('The parts of the change, where it has several.'),
          roles: z
            .array(oneLine)
            .default([])
            .describe('Who notices it, as the system names the roles.'),
          knownIssues: z
            .array(knownIssueId)
            .default([])
            .describe(
              'The known issues it mends, by the names of their files: “[ki-003, ki-004]”. The release and the issue then link to each other.',
            ),
        }),
      )
      .min(1, 'at least one change')
      .describe('Every change, in plain words and without opinion.'),
    state,
    orthography,
    acks,
  })
  .describe('What a new version of a system changes. The text beneath the keys introduces it.');

export type Release = z.output<typeof releaseSchema>;
