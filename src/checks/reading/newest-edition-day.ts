import type { Content } from '../../content/content.ts';

/** The day of the newest edition: what "now" means to the checks, which never look at the clock. */
export const newestEditionDay = ({ newsletters }: Content): string | undefined =>
  newsletters
    .map(({ data }) => data.date)
    .toSorted()
    .at(-1);
