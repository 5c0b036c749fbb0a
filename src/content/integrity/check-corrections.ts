import { outlineOf } from '../../document/outline.ts';
import { eachBlock, isBlock } from '../../document/tree.ts';
import { formatDate } from '../../dates/format.ts';
import type { Problem } from '../../problems/problem.ts';
import { closest } from '../../problems/closest.ts';
import { bulletinId } from '../../schemas/fields.ts';
import { type Audience, audienceIds } from '../../publication/site.ts';
import type { Content } from '../content.ts';

type Correction = Content['corrections'][number];
type Edition = Content['newsletters'][number];

/**
 * Reports corrections of what does not exist, dated before it, or addressed to others than those who
 * got it: who read the mistake reads the correction, and nobody else.
 * @param unsure the names of files with problems of their own: what they hold is not known for sure
 */
export function checkCorrections(
  content: Content,
  unsure: ReadonlySet<string>,
  problems: Problem[],
): void {
  for (const correction of content.corrections) {
    checkName(correction, problems);
    checkEvents(correction, problems);
    const { corrects } = correction.data;
    const { newsletters } = content;
    const edition = newsletters.find(({ id }) => id === corrects.edition);
    if (edition) checkOrder(correction, edition, problems);
    const target = targetOf(corrects, newsletters);
    if ('got' in target) checkAudiences(correction, target, problems);
    else if (!unsure.has(corrects.edition)) {
      const { file, lineOf } = correction;
      problems.push({ file, line: lineOf(['corrects']), ...target });
    }
  }
}

/** What a correction puts right, and who got it by email. */
export interface Target {
  /** In words: "the edition". */
  what: string;
  got: readonly Audience[];
}

/** What a correction puts right; or, where there is no such edition or item, what to say of that. */
export function targetOf(
  corrects: Correction['data']['corrects'],
  editions: readonly Edition[],
): Target | Omit<Problem, 'file' | 'line'> {
  const edition = editions.find(({ id }) => id === corrects.edition);
  if (!edition) return noSuchEdition(corrects.edition, editions);
  const outline = outlineOf(edition.body);
  const item = outline.find(({ id }) => id === corrects.item);
  if (corrects.item !== undefined && !item) {
    return noSuchItem(
      corrects.item,
      edition.id,
      outline.map(({ id }) => id),
    );
  }
  const got = audienceIds().filter(
    (id) => edition.data.bulletins[id] && (item?.audience === undefined || item.audience === id),
  );
  return { what: item ? `the item "${item.id}"` : 'the edition', got };
}

function checkName({ id, file, data, lineOf }: Correction, problems: Problem[]): void {
  if (id.startsWith(`${data.date}-`) && bulletinId.safeParse(id).success) return;
  problems.push({
    file,
    line: lineOf(['date']),
    expected: `a file name of the date and a few words, at most 80 characters, such as ${data.date}-invoice-date.mdx`,
    found: `${id}.mdx`,
    remedy: 'Rename the file, or correct the date.',
  });
}

/* A second calendar entry for a session would stand beside the wrong one. */
function checkEvents({ file, body, lineAt }: Correction, problems: Problem[]): void {
  for (const block of eachBlock(body)) {
    if (!isBlock(block, 'Event')) continue;
    problems.push({
      file,
      line: lineAt(block.at),
      expected: 'no <Event> in a correction: calendars follow the one in the edition',
      found: `<Event id="${block.props.id}">`,
      remedy:
        'Correct the session in the edition, with "moved" if its time changed, and link to it.',
    });
  }
}

function noSuchEdition(name: string, editions: readonly Edition[]) {
  const ids = editions.map(({ id }) => id);
  const meant = closest(name, ids);
  return {
    expected: `an edition: ${ids.join(', ') || 'there is none yet'}`,
    found: `"${name}"`,
    remedy: meant
      ? `Write "${meant}" if that is what you meant.`
      : 'Name the newsletter that was wrong by its date.',
  };
}

function noSuchItem(item: string, edition: string, ids: readonly string[]) {
  const meant = closest(item, ids);
  return {
    expected: `an item of ${edition}: ${ids.join(', ') || 'it has none'}`,
    found: `"${item}"`,
    remedy: meant
      ? `Write ${edition}#${meant} if that is what you meant.`
      : `Name the item that was wrong, or write ${edition} for the whole edition.`,
  };
}

function checkOrder(
  { file, data, lineOf }: Correction,
  edition: Edition,
  problems: Problem[],
): void {
  if (data.date >= edition.data.date) return;
  problems.push({
    file,
    line: lineOf(['date']),
    expected: `a date on or after that of the edition, ${formatDate(edition.data.date)}`,
    found: formatDate(data.date),
    remedy: 'Correct one of the two dates.',
  });
}

function checkAudiences(
  { file, data, lineOf }: Correction,
  { what, got }: Target,
  problems: Problem[],
): void {
  for (const audience of audienceIds()) {
    const has = data.bulletins[audience] !== undefined;
    if (has === got.includes(audience)) continue;
    problems.push({
      file,
      line: lineOf(has ? ['bulletins', audience] : ['bulletins']),
      expected: `a subject and a preheader for those who got ${what}: ${got.join(', ') || 'nobody'}`,
      found: has ? `one for ${audience}, who did not get it` : `none for ${audience}`,
      remedy: has ? `Remove "${audience}".` : `Add "${audience}" under "bulletins".`,
    });
  }
}
