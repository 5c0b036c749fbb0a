import { z } from 'zod';
import { acks } from './ack.ts';
import { audienceList, day, id, line, link } from './fields.ts';
import { orthography } from './orthography.ts';

/** Standing advice: `content/guidance/home-education.mdx`. It is kept true; newsletters quote it. */
export const guidanceSchema = z.strictObject({
  /** What the guidance is about, as a reader would say it. */
  title: line,
  /** What it covers and for whom, in one or two sentences. Search results show it. */
  summary: line,
  /** Who it is written for. Others can read it, so write it to be safe for families too. */
  audiences: audienceList,
  /** The group it stands in on the guidance page, such as "Home education". */
  topic: line,
  /** The contact who keeps it true: an id from contacts.yaml. */
  owner: id,
  /** The Acts, sections or rules it rests on, each with a link where the law can be read. */
  legalBasis: z.array(z.strictObject({ title: line, url: link })).default([]),
  /** When somebody last checked every sentence. */
  lastReviewed: day,
  /** When it must be checked again. */
  nextReview: day,
  /** Other words people search with: family words, acronyms, old names. */
  aliases: z.array(line).default([]),
  /** What changed and when, newest first. Readers see it at the foot of the page. */
  changes: z.array(z.strictObject({ date: day, note: line })).default([]),
  /** How te reo Māori is spelt here: left out, with macrons. */
  orthography,
  /** Warnings of the checks that stand, each with a reason. */
  acks,
});

export type Guidance = z.output<typeof guidanceSchema>;
