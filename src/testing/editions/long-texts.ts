/** Makes a text of about as many letters as are asked for. */
type MakeText = (size: number) => string;

/** One thing over and over. */
const many =
  (part: string): MakeText =>
  (size) =>
    part.repeat(Math.ceil(size / part.length));

/** One thing over and over, each with a number of its own. */
const numbered =
  (part: (number: number) => string): MakeText =>
  (size) =>
    Array.from({ length: Math.ceil(size / part(1000).length) }, (_, index) => part(index)).join('');

/** Letters that look like a word and are none, another for each number. */
const gibberish = (number: number) =>
  [7, 11, 13, 17, 19, 23, 3].map((step) => String.fromCharCode(97 + ((number * step + step) % 26))).join('') + // prettier-ignore
  String.fromCharCode(97 + (Math.floor(number / 26) % 26)) +
  String.fromCharCode(97 + (Math.floor(number / 676) % 26));

/** Bodies of an edition of which each kind of reading once took time with the square of their size. */
export const longTexts: Readonly<Record<string, MakeText>> = {
  'opening braces': many('{'),
  'opening braces on lines': many('{\n\n'),
  'opening braces in words': many('a { b '),
  'closing braces': many('}'),
  expressions: many('{a} '),
  'braces within each other': (size) => '{'.repeat(size / 2) + '}'.repeat(size / 2),
  'tags cut short': many('<a '),
  'tags cut short on lines': many('<a b="c"\n\n'),
  'tags of HTML': many('<b>a '),
  'tags of HTML closed': many('<b>a</b> '),
  'paragraphs of HTML': many('<p>Words &amp; words.</p>\n'),
  'closing tags': many('</b> '),
  'smaller than': many('<'),
  'smaller than apart': many('< a '),
  'pasted page': numbered(
    (n) =>
      `<div class="row-${n}"><p style="margin:0">Words of line ${n}, <b>bold</b>&nbsp;and more.<br></p></div>\n`,
  ),
  'pasted page in paragraphs': numbered(
    (n) => `<div class="row-${n}">\n\n<p>Words of line ${n}<br>\n\n</div>\n\n`,
  ),
  comments: many('<!-- a -->\n\n'),
  'comments cut short': many('<!-- '),
  blocks: many('<Item>\n\n'),
  'blocks of a name unknown': many('<Foo>\n\na\n\n</Foo>\n\n'),
  'blocks that close nothing': many('</Item>\n\n'),
  items: numbered(
    (n) =>
      `<Item id="i${n}" title="Title ${n}" action="action-required" due="2026-05-15">\n\nSend it by 15 May, or [ask us](/contacts/).\n\n</Item>\n\n`,
  ),
  'a tag of many values': (size) => `<Item ${numbered((n) => `a${n}="b" `)(size)}>\n\na\n\n</Item>`,
  'a tag of many blanks': (size) => `<Item id="a"${' '.repeat(size)}b />`,
  brackets: many('['),
  'brackets closed': many(']'),
  'brackets within each other': (size) => '['.repeat(size / 2) + ']'.repeat(size / 2),
  'links cut short': many('[a]('),
  'links within each other': (size) => '['.repeat(size / 5) + 'a' + '](b)'.repeat(size / 5),
  'ends of links': many(']('),
  links: numbered((n) => `[page ${n}](/guidance/page-${n}/) `),
  'links to places': numbered((n) => `[page ${n}](#place-${n})\n\n`),
  pictures: many('!['),
  'pictures closed': many('![a](b) '),
  references: numbered((n) => `[a${n}]: https://ministry.example/${n}\n`),
  stars: many('*'),
  'stars apart': many('*a '),
  'stars and strokes': many('*a_ '),
  'stars in pairs': many('**a** '),
  'strokes of underlining': many('_'),
  'underlining apart': many('_a '),
  tildes: many('~a '),
  backticks: many('`'),
  'backticks of every length': (size) => {
    let text = '';
    for (let n = 1; text.length < size; n++) text += `${'`'.repeat(n)}a `;
    return text;
  },
  quotations: (size) => '> a\n\n'.repeat(size / 5),
  'quotations on one line': many('>'),
  ampersands: many('&'),
  'ampersands and letters': many('&a'),
  entities: many('&amp;'),
  backslashes: many('\\'),
  'backslashes and signs': many('\\*'),
  'one word': many('a'),
  'a line of words': many('word '),
  lines: many('a\n'),
  paragraphs: many('a b c.\n\n'),
  'empty lines': many('\n'),
  blanks: (size) => `a${' '.repeat(size)}b`,
  tabs: many('\t'),
  'table rows': (size) => `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(size / 10)}`,
  'a long table row': (size) => `${'| a '.repeat(size / 8)}|\n${'|---'.repeat(size / 8)}|\n`,
  pipes: many('|'),
  'pipes apart': many('a | '),
  'lists within each other': (size) =>
    Array.from({ length: Math.sqrt(size) }, (_, n) => `${' '.repeat(2 * n)}- a\n`).join(''),
  'marks of lists': many('- '),
  'entries of a list': many('- Entry\n'),
  'entries of a loose list': many('- Entry\n\n'),
  'numbered entries': numbered((n) => `${n}. Entry\n`),
  headings: many('## a\n\n'),
  'headings of their own': numbered((n) => `## Heading ${n}\n\n`),
  'signs of headings': many('#'),
  underlines: many('a\n=\n'),
  hyphens: many('-'),
  rules: many('---\n\n'),
  'dots without end': (size) => `${'.'.repeat(size)}a`,
  'dots and brackets': (size) => `${'.)'.repeat(size / 2)}a`,
  'sentences that go on': many('etc. and so on '),
  sentences: many('We were told. It is done. '),
  'words twice': many('the the '),
  times: many('at 11-1pm, '),
  dates: many('on 1 May, '),
  'many dates': many('by Monday 18, 19 and '),
  addresses: many('a@b.example '),
  'parts of addresses': many('a@a.'),
  'web addresses': many('www.a.nz '),
  'quotation marks': many('“a” '),
  'opening quotation marks': many('“a '),
  'short forms': numbered(
    (n) =>
      `(${String.fromCharCode(65 + (n % 26), 65 + (Math.floor(n / 26) % 26), 65 + (Math.floor(n / 676) % 26))}) `,
  ),
  'loud words': numbered((n) => `${gibberish(n).toUpperCase()} `),
  gibberish: numbered((n) => `${gibberish(n)} `),
  'sentences of gibberish': numbered((n) => `The ${gibberish(n)} is a ${gibberish(n + 7)} thing. `),
  'titles of gibberish': numbered((n) => `${gibberish(n).replace(/^./, (a) => a.toUpperCase())} `),
  'macrons composed of two': many('a\u0304'),
  'invisible letters': many('a\u200b'),
  'I in paragraphs': many('I ask.\n\n'),
  'words to mend': many('whanau on 1st May at 11:00am '),
  'words to mend on lines': many('The whanau, [a](/a/).\n\n'),
  'headings and links to them': numbered((n) => `## Place ${n}\n\n[b](#plaec-${n})\n\n`),
  'passive sentences': many('It is sent. It is kept. '),
  'deadlines in items': numbered(
    (n) =>
      `<Item id="i${n}" title="a" action="action-required" due="2026-05-15">\n\n${'Send it by 14 May. '.repeat(20)}\n\n</Item>\n\n`,
  ),
  'bold paragraphs': many('**a** b\n\n'),
  'words with bold': many('a **b** '),
};

/** Front matter likewise. */
export const longFrontMatters: Readonly<Record<string, MakeText>> = {
  colons: many(':'),
  'colons apart': many('a: '),
  'keys within keys': (size) =>
    Array.from({ length: Math.sqrt(size) }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
  keys: numbered((n) => `key${n}: a\n`),
  'the same key': many('a: b\n'),
  'lines without a colon': many('a\n'),
  brackets: (size) => `a: ${'['.repeat(size)}`,
  braces: (size) => `a: ${'{'.repeat(size)}`,
  'brackets closed': (size) => `a: ${']'.repeat(size)}`,
  'lists in brackets': (size) => `a: [${'b, '.repeat(size / 3)}]`,
  'brackets on lines': many('a: [\n'),
  anchors: numbered((n) => `k${n}: &a${n} b\n`),
  'aliases of lists': numbered((n) => `k${n}: &a${n} [*a${n - 1}, *a${n - 1}]\n`),
  aliases: (size) => `a: &a b\n${numbered((n) => `k${n}: *a\n`)(size)}`,
  'aliases without an anchor': numbered((n) => `k${n}: *a\n`),
  tags: numbered((n) => `k${n}: !a b\n`),
  comments: many('a: b # c\n'),
  'signs of comments': many('#'),
  hyphens: many('- '),
  entries: (size) => `a:\n${'  - b\n'.repeat(size / 6)}`,
  quotes: many("a: '\n"),
  'double quotes': many('a: "\n'),
  'one long value': (size) => `summary: ${'a '.repeat(size / 2)}`,
  'a value of many lines': (size) => `summary: >\n${'  a\n'.repeat(size / 4)}`,
  'a quoted value of many lines': (size) => `summary: "${'a\n  '.repeat(size / 4)}"`,
  acks: many('acks:\n  - rule: a\n    reason: b\n'),
  'entries of acks': (size) =>
    `acks:\n${'  - rule: read/sentence\n    words: a\n    reason: b c d e f\n    by: g\n'.repeat(size / 70)}`,
  tabs: many('\ta: b\n'),
  blanks: (size) => `a: b${' '.repeat(size)}c`,
  'question marks': many('? '),
  bars: many('a: |\n'),
};
