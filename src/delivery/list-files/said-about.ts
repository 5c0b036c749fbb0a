import type { Problem } from '../../problems/problem.ts';
import { maskAddress } from './address.ts';
import type { ConsentPlace } from './csv-columns.ts';
import { isNo, readConsent, type Standing } from './consent-words.ts';

/** What one column of consent says about somebody. */
export interface Said extends ConsentPlace {
  says: Standing | 'nothing' | 'unknown';
  cell: string;
}

/**
 * Everything that the columns of consent say about somebody. An express "subscribed" vouches for a ground of
 * consent that is missing or in words of their own, but for none that says no.
 */
export function saidAbout(places: readonly ConsentPlace[], cells: readonly string[]): Said[] {
  const said = places.flatMap((place): Said[] => {
    const cell = cells[place.at] ?? '';
    const says = readConsent(place.column, cell);
    return says === undefined ? [] : [{ ...place, says, cell }];
  });
  const vouched = said.some(({ column, says }) => isState(column) && says === 'subscribed');
  return vouched
    ? said.filter(
        ({ column, says }) => column.kind !== 'basis' || (says !== 'nothing' && says !== 'unknown'),
      )
    : said;
}

const isState = ({ kind }: ConsentPlace['column']) => kind === 'state' || kind === 'yes';

/** How bad it is to write to somebody of whom this is said. */
const order = ['complained', 'bounced', 'unsubscribed', 'unknown', 'removed', 'waiting', 'nothing'];

/** Of everything that is said the word that weighs most: a no more than a doubt, and a doubt more than a yes. */
export const weightiest = (said: readonly Said[]): Said | undefined =>
  order.flatMap((standing) => said.filter(({ says }) => says === standing))[0] ?? said[0];

/** What is wrong with taking somebody in of whom this is said; nothing, where every column says yes. */
export function objection({ says, header, cell, column }: Said): Omit<Problem, 'file' | 'line'>[] {
  const where = `the column "${header}"`;
  const word = quoted(cell);
  if (says === 'subscribed') return [];
  if (says === 'unknown' || says === 'nothing') {
    const found =
      says === 'nothing' ? `nothing in ${where}` : `${word} in ${where}, an unknown word`;
    return [{ ...(column.kind === 'basis' ? asGround : asState), found }];
  }
  const found =
    isState(column) && !/^"(?:yes|no|true|false|\d)"$/i.test(word)
      ? `somebody who is ${word.toLowerCase()} by ${where}`
      : `${word} in ${where}, which says ${isNo(says) ? 'no' : says}`;
  const remedy = isNo(says)
    ? 'Keep the no with `npm run -s panui -- lists suppress FILE.csv`; then remove the row, or say --skip-invalid.'
    : 'Remove the row, or say --skip-invalid to take the others in.';
  return [{ expected: 'somebody who is on the list', found, remedy }];
}

const asState = {
  expected:
    'a word that says whether this person gets bulletins, such as subscribed or unsubscribed',
  remedy:
    'Write subscribed, unsubscribed, bounced or complained. If the column is about something else, remove it.',
};

const asGround = {
  expected:
    'a ground of consent: express, inferred or deemed; also requested, contract or published address',
  remedy:
    'Write one of these, and into the column "source" how it was given; or remove the row. If nobody wrote it down, remove the column.',
};

/** A cell between quotation marks, short; a shifted row may have put an address there. */
export function quoted(cell: string): string {
  const text = cell.includes('@') ? maskAddress(cell) : cell.replaceAll(/\p{C}/gu, '').trim();
  return `"${text.slice(0, 40)}"`;
}
