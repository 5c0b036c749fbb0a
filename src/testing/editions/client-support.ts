/** The mail programs our readers use, in the names of Can I email. */
export const clients = [
  'outlook.windows',
  'outlook.macos',
  'outlook.outlook-com',
  'gmail.*',
  'apple-mail.*',
  'samsung-email.*',
] as const;

const inline =
  'Gmail in a phone’s browser drops the styles in the head: what a bulletin needs in the light is written into the elements; without the rest, margins are a browser’s own, labels are words without a shape, and nothing turns dark.';
const outlook = 'Outlook for Windows draws with Word: ';

/** What at least one of them lacks or knows in part, by Can I email’s title, and why that is well. */
export const degrades: Readonly<Record<string, string>> = {
  '<style> element': inline,
  '@media': inline,
  '@media (prefers-color-scheme)': `${inline} Gmail and Samsung turn colours about by themselves, which ours bear.`,
  'Class selector': inline,
  'Type selector': inline,
  'ID selector': inline,
  'Attribute selector': `${inline} Outlook on the web is the one that needs [data-ogsc], and knows it.`,
  'Child combinator': inline,
  'Descendant combinator': inline,
  '!important keyword':
    'Only dark colours and MJML’s column widths use it; without it they are light, and full width.',
  'color-scheme CSS property':
    'A hint alone: where it is unknown, the program decides on dark colours by itself.',
  '<body> element':
    'Some make it a <div>: the wrapper carries lang, dir, role and the ground colour again.',
  'dir attribute': 'The text runs left to right, which is what programs do without it.',
  direction: 'As dir: left to right is the rule everywhere.',
  'align attribute': 'On cells every program knows it; on tables it only centres the whole.',
  background: 'Only colours, which all know; the parts that some lack are pictures and positions.',
  border: `${outlook}it has borders of up to 8 pixels on cells, and our boxes and rules are such. On a word (a label) or an entry it may be left out, and the words say all.`,
  padding: `${outlook}it pads cells only, and our boxes are cells. Labels and entries are then tighter.`,
  margin: `${outlook}it has margins on paragraphs, headings and lists, which is where ours are.`,
  'border-radius': `${outlook}buttons have square corners.`,
  display: 'Block and inline-block: cells stand in for them in Outlook’s own tables.',
  'display:none': 'Of the hidden preview text, which is made small, clear and without height too.',
  opacity: 'As display:none: one of several ways to hide the preview text.',
  overflow: 'As display:none.',
  'max-height property': 'As display:none.',
  'list-style':
    'Only the kind of mark is set, never a picture: a disc where the square or the lack of one is unknown.',
  'max-width': `${outlook}the width comes from Outlook’s own tables of 640 pixels, that of a picture from its attribute.`,
  'height property': `${outlook}of spaces between boxes, which are a line high at least; pictures have theirs as an attribute.`,
  'width property': `${outlook}of tables, where it is known.`,
  'width attribute':
    'Of tables and pictures, in pixels or per cent of tables, which all know there.',
  'height attribute': 'Of pictures, in pixels, which all know there.',
  'font-size': `${outlook}pixels are known; what it lacks are other units.`,
  'font-weight': `${outlook}bold is known; headings and <strong> are bold without it.`,
  'letter-spacing': `${outlook}large headings are half a pixel a letter wider or closer.`,
  'line-height': `${outlook}lines stand as far apart as Word likes; nothing overlaps.`,
  'text-align': 'Left, which is where text stands without it.',
  'text-decoration':
    'None, on buttons, which have a ground of their own; where it is unknown they are underlined.',
  'white-space':
    'Of words with a hyphen such as AS-CMS, which may then break there, as any word may. Dates have no-break spaces.',
  '<wbr> element': 'Where it is unknown, an address that is too long breaks at any letter.',
  'word-break': 'Long addresses may stand out at the side on the narrowest phones.',
  outline: 'Of pictures, which have none without it.',
  '<ul>, <ol> and <dl>': `${outlook}lists have their margins in full, in pixels, which it follows.`,
};

const ancient = 'HTML 3.2 (1997) has it, and every mail program that shows HTML.';
const ofHead = 'Of the head, for programs that read it; none shows anything of it.';
const word = 'Word’s own, for Outlook for Windows alone; others pass over it.';
const browserOnly = 'One family of browsers’ own; others pass over it.';

/** What Can I email has no entry for, and why it does no harm. */
export const unlisted: Readonly<Record<string, string>> = {
  '<html> element': ancient,
  '<head> element': ofHead,
  '<title> element': ofHead,
  '<meta> element': ofHead,
  '<tbody> element': 'What programs put in by themselves; ours are taken out.',
  '<thead> element': 'As <tbody>: rows show without it.',
  '<tr> element': ancient,
  '<th> element': ancient,
  '<caption> element': ancient,
  'scope attribute': 'For screen readers: without it they go by the first row and column.',
  '<td> element': ancient,
  '<br> element': ancient,
  '<a> element': ancient,
  '<li> element': ancient,
  '<em> element': ancient,
  'xmlns attribute': ofHead,
  'xmlns:v attribute': word,
  'xmlns:o attribute': word,
  'http-equiv attribute': ofHead,
  'content attribute': ofHead,
  'name attribute': ofHead,
  'type attribute': ofHead,
  'class attribute': 'As class selectors, which have an entry.',
  'style attribute': 'Its properties are looked up one by one.',
  'aria-roledescription attribute':
    'Says “email” to a screen reader; without it the wrapper is an article.',
  'border attribute': ancient,
  'bgcolor attribute': ancient,
  'href attribute': ancient,
  'src attribute': ancient,
  'start attribute':
    'HTML 3.2 (1997) has it; without it the entries of each category count from 1.',
  'alt attribute': ancient,
  color: 'CSS 1 (1996) has it, and every mail program that reads CSS.',
  'font-family': 'As color; our stack ends with a family that every program has.',
  'border-top': 'As border, for one side.',
  'border-bottom': 'As border, for one side.',
  'padding-right': 'As padding, for one side.',
  'font-variant-numeric': 'Figures of one width; without it, those of the typeface.',
  'border-left': 'As border, for one side.',
  'border-color': 'As border; it changes colours in the dark alone.',
  'border-width': 'As border; it shapes a label alone.',
  'mso-line-height-rule': word,
  'mso-padding-alt': word,
  'mso-table-lspace': word,
  'mso-table-rspace': word,
  '-ms-interpolation-mode': word,
  '-ms-text-size-adjust': browserOnly,
  '-webkit-text-size-adjust': browserOnly,
  'supported-color-schemes': 'What Apple Mail read before color-scheme; others pass over it.',
};

/** Rules of HTML that mail breaks on purpose, and why. */
export const htmlExceptions: Readonly<Record<string, string>> = {
  'no-deprecated-attr':
    'Outlook for Windows reads align, bgcolor, cellpadding, cellspacing, valign and width of tables, and little of the CSS that took their place.',
};
