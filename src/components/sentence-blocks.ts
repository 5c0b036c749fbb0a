import { formatLongDate, formatPeriod } from '../dates/format.ts';
import type { SentenceBlocks } from '../rendering/components.ts';
import { escapeHtml } from '../rendering/escape-html.ts';
import { reoHtml, sharedSentenceBlocks } from '../rendering/sentence-blocks.ts';
import { words } from './words.ts';

/** Blocks within a sentence, as HTML for the web. */
export const sentence: SentenceBlocks = {
  ...sharedSentenceBlocks,
  Day: ({ on }) => `<time datetime="${on}">${formatLongDate(on)}</time>`,
  Period: ({ from, to }) => words(formatPeriod(from, to)),
  Reorua: ({ mi, en }) => `${reoHtml(mi)} (${escapeHtml(en)})`,
};
