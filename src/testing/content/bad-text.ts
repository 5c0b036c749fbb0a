import { edition, guidance, type Files } from './write-content.ts';

/*
 * What authors get wrong in their text and its links, and what they are told.
 * Used by tests only. Read the messages aloud when you change one: they must make sense to
 * somebody who has never seen code.
 */

const letter = (body: string): Files => ({ 'newsletters/2026-05-08.mdx': edition(body) });

/** A fault, the files that have it, and the messages. */
export const badText: [fault: string, files: Files, messages: string[]][] = [
  [
    'lists within lists without end',
    letter(`${'- '.repeat(90)}Words.`),
    [
      'newsletters/2026-05-08.mdx:9: Expected a text whose lists, quotations and blocks stand a few deep within each other. Found one that is dozens deep. Take them apart: a list within a list is as much as readers can follow.',
    ],
  ],
  [
    'an import',
    letter('import Chart from "./chart.js";'),
    [
      'newsletters/2026-05-08.mdx:9: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found a line that starts with "import". Remove it: a document needs no code. If it is a sentence, start it with another word.',
    ],
  ],
  [
    'an export',
    letter('Hello.\n\nexport const sum = 1;'),
    [
      'newsletters/2026-05-08.mdx:11: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found a line that starts with "export". Remove it: a document needs no code. If it is a sentence, start it with another word.',
    ],
  ],
  [
    'an expression in the text',
    letter('Hello {name}.'),
    [
      'newsletters/2026-05-08.mdx:9: Expected plain words. Found {name}. Write the words themselves. For a plain brace write &#123; or &#125;.',
    ],
  ],
  [
    'an expression on a line of its own',
    letter('{name}'),
    [
      'newsletters/2026-05-08.mdx:9: Expected plain words. Found {name}. Write the words themselves. For a plain brace write &#123; or &#125;.',
    ],
  ],
  [
    'an expression that does not close',
    letter('Hello {name.'),
    [
      'newsletters/2026-05-08.mdx:9: Expected plain words. Found a "{" that does not close. Write the words themselves. For a plain brace write &#123; or &#125;.',
    ],
  ],
  [
    'an expression that is no code',
    letter('Hello {first name}.'),
    [
      'newsletters/2026-05-08.mdx:9: Expected plain words. Found {first name}. Write the words themselves. For a plain brace write &#123; or &#125;.',
    ],
  ],
  [
    'a script',
    letter('<script>\nalert(1)\n</script>'),
    [
      'newsletters/2026-05-08.mdx:9: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found <script>, an HTML tag. Remove it with all that is inside: a document is words, and runs nothing.',
    ],
  ],
  [
    'a script within a sentence',
    letter('Hello <script>alert(1)</script>.'),
    [
      'newsletters/2026-05-08.mdx:9: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found <script>, an HTML tag. Remove it with all that is inside: a document is words, and runs nothing.',
    ],
  ],
  [
    'an event handler',
    letter('<Button to="/contacts/" label="Go" onclick="go()" />'),
    [
      'newsletters/2026-05-08.mdx:9: Expected only these in <Button>: to, label. Found "onclick". Remove "onclick".',
    ],
  ],
  [
    'an event handler with braces',
    letter('<Button to="/contacts/" label="Go" onClick={() => go()} />'),
    [
      'newsletters/2026-05-08.mdx:9: Expected name="words" in a tag, and nothing else. Found onClick={() => go()} in <Button>. Remove onClick.',
    ],
  ],
  [
    'a comment of HTML',
    letter('Hello. <!-- check\nwith legal --> Bye.'),
    [
      'newsletters/2026-05-08.mdx:9: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found a comment. Remove it. Notes to colleagues belong outside the document.',
    ],
  ],
  [
    'a comment of MDX',
    letter('{/* check with legal */}'),
    [
      'newsletters/2026-05-08.mdx:9: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found a comment. Remove it. Notes to colleagues belong outside the document.',
    ],
  ],
  [
    'dates that do not exist',
    {
      'newsletters/2026-05-08.mdx': edition(
        'Ends <Day on="2026-04-31" />.\n\n<ComingUp edition="5 June 2026">\n\n- More\n\n</ComingUp>',
      ),
      'guidance/families.mdx': guidance('Hi.').replace('2026-05-01', '2026-02-29'),
    },
    [
      'guidance/families.mdx:7: Expected a date that exists. Found "lastReviewed: 2026-02-29". Write "lastReviewed: …" with a date that exists.',
      'newsletters/2026-05-08.mdx:9: Expected a date that exists. Found on="2026-04-31" in <Day>. Write on="…" with a date that exists.',
      'newsletters/2026-05-08.mdx:11: Expected a date written 2026-05-15. Found edition="5 June 2026" in <ComingUp>. Write edition="…" with a date written 2026-05-15.',
    ],
  ],
  [
    'two anchors with one id',
    letter(
      '<Item id="news" title="News" action="for-information">\n\nRead.\n\n</Item>\n\n## News\n\n## More\n\n## More!',
    ),
    [
      'newsletters/2026-05-08.mdx:15: Expected an anchor that nothing else in the document has. Found "news" again, first on line 9. Give one of them another id, or the heading other words.',
      'newsletters/2026-05-08.mdx:19: Expected an anchor that nothing else in the document has. Found "more" again, first on line 17. Give one of them another id, or the heading other words.',
    ],
  ],
  [
    'a heading without words',
    letter('## !?'),
    [
      'newsletters/2026-05-08.mdx:9: Expected words in a heading. Found "!?". Say what the text beneath is about, or remove the heading.',
    ],
  ],
  [
    'a plain <',
    letter('Away for <5 days.'),
    [
      'newsletters/2026-05-08.mdx:9: Expected a block after "<". Found "<5 days.". Say "less than", or write &lt; for a plain "<".',
    ],
  ],
  [
    'key dates without a date, or without words',
    letter(
      '<Dates id="a" title="Key dates">\n\n- Friday 24 July 2026: invoices\n- <Day on="2026-07-24" />\n- <Day on="2026-07-25" /> Invoices\n\n</Dates>',
    ),
    [
      'newsletters/2026-05-08.mdx:11: Expected a date at the start of each entry of <Dates>, then words. Found an entry that starts with something else. Start it with <Day on="2026-05-15" /> or <Period from="2026-07-06" to="2026-07-17" />.',
      'newsletters/2026-05-08.mdx:12: Expected a date at the start of each entry of <Dates>, then words. Found a date alone. Say after it, on the same line, what happens then.',
    ],
  ],
  [
    'tables that readers could not follow',
    letter(
      '| Term | Days |\n| ---- | ---- |\n| 1    | 50   | 2 |\n|      | 51   |\n\n| Term |  |\n| --- | --- |\n| 1 | 50 |\n\n| Term | Days |\n| 1 | 50 |\n\n| One |\n| --- |\n| 1 |\n\n| A | B | C | D | E | F |\n| - | - | - | - | - | - |\n\n- | A | B |\n  | - | - |\n  | 1 | 2 |\n\n| A | B |\n| - | - |\n| 1 | <Button to="/a/" label="Go" /> |',
    ),
    [
      'newsletters/2026-05-08.mdx:11: Expected 2 cells, as in the first row of the table. Found 3. Write one cell for each column, with "|" between them. For a "|" in words write \\|.',
      'newsletters/2026-05-08.mdx:12: Expected words in the first cell of each row, which say what the row is about. Found none. Write them, or put what the row says into the row above.',
      'newsletters/2026-05-08.mdx:14: Expected words at the top of each column but the first. Found none at the top of one. Say there what the column holds. Leave the whole first row empty where only the first column says what is what.',
      'newsletters/2026-05-08.mdx:18: Expected a second line of hyphens, one run for each of the 2 columns of a table. Found "| 1 | 50 |". Write | --- | --- | under the first row, which says what each column holds.',
      'newsletters/2026-05-08.mdx:21: Expected a table of 2 to 5 columns. Found one of 1. Write a list: start each entry with "- ".',
      'newsletters/2026-05-08.mdx:25: Expected a table of 2 to 5 columns. Found one of 6. Leave columns out, or make two tables, so that it can be read on a phone.',
      'newsletters/2026-05-08.mdx:25: Expected rows under the first row of a table. Found none. Write each row on a line of its own, right under the line of hyphens.',
      'newsletters/2026-05-08.mdx:28: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found a table in a list or a quotation. Put it after the list or the quotation, with an empty line before it.',
      'newsletters/2026-05-08.mdx:34: Expected <Button> on a line of its own, outside lists, tables and quotations. Found it within a sentence, a list or a table. Move it out, with an empty line before and after it.',
    ],
  ],
  [
    'a picture in Markdown, and one in HTML',
    letter('![A wharenui](/pictures/wharenui.png)\n\n<img src="/wharenui.png" />'),
    [
      'newsletters/2026-05-08.mdx:9: Expected pictures as <Picture file="…" alt="…" />. Found ![A wharenui](/pictures/wharenui.png). Write <Picture file="wharenui.png" alt="A wharenui" /> on a line of its own, with what it tells in words, and put the picture into the folder files.',
      'newsletters/2026-05-08.mdx:11: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found <img>, an HTML tag. Write <Picture file="…" alt="…" />, and put the picture into the folder files.',
    ],
  ],
  [
    'a line across, struck words, code and a footnote',
    letter('Hello.\n\n---\n\n~~Old~~ new[^1].\n\n```\ncode\n```\n\n[^1]: Note.'),
    [
      'newsletters/2026-05-08.mdx:11: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found a line across the page. Remove it: items are set apart for you.',
      'newsletters/2026-05-08.mdx:13: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found words struck through. Remove them, or say what changed.',
      'newsletters/2026-05-08.mdx:13: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found a footnote. Put the note in the sentence, or after it.',
      'newsletters/2026-05-08.mdx:15: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found a block of code. Use a paragraph or a list.',
      'newsletters/2026-05-08.mdx:19: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found a footnote. Put the note in the sentence, or after it.',
    ],
  ],
  [
    'boxes to tick',
    letter('- [ ] Call\n- [x] Write'),
    [
      'newsletters/2026-05-08.mdx:9: Expected list entries without boxes to tick. Found [ ]. Remove it. For a list to tick off put the whole list into a <Checklist>.',
      'newsletters/2026-05-08.mdx:10: Expected list entries without boxes to tick. Found [x]. Remove it. For a list to tick off put the whole list into a <Checklist>.',
    ],
  ],
  [
    'headings of the wrong level',
    letter(
      '# Title\n\n##### Deep\n\n<Item id="news" title="News" action="for-information">\n\n## In an item\n\n</Item>',
    ),
    [
      'newsletters/2026-05-08.mdx:9: Expected headings that start with ## or ### in a newsletter. Found # Title. Write ## Title.',
      'newsletters/2026-05-08.mdx:11: Expected headings that start with ## or ### in a newsletter. Found ##### Deep. Write ### Deep.',
      'newsletters/2026-05-08.mdx:15: Expected headings that start with ### or #### in <Item>. Found ## In an item. Write ### In an item.',
    ],
  ],
  [
    'addresses between < and >',
    letter('See <https://ministry.example/> or <desk@ministry.example>.'),
    [
      'newsletters/2026-05-08.mdx:9: Expected a link written [words](https://…). Found <https://ministry.example/>. Write the words of the link between [ and ] and its address between ( and ).',
      'newsletters/2026-05-08.mdx:9: Expected a contact of contacts.yaml. Found <desk@ministry.example>. Write <Contact id="…" />, so that the address is kept in one place.',
    ],
  ],
  [
    'links to nowhere',
    letter(
      '[A](/guidance/nobody/) [B](/guidance/families/#nowhere) [C](#nowhere) [D](/contacts)\n\n<Button to="/contacts/#service-dsk" label="Ask" />',
    ),
    [
      'newsletters/2026-05-08.mdx:9: Expected a page of this site. Found a link to /guidance/nobody/. Open the page in the site and copy its address from there.',
      'newsletters/2026-05-08.mdx:9: Expected an anchor of /guidance/families/: it has none yet. Found a link to /guidance/families/#nowhere. Open the page in the site and copy its address from there.',
      'newsletters/2026-05-08.mdx:9: Expected an anchor of /newsletters/2026-05-08/: it has none yet. Found a link to #nowhere. Open the page in the site and copy its address from there.',
      'newsletters/2026-05-08.mdx:9: Expected a page of this site. Found a link to /contacts. Write /contacts/ if that is what you meant.',
      'newsletters/2026-05-08.mdx:11: Expected an anchor of /contacts/: service-desk. Found a link to /contacts/#service-dsk. Write /contacts/#service-desk if that is what you meant.',
    ],
  ],
  [
    'a link to what its readers do not get',
    letter(
      '<Item id="invoices" title="Invoices" action="for-information" audience="providers">\n\nRead.\n\n</Item>\n\nSee [the item](#invoices).',
    ),
    [
      'newsletters/2026-05-08.mdx:15: Expected an anchor of /newsletters/2026-05-08/schools/: it has none yet. Found a link to #invoices. Open the page in the site and copy its address from there.',
    ],
  ],
  [
    'links that are not safe',
    letter(
      '[A](http://ministry.example/) [B](javascript:alert) [C](//ministry.example/) [D](/\\ministry.example/) [E](mailto:desk@ministry.example)',
    ),
    [
      'newsletters/2026-05-08.mdx:9: Expected a link to a page of this site, starting with "/", or to an address that starts with https://. Found [A](http://ministry.example/). Write https://ministry.example/.',
      'newsletters/2026-05-08.mdx:9: Expected a link to a page of this site, starting with "/", or to an address that starts with https://. Found [B](javascript:alert). Open the page and copy its address from the browser.',
      'newsletters/2026-05-08.mdx:9: Expected a link to a page of this site, starting with "/", or to an address that starts with https://. Found [C](//ministry.example/). Open the page and copy its address from the browser.',
      'newsletters/2026-05-08.mdx:9: Expected a link to a page of this site, starting with "/", or to an address that starts with https://. Found [D](/\\ministry.example/). Open the page and copy its address from the browser.',
      'newsletters/2026-05-08.mdx:9: Expected a link to a page of this site, starting with "/", or to an address that starts with https://. Found [E](mailto:desk@ministry.example). Write <Contact id="…" />, so that the address or number is kept in one place.',
    ],
  ],
  [
    'a button to an address that is not safe',
    letter('<Button to="http://ministry.example/" label="Go" />'),
    [
      'newsletters/2026-05-08.mdx:9: Expected a link to a page of this site such as /guidance/home-education/, or an address starting with https://. Found to="http://ministry.example/" in <Button>. Write to="…" with a link to a page of this site such as /guidance/home-education/, or an address starting with https://.',
    ],
  ],
  [
    'empty links',
    letter('[](/contacts/) and [contacts]()'),
    [
      'newsletters/2026-05-08.mdx:9: Expected words in a link. Found [](/contacts/). Write between [ and ] what the link leads to.',
      'newsletters/2026-05-08.mdx:9: Expected a link to a page of this site, starting with "/", or to an address that starts with https://. Found [contacts](). Write between ( and ) the address of the page it leads to.',
    ],
  ],
  [
    'a link with a title',
    letter('[contacts](/contacts/ "All of them")'),
    [
      'newsletters/2026-05-08.mdx:9: Expected a link of words and an address, and nothing else. Found [contacts](/contacts/ "All of them"). Move the words in quotation marks into the text.',
    ],
  ],
  [
    'a link whose address stands below',
    letter('[contacts][1]\n\n[1]: /contacts/'),
    [
      'newsletters/2026-05-08.mdx:9: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found a link whose address stands somewhere else. Write the address beside the words: [words](address).',
      'newsletters/2026-05-08.mdx:11: Expected paragraphs, headings, lists, tables, quotations, links and blocks. Found an address away from its link. Write the address beside the words: [words](address).',
    ],
  ],
];
