import { bulletinFiles } from './bulletin-example.ts';
import { checkSize } from '../../bulletin-size/check-size.ts';
import { sizeLimits } from '../../bulletin-size/size-limits.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'mail/size',
  severity: 'error',
  runs: 'bulletin',
  why: 'Gmail cuts a message off at about 100 KB, and the way to unsubscribe is at its end.',
  failing: {
    get example() {
      return bulletinFiles({ html: '<p>Kia ora</p>'.repeat(8000) });
    },
    finds: ['One thing to do'],
  },
  get passing() {
    return bulletinFiles({});
  },
  *check({ bulletins = [], field }) {
    for (const { audience, html } of bulletins) {
      const { bytes, level } = checkSize(html);
      const subject = field(`bulletins.${audience}.subject`);
      if (!subject || level === 'fine') continue;
      yield {
        at: subject.place,
        severity: level === 'refusal' ? 'error' : 'warning',
        message: `The bulletin for ${audience} is ${Math.ceil(bytes / 1000)} KB as it is sent, and mail programs cut off what is over ${sizeLimits.refusal / 1000}.`,
        suggestion: 'Move text to a page of the site and link to it, or use fewer quoted pages.',
      };
    }
  },
} satisfies PageRule;
