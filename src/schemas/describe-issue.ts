import type { z } from 'zod';
import { closest } from './closest.ts';

type Issue = z.core.$ZodIssue;

/** What a schema's complaint means for an author: which key, what was expected, found and what to do. */
export interface Complaint {
  path: PropertyKey[];
  expected: string;
  found: string;
  remedy: string;
}

/**
 * Turns one zod issue into complaints, one for each misspelt or missing key.
 * @param value what was checked, to quote what was found
 * @param known the keys that may stand where the issue points, to suggest the one that was meant
 */
export function describeIssue(issue: Issue, value: unknown, known: readonly string[]): Complaint[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const meant = closest(key, known);
      return {
        path: [...issue.path, key],
        expected: known.length > 0 ? `one of ${known.join(', ')}` : 'nothing here',
        found: `"${key}"`,
        remedy: meant ? `Write "${meant}" if that is what you meant.` : `Remove "${key}".`,
      };
    });
  }
  if (issue.code === 'invalid_key') {
    const expected = issue.issues[0]?.message ?? 'another name';
    return [complaint(issue.path, expected, quote(issue.path.at(-1)), 'Change the name.')];
  }
  const found = at(value, issue.path);
  const expected = expectation(issue);
  const name = String(issue.path.at(-1) ?? 'value');
  return found === undefined
    ? [complaint(issue.path, `"${name}": ${expected}`, 'nothing', `Add "${name}".`)]
    : [complaint(issue.path, `"${name}" to be ${expected}`, quote(found), `Change "${name}".`)];
}

const kinds: Record<string, string> = {
  array: 'a list',
  object: 'a group of "key: value" lines',
  record: 'a group of "key: value" lines',
  string: 'text',
};

/** The schema's own words, or plain ones where it has none. */
function expectation(issue: Issue): string {
  const plain = issue.code === 'invalid_type' ? kinds[issue.expected] : undefined;
  return plain && issue.message.startsWith('Invalid input') ? plain : issue.message;
}

const complaint = (path: PropertyKey[], expected: string, found: string, remedy: string) => ({
  path,
  expected,
  found,
  remedy,
});

/** The keys an object schema takes at `path`, as far as its shape tells. */
export function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const step of path) current = stepInto(unwrap(current), step);
  const object = unwrap(current);
  const shape = property(object, 'shape');
  return shape && typeof shape === 'object' ? Object.keys(shape) : [];
}

function stepInto(schema: unknown, step: PropertyKey): unknown {
  const definition = property(schema, 'def');
  const shape = property(schema, 'shape');
  if (shape) return property(shape, step);
  return property(definition, 'element') ?? property(definition, 'valueType');
}

/** The schema inside defaults, optionals and refinements. */
function unwrap(schema: unknown): unknown {
  const definition = property(schema, 'def');
  const inner = property(definition, 'innerType') ?? property(definition, 'in');
  return inner === undefined ? schema : unwrap(inner);
}

function property(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(property, value);
}

function quote(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
}
