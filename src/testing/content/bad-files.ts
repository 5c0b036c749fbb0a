import { edition, guidance, type Files } from './write-content.ts';

/*
 * What authors get wrong in YAML and with files, and what they are told. Used by tests only. Read
 * the messages aloud when you change one: they must make sense to somebody who has never seen code.
 */

const letterWith = (from: string, to: string): Files => ({
  'newsletters/2026-05-08.mdx': edition('Kia ora.').replace(from, to),
});

/** A fault, the files that have it, and the messages. */
export const badFiles: [fault: string, files: Files, messages: string[]][] = [
  [
    'front matter that is empty',
    { 'releases/as-cms-may.mdx': '---\n---\n\nHello.\n' },
    [
      'releases/as-cms-may.mdx:2: Expected "title": a line of text. Found no "title". Add "title: …".',
      'releases/as-cms-may.mdx:2: Expected "system": a line of text. Found no "system". Add "system: …".',
      'releases/as-cms-may.mdx:2: Expected "effective": a date written 2026-05-15. Found no "effective". Add "effective: …".',
      'releases/as-cms-may.mdx:2: Expected "summary": a line of text. Found no "summary". Add "summary: …".',
      'releases/as-cms-may.mdx:2: Expected "audiences": a list of audiences. Found no "audiences". Add "audiences: …".',
      'releases/as-cms-may.mdx:2: Expected "changes": a list. Found no "changes". Add "changes: …".',
    ],
  ],
  [
    'no front matter',
    { 'releases/as-cms-may.mdx': 'Hello.\n' },
    [
      'releases/as-cms-may.mdx:1: Expected front matter: lines of "key: value" between two lines of three hyphens. Found text straight away. Start the file with "---", the keys, and "---" again, each on a line of its own.',
    ],
  ],
  [
    'front matter that does not end',
    { 'releases/as-cms-may.mdx': '---\ntitle: Hello\n' },
    [
      'releases/as-cms-may.mdx:1: Expected front matter: lines of "key: value" between two lines of three hyphens. Found no second line of three hyphens. Start the file with "---", the keys, and "---" again, each on a line of its own.',
    ],
  ],
  [
    'an empty file',
    { 'releases/as-cms-may.mdx': '\n' },
    [
      'releases/as-cms-may.mdx:1: Expected front matter: lines of "key: value" between two lines of three hyphens. Found an empty file. Start the file with "---", the keys, and "---" again, each on a line of its own.',
    ],
  ],
  [
    'a second colon on a line of YAML',
    letterWith('What this', 'What: this'),
    [
      'newsletters/2026-05-08.mdx:3: Expected lines of "key: value". Found a second colon on the line. Put the whole value in quotation marks.',
    ],
  ],
  [
    'a quotation mark of YAML that does not close',
    letterWith('What this', '"What this'),
    [
      'newsletters/2026-05-08.mdx:3: Expected lines of "key: value". Found a quotation mark or bracket that opens and does not close. Close it. If it is part of the words, put the whole value in quotation marks of the other kind.',
    ],
  ],
  [
    'a bracket of YAML that does not close',
    { 'guidance/families.mdx': guidance('Hi.').replace('[providers]', '[providers') },
    [
      'guidance/families.mdx:4: Expected lines of "key: value". Found a quotation mark or bracket that opens and does not close. Close it. If it is part of the words, put the whole value in quotation marks of the other kind.',
    ],
  ],
  [
    'a tab in YAML',
    letterWith('  schools:', '\tschools:'),
    [
      'newsletters/2026-05-08.mdx:5: Expected lines of "key: value". Found a tab at the start of the line. Use two spaces instead.',
    ],
  ],
  [
    'a crooked line of YAML',
    letterWith('    preheader', '   preheader'),
    [
      'newsletters/2026-05-08.mdx:7: Expected lines of "key: value". Found a line that starts further left or right than the lines it belongs with. Start keys of one group at the same place, two spaces further in than their group.',
    ],
  ],
  [
    'a key twice',
    letterWith('summary:', 'date: 2026-05-08\nsummary:'),
    [
      'newsletters/2026-05-08.mdx:3: Expected lines of "key: value". Found a key that is there already. Keep one of the two.',
    ],
  ],
  [
    'a value that starts with @',
    letterWith('What this', '@ministry'),
    [
      'newsletters/2026-05-08.mdx:3: Expected lines of "key: value". Found a value that starts with @, %, ` or another sign YAML keeps. Put the whole value in quotation marks.',
    ],
  ],
  [
    'a line of YAML without a colon',
    letterWith('summary:', 'summary'),
    [
      'newsletters/2026-05-08.mdx:3: Expected lines of "key: value". Found a line without a colon after its key. Write it as "key: value".',
    ],
  ],
  [
    'words that YAML would take for a comment',
    letterWith('One thing to do', 'Priority #1'),
    [
      'newsletters/2026-05-08.mdx:6: Expected a value in quotation marks where it holds " #". Found "#1", which would be left out as a comment. Put the whole value in quotation marks, or the comment on a line of its own.',
    ],
  ],
  [
    'words that YAML would take for a tag',
    letterWith('One thing to do', '!Important'),
    [
      'newsletters/2026-05-08.mdx:6: Expected a value in quotation marks where it starts with "&" or "!". Found "!Important", which would be left out. Put the whole value in quotation marks.',
    ],
  ],
  [
    'an edition whose date is not its file name',
    letterWith('2026-05-08', '2026-05-09'),
    [
      'newsletters/2026-05-08.mdx:2: Expected the date of the file name, 2026-05-08. Found 2026-05-09. Name the file 2026-05-09.mdx, or correct the date.',
    ],
  ],
  [
    'two documents with one id',
    { 'guidance/archive/Families.mdx': guidance('Hi.') },
    [
      'guidance/archive/Families.mdx: Expected a file name of lower-case letters, digits and hyphens. Found "Families.mdx". Rename the file: its name is the address of the page.',
      'guidance/families.mdx: Expected a file name that no other document of its kind has. Found "families.mdx", which is also the name of archive/Families.mdx. Rename one of them: the file name is the address of the page.',
    ],
  ],
  [
    'a file name that makes no address',
    { 'guidance/New families.mdx': guidance('Hi.') },
    [
      'guidance/New families.mdx: Expected a file name of lower-case letters, digits and hyphens. Found "New families.mdx". Rename the file: its name is the address of the page.',
    ],
  ],
  [
    'a file in an old encoding',
    { 'guidance/families.mdx': Buffer.from(guidance('Hi.\n\nM\u00e4rama'), 'latin1') },
    [
      'guidance/families.mdx:12: Expected a text file in UTF-8. Found letters in another encoding, or a file of another kind. Save it again as plain text with the encoding UTF-8.',
    ],
  ],
  [
    'a file that is no text',
    { 'guidance/families.mdx': Buffer.from('PK\u0003\u0004\0\0') },
    [
      'guidance/families.mdx:1: Expected a text file in UTF-8. Found letters in another encoding, or a file of another kind. Save it again as plain text with the encoding UTF-8.',
    ],
  ],
];
