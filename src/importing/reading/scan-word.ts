/** What a part of a Word document says, taken from its XML as it stands (ECMA-376, part 1, 17). */
export interface WordText {
  /** The words of each paragraph. */
  paragraphs: string[];
  /** Words that somebody deleted, or moved away, while changes were tracked. */
  deleted: string[];
  /** Words that somebody put in. */
  inserted: string[];
  /** The ids of the relationships that its links name, and the addresses that stand in its fields. */
  linkIds: string[];
  fields: string[];
  /** The list of each numbered or bulleted paragraph with words, and how deep it stands in it. */
  numbered: { list: string; level: number }[];
  /** The alternative texts of its pictures. */
  alts: string[];
}

const token = /<(\/?)([\w:]+)((?:[^>"]|"[^"]*")*?)(\/?)>|([^<]+)/g;

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

/** The characters that XML writes by name or number. */
export const decodeXml = (words: string): string =>
  words.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
    if (code !== undefined) return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
    return entities[String(name)] ?? whole;
  });

const attribute = (attributes: string, name: string): string | undefined => {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : decodeXml(value);
};

/** Reads a part once, from its first tag to its last, and keeps nothing of how it looks. */
export function scanWord(xml: string): WordText {
  const found: WordText = {
    paragraphs: [],
    deleted: [],
    inserted: [],
    linkIds: [],
    fields: [],
    alts: [],
    numbered: [],
  };
  // A text box stands within a paragraph and has paragraphs of its own.
  const open: string[] = [];
  let [list, level] = ['', 0];
  const depth = { deleted: 0, inserted: 0, choice: 0 };
  let [deleted, inserted, instruction] = ['', '', ''];
  let inWords: 'text' | 'field' | undefined;
  const add = (words: string) => {
    if (depth.deleted > 0) {
      deleted += words;
      return;
    }
    if (depth.inserted > 0) inserted += words;
    if (open.length > 0) open[open.length - 1] += words;
  };
  const endChange = () => {
    if (depth.deleted === 0 && deleted.trim() !== '') found.deleted.push(deleted.trim());
    if (depth.deleted === 0) deleted = '';
    if (depth.inserted === 0 && inserted.trim() !== '') found.inserted.push(inserted.trim());
    if (depth.inserted === 0) inserted = '';
  };
  for (const [, closes, name = '', attributes = '', empty, words] of xml.matchAll(token)) {
    if (words !== undefined) {
      if (depth.choice > 0) continue;
      if (inWords === 'text') add(decodeXml(words));
      else if (inWords === 'field') instruction += decodeXml(words);
      continue;
    }
    const step = closes ? -1 : empty ? 0 : 1;
    // The same is said again beneath for programs that do not know it.
    if (name === 'mc:Choice') depth.choice += step;
    if (depth.choice > 0) continue;
    switch (name) {
      case 'w:p':
        if (closes) {
          const whole = open.pop() ?? '';
          if (whole.trim() !== '') {
            found.paragraphs.push(whole.trim());
            if (list !== '' && list !== '0') found.numbered.push({ list, level });
          }
          [list, level] = ['', 0];
        } else if (!empty) open.push('');
        break;
      case 'w:t':
      case 'w:delText':
        inWords = step > 0 ? 'text' : undefined;
        break;
      case 'w:instrText':
        inWords = step > 0 ? 'field' : undefined;
        break;
      case 'w:numId':
        list = attribute(attributes, 'w:val') ?? '';
        break;
      case 'w:ilvl':
        level = Number(attribute(attributes, 'w:val') ?? 0);
        break;
      case 'w:tab':
      case 'w:br':
      case 'w:cr':
        if (!closes) add(' ');
        break;
      case 'w:noBreakHyphen':
        if (!closes) add('\u2011');
        break;
      case 'w:del':
      case 'w:moveFrom':
        depth.deleted += step;
        if (closes) endChange();
        break;
      case 'w:ins':
      case 'w:moveTo':
        depth.inserted += step;
        if (closes) endChange();
        break;
      case 'w:hyperlink': {
        const id = closes ? undefined : attribute(attributes, 'r:id');
        if (id !== undefined) found.linkIds.push(id);
        break;
      }
      case 'w:fldChar': {
        const address = /HYPERLINK\s+"([^"]+)"/.exec(instruction)?.[1];
        if (attribute(attributes, 'w:fldCharType') === 'end') {
          if (address !== undefined) found.fields.push(address);
          instruction = '';
        }
        break;
      }
      case 'wp:docPr': {
        const alt = closes ? undefined : attribute(attributes, 'descr');
        if (alt?.trim()) found.alts.push(alt);
        break;
      }
    }
  }
  return found;
}

/** Where each relationship of a part leads: Open Packaging Conventions, 6.5.3. */
export function scanRelationships(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [, , name, attributes = ''] of xml.matchAll(token)) {
    if (name !== 'Relationship') continue;
    const [id, target] = [attribute(attributes, 'Id'), attribute(attributes, 'Target')];
    if (id !== undefined && target !== undefined) targets.set(id, target);
  }
  return targets;
}
