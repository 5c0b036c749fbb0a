import type { PageRule } from '../../rule.ts';

export default {
  id: 'survey/closes',
  severity: 'warning',
  runs: 'front matter',
  why: 'Without a last day people put a survey off, and find it shut.',
  failing: {
    example:
      '<Survey title="forum survey" url="https://www.education.govt.nz/survey">\n\nTell us.\n\n</Survey>',
    finds: ['<Survey title="forum survey" url="https://www.education.govt.nz/survey">'],
  },
  passing:
    '<Survey title="forum survey" url="https://www.education.govt.nz/survey" closes="2026-05-29">\n\nTell us.\n\n</Survey>',
  *check({ blocks }) {
    for (const { name, props, place } of blocks) {
      if (name !== 'Survey' || props['url'] === undefined || props['closes'] !== undefined)
        continue;
      yield {
        at: place,
        message: 'This survey does not say when it closes.',
        suggestion: 'Add closes="…".',
      };
    }
  },
} satisfies PageRule;
