import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readBuiltNote } from '../../src/building/built-note.ts';
import { writeWhole } from '../../src/disk/write-whole.ts';
import { formatLongDate } from '../../src/dates/format.ts';
import type { Settings } from '../../src/settings/settings.ts';

const faultSchema = z.object({
  /** The day for which the site could not be built, YYYY-MM-DD. */
  day: z.iso.date(),
  /** Why not. */
  words: z.string(),
});

/** Why the site still says what day it was, where `serve` could not build it for a new one. */
export type DailyFault = z.output<typeof faultSchema>;

type Places = Pick<Settings, 'out' | 'data'>;

const fileIn = ({ data }: Places) => join(data, 'daily-build.json');

/** Keeps why the site could not be built for a day; undefined, that it could. */
export async function noteDailyFault(places: Places, fault: DailyFault | undefined): Promise<void> {
  if (fault) await writeWhole(fileIn(places), `${JSON.stringify(fault)}\n`);
  else await rm(fileIn(places), { force: true });
}

/** What is wrong with the daily build; nothing once the site was built for that day, by whomever. */
export async function dailyFault(places: Places): Promise<DailyFault | undefined> {
  const text = await readFile(fileIn(places), 'utf8').catch(() => '{}');
  const fault = faultSchema.safeParse(JSON.parse(text)).data;
  if (!fault) return undefined;
  const note = await readBuiltNote(places.out);
  return note && note.day >= fault.day ? undefined : fault;
}

/** The fault in a sentence or two. */
export const describeDaily = ({ day, words }: DailyFault): string =>
  `The site could not be built for ${formatLongDate(day)}, so its pages still say what was to come the day before. It is tried again each hour. Why: ${words}`;
