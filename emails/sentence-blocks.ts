import { formatLongDate, formatPeriod } from '../src/dates/format.ts';
import type { SentenceBlocks } from '../src/rendering/components.ts';
import { escapeHtml } from '../src/rendering/escape-html.ts';
import { reoHtml, sharedSentenceBlocks } from '../src/rendering/sentence-blocks.ts';
import { words } from './words.ts';

/** Blocks within a sentence, as HTML for email. */
export const sentence: SentenceBlocks = {
  ...sharedSentenceBlocks,
  Day: ({ on }) => words(formatLongDate(on)),
  Period: ({ from, to }) => words(formatPeriod(from, to)),
  Reorua: ({ mi, en }) => `${reoHtml(mi)} (${escapeHtml(en)})`,
};
