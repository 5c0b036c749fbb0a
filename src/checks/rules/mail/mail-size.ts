import { bulletinFiles } from './bulletin-example.ts';
import { checkSize } from '../../bulletin-size/check-size.ts';
import { limitsOf } from '../../bulletin-size/size-limits.ts';
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
      const isDigest = field(`bulletins.${audience}.form`)?.value === 'digest';
      const limits = limitsOf(isDigest ? 'digest' : 'full');
      const { bytes, level } = checkSize(html, limits);
      const subject = field(`bulletins.${audience}.subject`);
      if (!subject || level === 'fine') continue;
      const [found, most] = [Math.ceil(bytes / 1000), limits.refusal / 1000];
      yield {
        at: subject.place,
        severity: level === 'refusal' ? 'error' : 'warning',
        message: isDigest
          ? `The digest for ${audience} is ${found} KB as it is sent, and a digest has at most ${most}.`
          : `The bulletin for ${audience} is ${found} KB as it is sent, and mail programs cut off what is over ${most}.`,
        suggestion: isDigest
          ? 'Shorten what stands before the first item, which a digest holds whole, or take out "form: digest".'
          : 'Move text to a page of the site and link to it, or use fewer quoted pages.',
      };
    }
  },
} satisfies PageRule;
