import type { Page } from './page.ts';

/** Whether a file goes out by email. */
export const isMailed = ({ kind }: Pick<Page, 'kind'>): boolean =>
  kind === 'newsletters' || kind === 'corrections';
