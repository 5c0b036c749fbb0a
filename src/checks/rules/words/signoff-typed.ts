import { isMailed } from '../../reading/is-mailed.ts';
import type { PageRule } from '../../rule.ts';

const role =
  '(?:Manager|Senior Advisor|Advisor|Director|Secretary|Team Lead|Lead|Principal|Analyst|Coordinator)';
const signed = new RegExp(
  `^(?:(?:Ngā|Nga|Aku) mihi[\\p{L} ]*|Nāku noa, nā|Regards|Kind regards)\\s*[–—,-]\\s*\\p{Lu}|^\\p{Lu}\\p{Ll}+ \\p{Lu}[\\p{L}’-]+\\s*[–—,-]\\s*(?:\\p{Lu}\\p{Ll}+ )?${role}\\b`,
  'u',
);

export default {
  id: 'signoff/typed',
  severity: 'warning',
  runs: 'text',
  why: 'A sign-off names a role that can still be reached next year, not a person who may have moved on.',
  failing: {
    example: 'Ngā mihi maioha – Aroha Example, Senior Advisor\n\nRobin Sample - Manager, Delivery',
    finds: ['Ngā mihi maioha – Aroha Example, Senior Advisor', 'Robin Sample - Manager, Delivery'],
  },
  passing: '<SignOff mi="Ngā mihi maioha" role="Senior Advisor" team="Delivery" />',
  *check({ passages, kind }) {
    if (!isMailed({ kind })) return;
    for (const passage of passages) {
      if (
        passage.kind !== 'paragraph' ||
        !signed.test(passage.text.trim()) ||
        passage.text.length > 160
      )
        continue;
      yield {
        at: passage.place(),
        message: 'A sign-off is typed here.',
        suggestion: '<SignOff mi="Ngā mihi" role="…" team="…" />, with the role and no name.',
      };
    }
  },
} satisfies PageRule;
