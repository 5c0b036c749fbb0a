import type { PageRule } from '../../rule.ts';

/* Sites outside government that links may lead to: add one when somebody has looked at it. */
const known = [
  'nchenz.org.nz',
  'tki.org.nz',
  'tekura.school.nz',
  'support.microsoft.com',
  'support.google.com',
  'creativecommons.org',
  'nzrelay.co.nz',
  'openfontlicense.org',
  'privacy.org.nz',
  'w3.org',
];
const shorteners = [
  'bit.ly',
  'tinyurl.com',
  't.co',
  'goo.gl',
  'ow.ly',
  'is.gd',
  'buff.ly',
  'rebrand.ly',
  'lnkd.in',
];
const tracking = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|_hsenc|_hsmi|mkt_tok)$/;

export default {
  id: 'link/domain',
  severity: 'warning',
  runs: 'links',
  why: 'Readers trust where a newsletter of the Ministry sends them, so somebody has to have looked.',
  failing: {
    example:
      'Register for [the May hui](https://events.unknown.com/may) or [see the map](https://bit.ly/3xYz). Read [the news](https://www.education.govt.nz/news?utm_source=mail).',
    finds: [
      '[the May hui](https://events.unknown.com/may)',
      '[see the map](https://bit.ly/3xYz)',
      '[the news](https://www.education.govt.nz/news?utm_source=mail)',
    ],
  },
  passing:
    'Read the [news of the Ministry](https://www.education.govt.nz/news) and of [NCHENZ](https://www.nchenz.org.nz/).',
  *check({ links }) {
    for (const { to, place } of links) {
      const url = URL.canParse(to) ? new URL(to) : undefined;
      if (!url || !/^https?:$/.test(url.protocol)) continue;
      const host = url.hostname.replace(/^www\./, '');
      const isOf = (domain: string) => host === domain || host.endsWith(`.${domain}`);
      if (shorteners.some(isOf)) {
        yield {
          at: place,
          severity: 'error',
          message: `“${host}” hides where the link leads.`,
          suggestion: 'Open it, and copy the address it leads to.',
        };
      } else if (
        !isOf('govt.nz') &&
        !isOf('mil.nz') &&
        !known.some(isOf) &&
        !/(?:^|\.)(?:example|invalid|test)$|(?:^|\.)example\.(?:com|org|net)$|^localhost$/.test(
          host,
        )
      ) {
        yield {
          at: place,
          message: `Nobody has looked at “${host}” yet: it is not on the list of sites we link to.`,
          suggestion: 'Look at it, then add it to the list, or acknowledge this.',
        };
      }
      const extra = [...url.searchParams.keys()].filter((key) => tracking.test(key));
      if (extra.length > 0) {
        for (const key of extra) url.searchParams.delete(key);
        yield {
          at: place,
          message: `“${extra.join(', ')}” in this address follows readers around.`,
          suggestion: url.href,
        };
      }
    }
  },
} satisfies PageRule;
