import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { buildSite } from '../../building/build-site.ts';
import type { BuildReport } from '../../building/build-report.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { BadInput, type Problem } from '../../problems/problem.ts';
import type { Settings } from '../../settings/settings.ts';

const publishedSchema = z.object({
  by: z.string(),
  at: z.iso.datetime(),
  /** How long the build took. */
  seconds: z.number(),
});

/** When the desk published last, and who did. */
export type Published = z.output<typeof publishedSchema>;

/** How a build of the desk stands. */
export type Publishing =
  | { stage: 'idle' }
  | { stage: 'building'; by: string; seconds: number }
  | { stage: 'done'; by: string; seconds: number; report: BuildReport }
  /** The site is what it was; without problems, the fault is ours and `words` say what happened. */
  | { stage: 'failed'; by: string; problems: readonly Problem[]; words: string };

/** Builds the site, one build at a time. */
export interface Publisher {
  now: () => Publishing;
  /** Begins a build; one that is going on already goes on. */
  begin: (by: string) => void;
  last: () => Promise<Published | undefined>;
}

/** Publishes for everybody at the desk: the last good site stays until the new one is complete. */
export function publisher(settings: () => Settings): Publisher {
  let stage: Publishing = { stage: 'idle' };
  let began = 0;
  const file = () => join(settings().data, 'desk', 'published.json');
  const build = async (by: string) => {
    const now = settings();
    const report = await buildSite(now, 'send');
    const seconds = secondsSince(began);
    const published: Published = { by, at: now.now.toISOString(), seconds };
    await writeWhole(file(), JSON.stringify(published));
    stage = { stage: 'done', by, seconds, report };
  };
  return {
    now: () => (stage.stage === 'building' ? { ...stage, seconds: secondsSince(began) } : stage),
    begin: (by) => {
      if (stage.stage === 'building') return;
      began = performance.now();
      stage = { stage: 'building', by, seconds: 0 };
      build(by).catch((error: unknown) => {
        const problems = error instanceof BadInput ? error.problems : [];
        const words = error instanceof Error ? error.message : String(error);
        stage = { stage: 'failed', by, problems, words };
      });
    },
    last: async () => {
      const text = await readFile(file(), 'utf8').catch(() => undefined);
      return text === undefined ? undefined : publishedSchema.parse(JSON.parse(text));
    },
  };
}

const secondsSince = (began: number) => Math.round((performance.now() - began) / 100) / 10;
