/** Somebody to ask, or a public page of another site, for a query that this site cannot answer. */
export interface Referral {
  kind: 'contact' | 'page';
  url: string;
  title: string;
  /** What it is for, in a sentence; empty for a page whose title says so. */
  summary: string;
  /** Words that it answers to. */
  words: string;
}

/** The file in the index folder, fetched when a query has no answer. */
export const referralsFile = 'referrals.bin';

/** Referrals as text, a line for each. */
export const writeReferrals = (referrals: readonly Referral[]): string =>
  referrals
    .map(({ kind, url, title, summary, words }) => [kind, url, title, summary, words].join('\t'))
    .join('\n');

/** Reads what `writeReferrals` wrote. */
export function readReferrals(text: string): Referral[] {
  return text.split('\n').flatMap((line): Referral[] => {
    const [kind, url = '', title = '', summary = '', words = ''] = line.split('\t');
    return kind === 'contact' || kind === 'page' ? [{ kind, url, title, summary, words }] : [];
  });
}
