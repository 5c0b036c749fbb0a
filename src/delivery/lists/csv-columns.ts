import type { Problem } from '../../problems/problem.ts';
import { maskAddress } from './address.ts';

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
  /** Of an earlier export: how the person stood. */
  | 'status';

/** Where each field stands in a row, counted from 0, and the headers nobody asked for. */
export interface Columns {
  positions: ReadonlyMap<Field, number>;
  /** As written in the file, but for addresses, which are masked. */
  ignored: readonly string[];
  /** How many headers there are. */
  width: number;
}

/** Headers as people write them, in plain letters. Earlier ones win for the email. */
const spellings: Record<Field, readonly string[]> = {
  email: ['email', 'emailaddress', 'imera', 'workemail', 'contactemail', 'mail', 'address'],
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
  status: ['status'],
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
  'status',
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
  if (!positions.has('email')) problems.push(noEmail(file, line, headers));
  const used = new Set(positions.values());
  const ignored = headers
    .filter((header, at) => !used.has(at) && header.trim() !== '')
    .map((header) => shorten(header));
  return { columns: { positions, ignored, width: headers.length }, problems };
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
