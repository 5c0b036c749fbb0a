import { contract } from '../../blocks/contract.ts';
import { edition, type Files } from './write-content.ts';

/*
 * What authors get wrong in blocks, and what they are told.
 * Used by tests only. Read the messages aloud when you change one: they must make sense to
 * somebody who has never seen code.
 */

const letter = (body: string): Files => ({ 'newsletters/2026-05-08.mdx': edition(body) });

const callout = (props: string) => `<Callout ${props}>\n\nRead this.\n\n</Callout>`;

/** A fault, the files that have it, and the messages. */
export const badBlocks: [fault: string, files: Files, messages: string[]][] = [
  [
    'an unknown block',
    letter(callout('kind="note" title="Mind"').replaceAll('Callout', 'Callot')),
    [
      `newsletters/2026-05-08.mdx:9: Expected one of the blocks: ${Object.keys(contract).join(', ')}. Found <Callot>. Write <Callout> if that is what you meant.`,
    ],
  ],
  [
    'a block in small letters',
    letter(callout('kind="note" title="Mind"').replaceAll('Callout', 'callout')),
    [
      `newsletters/2026-05-08.mdx:9: Expected one of the blocks: ${Object.keys(contract).join(', ')}. Found <callout>. Write <Callout> if that is what you meant.`,
    ],
  ],
  [
    'a misspelt prop',
    letter(callout('kind="note" titel="Mind"')),
    [
      'newsletters/2026-05-08.mdx:9: Expected only these in <Callout>: kind, title. Found "titel". Write "title" if that is what you meant.',
    ],
  ],
  [
    'a prop that the block does not have',
    letter('<WebOnly audience="schools">\n\nRead this.\n\n</WebOnly>'),
    [
      'newsletters/2026-05-08.mdx:9: Expected <WebOnly> with nothing but its name. Found "audience". Remove "audience".',
    ],
  ],
  [
    'a missing prop',
    letter(callout('kind="note"')),
    [
      'newsletters/2026-05-08.mdx:9: Expected "title" in <Callout>: a line of text. Found no "title". Add title="…".',
    ],
  ],
  [
    'a prop with a value that is none of its own',
    letter(callout('kind="notice" title="Mind"')),
    [
      'newsletters/2026-05-08.mdx:9: Expected a kind: note or warning. Found kind="notice" in <Callout>. Write kind="note" if that is what you meant.',
    ],
  ],
  [
    'an empty prop',
    letter(callout('kind="note" title=" "')),
    [
      'newsletters/2026-05-08.mdx:9: Expected a line of text that is not empty. Found "title" with nothing in it in <Callout>. Fill it in.',
    ],
  ],
  [
    'a prop of two lines',
    letter(callout('kind="note" title="Mind\nthis"')),
    [
      'newsletters/2026-05-08.mdx:9: Expected one line of text without line breaks or control characters. Found title="Mind [line break] this" in <Callout>. Write title="…" with one line of text without line breaks or control characters.',
    ],
  ],
  [
    'a prop twice',
    letter(callout('kind="note" kind="note" title="Mind"')),
    [
      'newsletters/2026-05-08.mdx:9: Expected name="words" in a tag, and nothing else. Found "kind" twice in <Callout>. Keep one of them.',
    ],
  ],
  [
    'an id with capitals and spaces',
    letter('<Item id="Quarter 1" title="Quarter 1" action="for-information">\n\nRead.\n\n</Item>'),
    [
      'newsletters/2026-05-08.mdx:9: Expected an id of lower-case letters, digits and hyphens, such as "quarter-1-invoices". Found id="Quarter 1" in <Item>. Write id="…" with an id of lower-case letters, digits and hyphens, such as "quarter-1-invoices".',
    ],
  ],
  [
    'ids in the text that name nothing',
    letter(
      '<Guidance id="familes" />\n\n<Guidance id="families" principle="listen" />\n\n<KnownIssue id="ki-777" />\n\n<Release id="march" />\n\n- Ask <Contact id="nobody" />.',
    ),
    [
      'newsletters/2026-05-08.mdx:9: Expected the id of a guidance page: families. Found "familes". Write "families" if that is what you meant.',
      'newsletters/2026-05-08.mdx:11: Expected a principle of families: it has none yet. Found "listen". Leave "principle" out to quote the whole page, or name one that it has.',
      'newsletters/2026-05-08.mdx:11: Expected only what is for schools in what schools get. Found <Guidance>, which is for providers only. Put it into <For audience="providers"> … </For> or an item of theirs, or add schools to its "audiences".',
      'newsletters/2026-05-08.mdx:13: Expected the id of a known issue: ki-001. Found "ki-777". Add it to the folder known-issues, or name another known issue.',
      'newsletters/2026-05-08.mdx:15: Expected the id of a release: as-cms-may. Found "march". Add it to the folder releases, or name another release.',
      'newsletters/2026-05-08.mdx:17: Expected the id of a contact: service-desk. Found "nobody". Add it to contacts.yaml, or name another contact.',
    ],
  ],
  [
    'an expression in a prop',
    letter(callout('kind={"note"} title="Mind"')),
    [
      'newsletters/2026-05-08.mdx:9: Expected name="words" in a tag, and nothing else. Found kind={"note"} in <Callout>. Write kind="…".',
    ],
  ],
  [
    'an expression in place of props',
    letter(callout('{...props} kind="note" title="Mind"')),
    [
      'newsletters/2026-05-08.mdx:9: Expected name="words" in a tag, and nothing else. Found {...props} in <Callout>. Remove it.',
    ],
  ],
  [
    'a script with signs that look like tags',
    letter('<script>\nif (1<n) { alert(n) }\n</script>'),
    [
      'newsletters/2026-05-08.mdx:9: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found <script>, an HTML tag. Remove it with all that is inside: a document is words, and runs nothing.',
      'newsletters/2026-05-08.mdx:10: Expected a tag such as <Button to="/contacts/" label="Find a contact" />. Found <n) { alert(n) }. Check that it has straight quotation marks on both sides of each value, and ends with ">" or "/>".',
    ],
  ],
  [
    'HTML tags',
    letter('<div>\n\nSome <b>bold</b> words.\n\n</div>\n\nOne<br>two'),
    [
      'newsletters/2026-05-08.mdx:9: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found <div>, an HTML tag. Use Markdown, such as **bold** or "- " for a list, or one of the blocks.',
      'newsletters/2026-05-08.mdx:11: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found <b>, an HTML tag. Use Markdown, such as **bold** or "- " for a list, or one of the blocks.',
      'newsletters/2026-05-08.mdx:15: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found <br>, an HTML tag. Use Markdown, such as **bold** or "- " for a list, or one of the blocks.',
    ],
  ],
  [
    'sessions at times that do not exist',
    letter(
      '<Event id="drop-in" title="Drop-in" audience="Schools" mode="online" sameContent="no">\n\n<Session id="a" start="2026-09-27T02:30" end="2026-09-31T03:00" />\n\n<Session id="b" start="2026-05-19 11:00" end="2026-05-19T25:00" />\n\n</Event>',
    ),
    [
      'newsletters/2026-05-08.mdx:11: Expected a time that daylight saving does not skip. Found start="2026-09-27T02:30" in <Session>. Write start="…" with a time that daylight saving does not skip.',
      'newsletters/2026-05-08.mdx:11: Expected a date that exists. Found end="2026-09-31T03:00" in <Session>. Write end="…" with a date that exists.',
      'newsletters/2026-05-08.mdx:13: Expected a date written 2026-05-15, or a date and time written 2026-05-15T17:00. Found start="2026-05-19 11:00" in <Session>. Write start="…" with a date written 2026-05-15, or a date and time written 2026-05-15T17:00.',
      'newsletters/2026-05-08.mdx:13: Expected a date written 2026-05-15, or a date and time written 2026-05-15T17:00. Found end="2026-05-19T25:00" in <Session>. Write end="…" with a date written 2026-05-15, or a date and time written 2026-05-15T17:00.',
    ],
  ],
  [
    'a tag that does not close',
    letter('<Callout kind="note" title="Mind">\n\nRead this.'),
    [
      'newsletters/2026-05-08.mdx:9: Expected </Callout> to close <Callout>. Found no </Callout>. Write <Callout> and </Callout> on lines of their own, with what belongs to it between them.',
    ],
  ],
  [
    'a tag that closes in another paragraph',
    letter('<Callout kind="note" title="Mind">Read\n\nthis.</Callout>'),
    [
      'newsletters/2026-05-08.mdx:9: Expected </Callout> to close <Callout>. Found the end of the paragraph or list before it. Write <Callout> and </Callout> on lines of their own, with what belongs to it between them.',
    ],
  ],
  [
    'a block of a sentence without its slash',
    letter('Hello <Reo mi="koutou"> all.'),
    [
      'newsletters/2026-05-08.mdx:9: Expected <Reo … /> with "/>" at its end. Found <Reo … >. End the tag with "/>": it holds nothing.',
    ],
  ],
  [
    'a tag that was never opened',
    letter('Hello.\n\n</Callout>'),
    [
      'newsletters/2026-05-08.mdx:11: Expected <Callout> before </Callout>. Found </Callout> alone. Remove </Callout>, or write <Callout> before what belongs to it.',
    ],
  ],
  [
    'tags that cross',
    letter('<WebOnly>\n\n<Callout kind="note" title="Mind">\n\nRead.\n\n</WebOnly>\n\n</Callout>'),
    [
      'newsletters/2026-05-08.mdx:15: Expected </Callout>, since the <Callout> of line 11 is still open. Found </WebOnly>. Write </Callout> before it, or remove <Callout>.',
    ],
  ],
  [
    'a tag with a quotation mark missing',
    letter('<Button to="/contacts/ label="Go" />'),
    [
      'newsletters/2026-05-08.mdx:9: Expected a tag such as <Button to="/contacts/" label="Find a contact" />. Found <Button to="/contacts/ label="Go" />. Check that it has straight quotation marks on both sides of each value, and ends with ">" or "/>".',
    ],
  ],
  [
    'curly quotation marks in a tag',
    letter('<Button to=“/contacts/” label=“Go” />'),
    [
      'newsletters/2026-05-08.mdx:9: Expected a tag such as <Button to="/contacts/" label="Find a contact" />. Found <Button to=“/contacts/” label=“Go” />. Use straight quotation marks around values: "…" instead of “…”.',
    ],
  ],
  [
    'blocks in the wrong place',
    letter(
      '<Principle id="listen" title="Listen">\n\nListen.\n\n</Principle>\n\n<Session id="a" start="2026-05-19T11:00" end="2026-05-19T12:00" />\n\n<Callout kind="note" title="Mind">\n\n<Button to="/contacts/" label="Ask" />\n\n</Callout>',
    ),
    [
      'newsletters/2026-05-08.mdx:9: Expected <Principle> directly in guidance. Found it in a newsletter. Move it there.',
      'newsletters/2026-05-08.mdx:15: Expected <Session> directly in <Event>. Found it in a newsletter. Move it there.',
      'newsletters/2026-05-08.mdx:17: Expected only text inside <Callout>. Found <Button>. Move <Button> out of <Callout>.',
    ],
  ],
  [
    'a block of its own within a sentence or a list',
    letter('See <KnownIssue id="ki-001" /> for more.\n\n- <KnownIssue id="ki-001" />'),
    [
      'newsletters/2026-05-08.mdx:9: Expected <KnownIssue> on a line of its own, outside lists, tables and quotations. Found it within a sentence, a list or a table. Move it out, with an empty line before and after it.',
      'newsletters/2026-05-08.mdx:11: Expected <KnownIssue> on a line of its own, outside lists, tables and quotations. Found it within a sentence, a list or a table. Move it out, with an empty line before and after it.',
    ],
  ],
  [
    'a block of a sentence alone',
    letter('<Day on="2026-05-15" />'),
    [
      'newsletters/2026-05-08.mdx:9: Expected <Day> within a sentence. Found it on a line of its own. Put words before or after it on the same line.',
    ],
  ],
  [
    'words in a block that holds none',
    letter(
      '<Contact id="service-desk">The desk</Contact>\n\nHello <Reo mi="koutou">you</Reo>.\n\n- <Reo mi="koutou">you</Reo>',
    ),
    [
      'newsletters/2026-05-08.mdx:9: Expected <Contact … /> with nothing inside. Found words between <Contact> and </Contact>. End the tag with "/>" and move the words behind it.',
      'newsletters/2026-05-08.mdx:11: Expected <Reo … /> with nothing inside. Found words between <Reo> and </Reo>. End the tag with "/>" and move the words behind it.',
      'newsletters/2026-05-08.mdx:13: Expected <Reo … /> with nothing inside. Found words between <Reo> and </Reo>. End the tag with "/>" and move the words behind it.',
    ],
  ],
  [
    'blocks with nothing or the wrong thing inside',
    letter(
      '<WebOnly></WebOnly>\n\n<Callout kind="note" title="Mind"></Callout>\n\n<Checklist title="Bring">\n\nA pen.\n\n</Checklist>',
    ),
    [
      'newsletters/2026-05-08.mdx:9: Expected something inside <WebOnly>. Found nothing. Write its text between the tags, with an empty line after the opening tag.',
      'newsletters/2026-05-08.mdx:11: Expected something inside <Callout>. Found nothing. Write its text between the tags, with an empty line after the opening tag.',
      'newsletters/2026-05-08.mdx:13: Expected one list inside <Checklist>. Found something else. Put one list between the tags, each entry starting with "- ".',
    ],
  ],
];
