import { z } from 'zod';
import { isRealDate } from '../dates/plain-date.ts';
import { instantInNewZealand } from '../dates/new-zealand.ts';
import { turnsDirection } from './text/hidden-characters.ts';
import { isPlainHost } from './text/plain-host.ts';
import { asks } from './asked.ts';
import { meaning } from './meaning.ts';

/*
 * The kinds of value that every document is made of. Each `error` completes the sentence
 * "expected …", so that a message to an author reads as one.
 */

const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/**
 * One line of plain text: trimmed, NFC, without control characters (so it is safe in a mail header).
 * As it is, for names, words to search with and notes to colleagues; `line` is for what readers read.
 */
export const oneLine = z
  .string({ error: 'a line of text' })
  .transform((text) => text.trim().normalize('NFC'))
  .refine((text) => text.length > 0, 'a line of text that is not empty')
  .refine(
    (text) => !CONTROL.test(text),
    'one line of text without line breaks or control characters',
  )
  .refine(
    (text) => !turnsDirection(text),
    'one line of text without characters that turn its direction, such as U+202E',
  );

/** One line of text that readers read, so that the checks read it too. */
export const line = meaning(oneLine, { is: 'words' });

/** One line of te reo Māori that readers read. */
export const reoLine = meaning(line, { is: 'words', language: 'mi' });

/** The words of the link that a block makes. */
export const linkWords = meaning(line, { is: 'words', names: 'link' });

/** A stable name for addresses and anchors: lower-case letters, digits and single hyphens. */
export const id = z
  .string({ error: 'an id' })
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'an id of lower-case letters, digits and hyphens, such as "quarter-1-invoices"',
  );

/** The name of a file in the folder of files. */
export const fileName = z
  .string({ error: 'the name of a file' })
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]+$/,
    'the name of a file without its folder, in lower-case letters, digits and hyphens, such as "who-sees-what.png"',
  );

/** The name of something that a place of the page has: the anchor of an item. */
export const anchor = asks('anchor', id);

/** The name of something that stands elsewhere in the content folder. */
export const contactId = asks('contact', id);
export const guidanceId = asks('guidance', id);
/** A principle of the guidance that the key or prop "id" beside it names. */
export const principleId = asks('principle', id);
export const knownIssueId = asks('known-issue', id);
export const releaseId = asks('release', id);

/** A calendar day in New Zealand, as text such as 2026-05-15. */
export const day = asks(
  'day',
  z
    .string({ error: 'a date written 2026-05-15' })
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a date written 2026-05-15', abort: true })
    .refine(isRealDate, 'a date that exists'),
);

/**
 * What names the bulletins of a document: the date of an edition, or the name of a correction, which
 * starts with its date. Short enough to stand in a key or a tag of any provider.
 */
export const bulletinId = z
  .string({ error: 'the name of a bulletin' })
  .max(80, 'a name of at most 80 characters')
  .regex(
    /^\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)*$/,
    'the date of an edition or the name of a correction, such as 2026-05-12-invoice-date',
  )
  .refine((name) => isRealDate(name.slice(0, 10)), 'a date that exists');

/** A wall-clock time in New Zealand, as text such as 2026-05-19T11:00; a time skipped by daylight saving is refused. */
export const localTime = asks(
  'time',
  z
    .string({ error: 'a date and time written 2026-05-19T11:00' })
    .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, {
      error: 'a date and time written 2026-05-19T11:00',
      abort: true,
    })
    .refine((text) => isRealDate(text.slice(0, 10)), 'a date that exists')
    .refine(
      (text) => !isRealDate(text.slice(0, 10)) || instantInNewZealand(text) !== undefined,
      'a time that daylight saving does not skip',
    ),
);

const dayOrTimeForm = 'a date written 2026-05-15, or a date and time written 2026-05-15T17:00';

/** A day in New Zealand, or a wall-clock time on it: 2026-05-15 or 2026-05-15T17:00. */
export const dayOrTime = asks(
  'day-or-time',
  z.string({ error: dayOrTimeForm }).superRefine((text, context) => {
    const form = text.length === 10 ? day : text.length === 16 ? localTime : undefined;
    const issues = form ? (form.safeParse(text).error?.issues ?? []) : [{ message: dayOrTimeForm }];
    const [first] = issues;
    if (!first) return;
    const message = /written/.test(first.message) ? dayOrTimeForm : first.message;
    // Rules over several values wait for good ones.
    context.addIssue({ code: 'custom', message, continue: false });
  }),
);

/** An exact moment with its offset, such as 2026-05-08T09:00:00+12:00. */
export const moment = z.iso.datetime({
  offset: true,
  error: 'a moment with its time zone, such as 2026-05-08T09:00:00+12:00',
});

/**
 * An address of another site as every browser writes it once it has read it (WHATWG URL, 4.5): the host
 * in small letters and ASCII, a slash after it, no default port, and percent-encoded what is not ASCII. So
 * page, email, text, feed and search write one address the same way. What leads into this site, or is no
 * address, stays as it is.
 */
export function canonicalAddress(to: string): string {
  if (!/^https:\/\//i.test(to) || !URL.canParse(to)) return to;
  // Braces stay as they are in a query, and two of them mean something to a message: {{…}} is filled in.
  return new URL(to).href.replaceAll('{', '%7B').replaceAll('}', '%7D');
}

const linkTarget = /^(\/(?![/\\])\S*|https:\/\/[^\s/]+\.[^\s]+)$/i;

/** A link target: a page of this site starting with "/", or an https address. */
export const link = asks(
  'link',
  meaning(
    z
      .string({ error: 'a link' })
      .regex(
        linkTarget,
        'a link to a page of this site such as /guidance/home-education/, or an address starting with https://',
      )
      .refine(isPlainHost, 'an address whose host is a plain name, such as www.education.govt.nz')
      .transform(canonicalAddress),
    { is: 'link' },
  ),
);

/** Whether a document is finished: nothing where it is. */
export const state = z
  .literal('draft', { error: 'draft, or no state at all' })
  .optional()
  .describe(
    'Write “draft” while you work on it: you can look at it and check it, and it is never published, approved or sent. Take the line out once it is ready.',
  );

/** What a reader is asked to do, shown in words beside every title. */
export const actionLabels = {
  'action-required': 'Action required',
  'have-your-say': 'Have your say',
  'save-the-date': 'Save the date',
  'for-information': 'For information',
} as const;

export type Action = keyof typeof actionLabels;

export const action = z.enum(
  ['action-required', 'have-your-say', 'save-the-date', 'for-information'],
  { error: 'an action: action-required, have-your-say, save-the-date or for-information' },
);
