import { newsletterSchema } from '../../schemas/newsletter.ts';
import { contacts, edition, guidance, knownIssue, release, type Files } from './write-content.ts';

/*
 * What authors get wrong in front matter and records, and what they are told.
 * Used by tests only. Read the messages aloud when you change one: they must make sense to
 * somebody who has never seen code.
 */

const newsletterKeys = Object.keys(newsletterSchema.shape).join(', ');

const letterWith = (from: string, to: string): Files => ({
  'newsletters/2026-05-08.mdx': edition('Kia ora.').replace(from, to),
});

/** A fault, the files that have it, and the messages. */
export const badFrontMatter: [fault: string, files: Files, messages: string[]][] = [
  [
    'a misspelt key of front matter',
    letterWith('summary:', 'sumary:'),
    [
      `newsletters/2026-05-08.mdx:3: Expected only these keys: ${newsletterKeys}. Found "sumary". Write "summary" if that is what you meant.`,
    ],
  ],
  [
    'a list that is thousands deep',
    letterWith('summary:', `topics:\n${'- '.repeat(5_000)}a\nsummary:`),
    [
      'newsletters/2026-05-08.mdx:2: Expected lines of "key: value". Found lists or aliases within each other without end. Write each value out on a line of its own.',
    ],
  ],
  [
    'aliases that grow tenfold at each step',
    letterWith(
      'summary:',
      `${'abcdefgh'.replaceAll(/./g, (key) => `${key}: &${key} [${`${key === 'a' ? 'x' : `*${String.fromCodePoint((key.codePointAt(0) ?? 0) - 1)}`},`.repeat(10)}]\n`)}summary:`,
    ),
    [
      'newsletters/2026-05-08.mdx:2: Expected lines of "key: value". Found lists or aliases within each other without end. Write each value out on a line of its own.',
    ],
  ],
  [
    'a key that front matter does not have',
    letterWith('summary:', 'colour: red\nsummary:'),
    [
      `newsletters/2026-05-08.mdx:3: Expected only these keys: ${newsletterKeys}. Found "colour". Remove "colour".`,
    ],
  ],
  [
    'a misspelt audience of a bulletin',
    letterWith('schools:', 'school:'),
    [
      'newsletters/2026-05-08.mdx:5: Expected only these in "bulletins": providers, schools. Found "school". Write "schools" if that is what you meant.',
    ],
  ],
  [
    'a missing key',
    letterWith('summary: What this edition says.\n', ''),
    [
      'newsletters/2026-05-08.mdx:2: Expected "summary": a line of text. Found no "summary". Add "summary: …".',
    ],
  ],
  [
    'a key with nothing after it',
    letterWith('summary: What this edition says.', 'summary:'),
    [
      'newsletters/2026-05-08.mdx:3: Expected a line of text that is not empty. Found "summary" with nothing in it. Fill it in.',
    ],
  ],
  [
    'a list where words belong',
    letterWith('summary: What', 'summary: [What, why]\ntitle: What'),
    [
      'newsletters/2026-05-08.mdx:3: Expected a line of text. Found [What, why] in "summary". Write "summary: …" with a line of text.',
    ],
  ],
  [
    'a word where a list belongs',
    { 'guidance/families.mdx': guidance('Hi.').replace('[providers]', 'providers') },
    [
      'guidance/families.mdx:4: Expected a list of audiences. Found "audiences: providers". Write "audiences: [providers]".',
    ],
  ],
  [
    'a misspelt entry of a list',
    { 'guidance/families.mdx': guidance('Hi.').replace('[providers]', '[schools, provider]') },
    [
      'guidance/families.mdx:4: Expected an audience: providers or schools. Found "provider" in "audiences". Write "providers" if that is what you meant.',
    ],
  ],
  [
    'an entry twice',
    { 'guidance/families.mdx': guidance('Hi.').replace('[providers]', '[schools, schools]') },
    [
      'guidance/families.mdx:4: Expected each audience once. Found [schools, schools] in "audiences". Write "audiences: …" with each audience once.',
    ],
  ],
  [
    'a status that is none',
    { 'known-issues/ki-001.mdx': knownIssue.replace('workaround', 'solved') },
    [
      'known-issues/ki-001.mdx:3: Expected a status: investigating, workaround, partly-fixed, fixed or will-not-fix. Found "status: solved". Write "status: …" with a status: investigating, workaround, partly-fixed, fixed or will-not-fix.',
    ],
  ],
  [
    'a misspelt key deep inside',
    { 'releases/as-cms-may.mdx': release.replace('text:', 'txt:') },
    [
      'releases/as-cms-may.mdx:9: Expected only these in "changes": kind, text, points, roles, knownIssues. Found "txt". Write "text" if that is what you meant.',
    ],
  ],
  [
    'a contact with a bad id and a bad address',
    {
      'contacts.yaml': `${contacts.replace('desk@ministry.example', 'desk')}Other Desk:\n  name: Other Desk\n  summary: For the rest.\n  audiences: [schools]\n`,
    },
    [
      'contacts.yaml:6: Expected an email address. Found "email: desk". Write "email: …" with an email address.',
      'contacts.yaml:8: Expected an id of lower-case letters, digits and hyphens, such as "quarter-1-invoices". Found "Other Desk". Change the name.',
    ],
  ],
  [
    'a glossary that is no group of keys',
    { 'glossary.yaml': 'Words we use\n' },
    [
      'glossary.yaml:1: Expected lines of "key: value". Found "Words we use". Write each line as "key: value".',
    ],
  ],
  [
    'ids in front matter that name nothing',
    {
      'guidance/families.mdx': guidance('Hi.').replace('service-desk', 'servicedesk'),
      'known-issues/ki-001.mdx': knownIssue
        .replace('as-cms-may', 'as-cms-march')
        .replace('service-desk', 'nobody')
        .replace('[ki-001]', '[ki-001, ki-777]'),
      'releases/as-cms-may.mdx': release.replace('[ki-001]', '\n      - ki-777'),
      'contacts.yaml': `${contacts}  notFor:\n    - what: Invoices\n      instead: nobody\n`,
    },
    [
      'contacts.yaml:10: Expected the id of a contact: service-desk. Found "nobody". Add it to contacts.yaml, or name another contact.',
      'guidance/families.mdx:6: Expected the id of a contact: service-desk. Found "servicedesk". Write "service-desk" if that is what you meant.',
      'known-issues/ki-001.mdx:10: Expected the id of a release: as-cms-may. Found "as-cms-march". Add it to the folder releases, or name another release.',
      'known-issues/ki-001.mdx:11: Expected the id of a contact: service-desk. Found "nobody". Add it to contacts.yaml, or name another contact.',
      'known-issues/ki-001.mdx:12: Expected the id of a known issue: ki-001. Found "ki-777". Add it to the folder known-issues, or name another known issue.',
      'releases/as-cms-may.mdx:11: Expected the id of a known issue: ki-001. Found "ki-777". Add it to the folder known-issues, or name another known issue.',
    ],
  ],
];
