import { findAll } from '../../language/find-in.ts';
import type { Place } from '../../reading/page.ts';
import type { PageRule } from '../../rule.ts';

const missing =
  /\b(?:TBC|TBA|TBD|TODO|FIXME|X{2,}|lorem ipsum(?: dolor)?|insert (?:link|date|name|text|image)(?: here)?)\b|\?{3,}/g;
const bracketed =
  /\[(?!\s*[x ]?\s*\])(?!(?:PDF|Word|Excel|PowerPoint|CSV|ZIP)[, ])[^\]\ufffc]{1,40}\](?!\()/g;

export default {
  id: 'placeholder/text',
  severity: 'error',
  runs: 'text',
  why: 'Words that hold a place for others look careless, and a reader cannot tell what was meant.',
  placeholder: true,
  failing: {
    example:
      'Closes TBC, see XX or insert link here. A payment [10%] is due.\n\n<Item id="tbc-plans" title="Plans" action="for-information">\n\nRead [how families plan](/guidance/families/).\n\n</Item>',
    finds: ['TBC', 'XX', 'insert link here', '[10%]', 'tbc-plans'],
  },
  passing: 'Closes on 29 May. Read the [list of contacts](/contacts/). A payment (10%) is due.',
  *check(page) {
    for (const { text, place } of findAll(page, missing)) yield toWrite(place, text);
    // What was said is no prose of ours, so it is read as no passage.
    const said = page.field('said');
    for (const [text] of said?.value.matchAll(missing) ?? []) {
      const from = page.source.indexOf(text, said?.place.from);
      yield toWrite({ page, from, to: from + text.length }, text);
    }
    for (const block of page.blocks) {
      const id = block.props['id'] ?? '';
      if (!/^tbc(?:-|$)/.test(id)) continue;
      yield {
        at: block.prop('id'),
        message: `“${id}” holds the place of a name that is still missing.`,
        suggestion: 'Name it in a word or two, such as “quarter-2-reports”: links keep this name.',
      };
    }
    for (const { text, place } of findAll(page, bracketed)) {
      yield {
        at: place,
        severity: 'warning',
        message: `“${text}” looks like a place to fill in.`,
        suggestion: `Fill it in, or write ${text.replace('[', '(').replace(']', ')')}.`,
      };
    }
  },
} satisfies PageRule;

const toWrite = (at: Place, text: string) => ({
  at,
  message: `“${text}” holds the place of something that is still missing.`,
  suggestion: 'Write it, or leave the sentence out.',
});
