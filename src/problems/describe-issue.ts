import { z } from 'zod';
import { closest } from './closest.ts';

type Issue = z.core.$ZodIssue;

/** What a schema's complaint means for an author: which key, what was expected, found and what to do. */
export interface Complaint {
  path: PropertyKey[];
  expected: string;
  found: string;
  remedy: string;
}

/** How an author writes keys and values in the place that was checked. */
export interface Notation {
  /** A key with its value: `title="…"` in a tag, `"title: …"` in YAML. */
  pair: (key: string, value: string) => string;
  /** What has the keys, where that is not the file: `<Callout>`. */
  owner?: string;
  /** The keys that may stand at a path. */
  keysAt: (path: readonly PropertyKey[]) => readonly string[];
}

/**
 * Turns the issues of one value into complaints, one for each thing that its author must mend:
 * a misspelt key counts once, not again as a missing one.
 * @param value what was checked, to quote what was found
 */
export function describeIssues(
  issues: readonly Issue[],
  value: unknown,
  notation: Notation,
): Complaint[] {
  const { keysAt, owner } = notation;
  const misspelt = new Set<string>();
  const strangers = issues.flatMap((issue) => {
    const { path, keys, known } = strangeKeys(issue, keysAt);
    return keys.map((key): Complaint => {
      const meant = closest(
        key,
        known.filter((name) => at(value, [...path, name]) === undefined),
      );
      if (meant) misspelt.add(joined([...path, meant]));
      return {
        path: [...path, key],
        expected: onlyThese(known, owner ?? group(path)),
        found: `"${key}"`,
        remedy: meant ? `Write "${meant}" if that is what you meant.` : `Remove "${key}".`,
      };
    });
  });
  const paths = new Set(strangers.map(({ path }) => joined(path.slice(0, -1))));
  const others = issues.filter(
    (issue) =>
      strangeKeys(issue, keysAt).keys.length === 0 &&
      !misspelt.has(joined(issue.path)) &&
      // Too few good keys is no news where bad ones have been named.
      !(issue.code === 'custom' && paths.has(joined(issue.path))),
  );
  return [...others.map((issue) => describeIssue(issue, value, notation)), ...strangers];
}

/** The keys that an issue says are none, where they stand and which there are. */
function strangeKeys(issue: Issue, keysAt: Notation['keysAt']) {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') return { path, keys: issue.keys, known: keysAt(path) };
  const [choice] = issue.code === 'invalid_key' ? issue.issues : [];
  if (choice?.code !== 'invalid_value') return { path, keys: [], known: [] };
  const known = choice.values.filter(isText);
  return { path: path.slice(0, -1), keys: [String(path.at(-1))], known };
}

/* What a rule says for itself in the `params` of its issue, where it knows better what was found. */
const ownWords = z.object({ found: z.string(), remedy: z.string() });

function describeIssue(issue: Issue, value: unknown, notation: Notation): Complaint {
  const { path } = issue;
  if (issue.code === 'invalid_key') {
    const expected = issue.issues[0]?.message ?? 'another name';
    return { path, expected, found: quoted(path.at(-1)), remedy: 'Change the name.' };
  }
  const own = issue.code === 'custom' ? ownWords.safeParse(issue.params).data : undefined;
  if (own) return { path, expected: issue.message, ...own };
  const { pair, owner } = notation;
  const found = at(value, path);
  const expected = expectation(issue);
  const last = path.at(-1);
  const key = String(path.findLast((step) => typeof step === 'string') ?? '');
  const inOwner = owner ? ` in ${owner}` : '';
  if (found === undefined) {
    return {
      path,
      expected: `"${key}"${inOwner}: ${expected}`,
      found: `no "${key}"`,
      remedy: `Add ${pair(key, '…')}.`,
    };
  }
  const meant = issue.code === 'invalid_value' ? suggestion(found, issue.values) : undefined;
  if (last === undefined) {
    return { path, expected, found: quoted(found), remedy: 'Write each line as "key: value".' };
  }
  if (typeof last === 'number') {
    const remedy = meant
      ? `Write "${meant}" if that is what you meant.`
      : `Write ${expected} in its place.`;
    return { path, expected, found: `${quoted(found)} in "${key}"`, remedy };
  }
  if (isEmpty(found)) {
    return {
      path,
      expected,
      found: `"${key}" with nothing in it${inOwner}`,
      remedy: 'Fill it in.',
    };
  }
  const bracketed = issue.code === 'invalid_type' && issue.expected === 'array' && isText(found);
  return {
    path,
    expected,
    found: isText(found)
      ? `${pair(key, shortened(found))}${inOwner}`
      : `${quoted(found)} in "${key}"`,
    remedy: meant
      ? `Write ${pair(key, meant)} if that is what you meant.`
      : bracketed
        ? `Write ${pair(key, `[${found}]`)}.`
        : `Write ${pair(key, '…')} with ${expected}.`,
  };
}

const kinds: Record<string, string> = {
  array: 'a list',
  object: 'lines of "key: value"',
  record: 'lines of "key: value"',
  string: 'text',
};

/** The schema's own words, or plain ones where it has none. */
function expectation(issue: Issue): string {
  const plain = issue.code === 'invalid_type' ? kinds[issue.expected] : undefined;
  return plain && issue.message.startsWith('Invalid input') ? plain : issue.message;
}

function onlyThese(known: readonly string[], owner: string | undefined): string {
  if (known.length === 0) return `${owner ?? 'the document'} with nothing but its name`;
  return `only these${owner ? ` in ${owner}` : ' keys'}: ${known.join(', ')}`;
}

function group(path: readonly PropertyKey[]): string | undefined {
  const name = path.findLast((step) => typeof step === 'string');
  return name === undefined ? undefined : `"${String(name)}"`;
}

function suggestion(found: unknown, values: readonly unknown[]): string | undefined {
  return isText(found) ? closest(found, values.filter(isText)) : undefined;
}

const joined = (path: readonly PropertyKey[]) => path.map(String).join('\n');

const isText = (value: unknown): value is string => typeof value === 'string';

const isEmpty = (value: unknown) =>
  value === null ||
  (isText(value) ? value.trim() === '' : typeof value === 'object' && isBare(value));

const isBare = (value: object) => Object.keys(value).length === 0;

const at = (value: unknown, path: readonly PropertyKey[]) =>
  path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined,
    value,
  );

function quoted(value: unknown): string {
  if (isText(value)) return `"${shortened(value)}"`;
  if (Array.isArray(value)) return value.every(isText) ? `[${value.join(', ')}]` : 'a list';
  return typeof value === 'object' ? 'lines of "key: value"' : String(value);
}

/** Long words cut, and line breaks and other control characters made visible. */
function shortened(text: string): string {
  const visible = text
    .replaceAll(/\s*\n\s*/g, ' [line break] ')
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, '[control character]');
  return visible.length <= 90 ? visible : `${visible.slice(0, 89)}…`;
}
