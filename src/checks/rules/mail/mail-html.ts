import { checkAccess } from '../../bulletin-access/check-access.ts';
import { bulletinFiles } from './bulletin-example.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'mail/html',
  severity: 'error',
  runs: 'bulletin',
  why: 'A screen reader, and Outlook, need of an email its language, one title, headings in order and pictures with their size.',
  failing: {
    get example() {
      const html = '<!doctype html><title>News</title><h1>News</h1><h3>Kia ora</h3>';
      return bulletinFiles({ html });
    },
    finds: Array.from({ length: 3 }, () => 'One thing to do'),
  },
  get passing() {
    return bulletinFiles({});
  },
  *check({ bulletins = [], field }) {
    for (const { audience, html } of bulletins) {
      const subject = field(`bulletins.${audience}.subject`);
      if (!subject) continue;
      for (const { rule, found } of checkAccess(html)) {
        // Its author is told of a link at the place where it stands, by rules of their own.
        if (rule === 'links') continue;
        yield {
          at: subject.place,
          message: `The email for ${audience} cannot be read by everybody: ${found}.`,
          suggestion: 'Build it again. If it is still so, tell whoever looks after the templates.',
        };
      }
    }
  },
} satisfies PageRule;
