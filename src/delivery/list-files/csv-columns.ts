import type { Problem } from '../../problems/problem.ts';
import { maskAddress } from './address.ts';
import { consentColumn, type ConsentColumn } from './consent-words.ts';

/** What a column of a list can hold. */
export type Field =
  | 'email'
  | 'name'
  /** Where the name stands in two columns, the second one. */
  | 'familyName'
  | 'organisation'
  | 'region'
  | 'consent'
  | 'source'
  | 'date'
  /** Why somebody is not on the list. */
  | 'reason'
  /** Since when somebody stands as they do. */
  | 'changed'
  /** Of which lists that is true. */
  | 'lists'
  /** What names the subscription in links that went out. */
  | 'token';

/** A column that says who agreed and who did not. */
export interface ConsentPlace {
  at: number;
  /** As written in the file, short. */
  header: string;
  column: ConsentColumn;
}

/** Where each field stands in a row, counted from 0, and the headers nobody asked for. */
export interface Columns {
  positions: ReadonlyMap<Field, number>;
  consent: readonly ConsentPlace[];
  /** Whether `lists export` wrote the file: it says of everybody how they stand, why and since when. */
  ours: boolean;
  /** As written in the file, but for addresses, which are masked. */
  ignored: readonly string[];
  /** How many headers there are. */
  width: number;
}

/** Headers as people write them, in plain letters. Earlier ones win for the email. */
const spellings: Record<Field, readonly string[]> = {
  email: [
    'email',
    'emailaddress',
    'imera',
    'workemail',
    'contactemail',
    'mail',
    'destination',
    'address',
  ],
  name: ['name', 'fullname', 'contactname', 'ingoa', 'firstname', 'givenname'],
  familyName: ['lastname', 'familyname', 'surname'],
  organisation: [
    'organisation',
    'organization',
    'organisationname',
    'school',
    'schoolname',
    'kura',
    'provider',
    'providername',
  ],
  region: ['region', 'rohe'],
  consent: ['consent', 'consentbasis', 'basisofconsent'],
  source: ['source', 'consentsource', 'sourceofconsent'],
  date: ['date', 'consentdate', 'dateofconsent'],
  reason: ['reason'],
  changed: ['changed'],
  lists: ['lists'],
  token: ['token'],
};

/** Lower case, without macrons, spaces, signs, numbers or a remark in brackets: "E-mail (work)" is "email". */
const plainHeader = (header: string) =>
  header
    .normalize('NFD')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replaceAll(/[^a-z]/g, '');

const fields = [
  'email',
  'name',
  'familyName',
  'organisation',
  'region',
  'consent',
  'source',
  'date',
  'reason',
  'changed',
  'lists',
  'token',
] as const;

/** Matches the headers of a list with the fields, kindly: "E-mail" and "Email address" are the email. */
export function matchColumns(
  file: string,
  line: number,
  headers: readonly string[],
): { columns: Columns; problems: Problem[] } {
  const plain = headers.map(plainHeader);
  const candidates = (field: Field) =>
    spellings[field].flatMap((spelling) =>
      plain.flatMap((text, at) => (text === spelling ? [at] : [])),
    );
  const positions = new Map<Field, number>();
  const problems: Problem[] = [];
  for (const field of fields) {
    const [first, second] = candidates(field);
    if (first !== undefined) positions.set(field, first);
    // An "address" beside an "email" is where the post goes, and a "first name" beside a "name" is a
    // part of it, so only a repeated header is in doubt.
    const ranked = field === 'email' || field === 'name';
    const inDoubt = second !== undefined && (!ranked || plain[first ?? 0] === plain[second]);
    if (inDoubt) problems.push(twoColumns(file, line, field, headers, candidates(field)));
  }
  const isGivenName = /^(first|given)name$/.test(plain[positions.get('name') ?? -1] ?? '');
  if (!isGivenName) positions.delete('familyName');
  const ours = ['status', 'reason', 'changed'].every((header) => plain.includes(header));
  if (!ours) for (const field of ['changed', 'lists', 'token'] as const) positions.delete(field);
  const consent = headers.flatMap((text, at): ConsentPlace[] => {
    if (isField(positions, at)) return [];
    const column = consentColumn(plain[at] ?? '') ?? { kind: 'other' };
    if (column === 'unknown') problems.push(unknownConsent(file, line, text));
    return column === 'unknown' ? [] : [{ at, header: shorten(text), column }];
  });
  if (!positions.has('email')) problems.push(noEmail(file, line, headers));
  const judged = consent.filter(({ column }) => column.kind !== 'other');
  const used = new Set([...positions.values(), ...judged.map(({ at }) => at)]);
  const ignored = headers
    .filter((header, at) => !used.has(at) && header.trim() !== '')
    .map((header) => shorten(header));
  return { columns: { positions, consent, ours, ignored, width: headers.length }, problems };
}

/** The ground of consent is kept as a text and judged as well; what is another field says nothing about it. */
const isField = (positions: ReadonlyMap<Field, number>, at: number) =>
  [...positions].some(([field, position]) => position === at && field !== 'consent');

function unknownConsent(file: string, line: number, header: string): Problem {
  return {
    file,
    line,
    expected: 'columns of consent whose meaning is known, such as "subscribed" or "unsubscribed"',
    found: `${quote(header)}, which seems to say who agreed or who did not`,
    remedy:
      'Rename it "subscribed" if yes means that they get bulletins, "unsubscribed" if yes means that they do not; or remove it.',
  };
}

function twoColumns(
  file: string,
  line: number,
  field: Field,
  headers: readonly string[],
  found: readonly number[],
): Problem {
  return {
    file,
    line,
    expected: `one column for the ${field}`,
    found: `${found.length}: ${found.map((at) => quote(headers[at] ?? '')).join(', ')}`,
    remedy: 'Remove or rename all but one.',
  };
}

function noEmail(file: string, line: number, headers: readonly string[]): Problem {
  const looksLikeData = headers.some((header) => header.includes('@'));
  return {
    file,
    line,
    expected: 'a column "email" (also "e-mail", "email address" or "address")',
    found: looksLikeData
      ? 'an address where the headers should be'
      : `the headers ${headers.map(quote).join(', ')}`,
    remedy: looksLikeData
      ? 'Add a first line with the headers, such as: email,name,organisation'
      : 'Name the column that holds the addresses "email".',
  };
}

/** A header, short, and never a whole address. */
function shorten(header: string): string {
  const text = header.includes('@') ? maskAddress(header) : header.replaceAll(/\p{C}/gu, '').trim();
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

const quote = (header: string) => `"${shorten(header)}"`;
