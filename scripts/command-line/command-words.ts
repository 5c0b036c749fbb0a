import { normaliseAddress } from '../../src/delivery/list-files/address.ts';
import { anyOf, audience } from '../../src/schemas/audience.ts';
import { bulletinId, day, line } from '../../src/schemas/fields.ts';
import { audienceIds } from '../../src/publication/site.ts';
import { UsageError } from './usage-error.ts';

/** The word EDITION of a command. */
export const editionWord = {
  type: 'positional',
  required: true,
  description: 'the date of an edition, such as 2026-05-08, the name of a correction, or "newest"',
} as const;

/*
 * Commands that take an audience name those of the publication, which is read only when a command is
 * called: the help of the whole program needs none.
 */

/** The flag --audience of a command. */
export const audienceFlag = {
  type: 'enum',
  get options() {
    return [...audienceIds()];
  },
  required: true,
  description: 'whose bulletin',
} satisfies { type: 'enum'; options: string[]; required: true; description: string };

/** The flag --list of a command that may keep to one. */
export const onlyListFlag = {
  type: 'enum',
  get options() {
    return [...audienceIds()];
  },
  description: 'only off this list',
} satisfies { type: 'enum'; options: string[]; description: string };

/** The word LIST of a command. */
export const listWord = {
  type: 'positional',
  required: true,
  get description() {
    return anyOf(audienceIds());
  },
} satisfies { type: 'positional'; required: true; description: string };

/** The flag --json of a command that reports. */
export const jsonFlag = { type: 'boolean', description: 'report as JSON' } as const;

/** The flag --on of a command that compares dates with the day of sending. */
export const sendDayFlag = {
  type: 'string',
  valueHint: 'DAY',
  description: 'the day it is to be sent, such as 2026-05-11; left out, the date of the edition',
} as const;

/** @throws {UsageError} unless the word is a day */
export function parseSendDay(word: string): string {
  if (day.safeParse(word).success) return word;
  throw new UsageError([`Expected --on to be a day written 2026-05-11; found "${word}".`]);
}

/** @throws {UsageError} unless the word is a date, the name of a correction or "newest" */
export function parseEdition(word: string): string {
  if (word === 'newest' || bulletinId.safeParse(word).success) return word;
  throw new UsageError([`Expected EDITION, ${editionWord.description}; found "${word}".`]);
}

/** @throws {UsageError} unless the word names a list */
export function parseList(word: string) {
  const parsed = audience.safeParse(word);
  if (parsed.success) return parsed.data;
  throw new UsageError([`Expected LIST to be ${anyOf(audienceIds())}; found "${word}".`]);
}

/** @throws {UsageError} unless the word is an email address; it is not repeated in the message */
export function parseAddress(word: string): string {
  const parsed = normaliseAddress(word);
  if (parsed.ok) return parsed.address;
  throw new UsageError([`Expected ADDRESS to be one email address; found ${parsed.reason}.`]);
}

/**
 * The name of who decides, as it is kept for good: a role or a name, never an address.
 * @throws {UsageError} unless the word is one line of text without an @
 */
export const parseName = (word: string): string =>
  parseKept(word, '--by to be a role or a name, such as "Comms Lead"', 100);

/**
 * Why somebody decides something, as it is kept for good: never an address.
 * @throws {UsageError} unless the word is one line of text without an @
 */
export const parseReason = (word: string): string =>
  parseKept(word, '--reason to be a line of at most 200 characters, without an address', 200);

/**
 * A line that is kept for good.
 * @param expected what the message calls it
 * @throws {UsageError} unless the word is one line of text without an @
 */
export function parseKept(word: string, expected: string, longest: number): string {
  const parsed = line.safeParse(word);
  const isAddress = word.includes('@');
  if (parsed.success && !isAddress && parsed.data.length <= longest) return parsed.data;
  const found = !parsed.success
    ? 'nothing, or a line break in it'
    : isAddress
      ? 'an address'
      : `${parsed.data.length} characters`;
  throw new UsageError([`Expected ${expected}; found ${found}.`]);
}
