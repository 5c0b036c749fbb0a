/** Where a run of words stands. */
export interface Surroundings {
  /** Nothing stands before it on its line. */
  startsLine: boolean;
  /** It is the first thing of its paragraph, outside lists and quotations. */
  startsParagraph: boolean;
  /** Nothing stands behind it in its paragraph. */
  endsParagraph: boolean;
  /** It is part of the words of a link. */
  inLink: boolean;
  /** A link follows it at once. */
  beforeLink: boolean;
  /** It may not go over several lines: part of a heading. */
  oneLine: boolean;
}

/** A character by its number, which is never part of Markdown. */
export const byNumber = (character: string): string => `&#${character.codePointAt(0)};`;

/**
 * Words as Markdown that says exactly them: what would begin a list, a tag, a link or anything else
 * gets a backslash before it. Addresses do too, which would become links of themselves.
 */
export function escapeText(words: string, place: Surroundings): string {
  const lines = words.normalize('NFC').split('\n');
  let written = '';
  lines.forEach((line, index) => {
    const last = index === lines.length - 1;
    const startsLine = index === 0 ? place.startsLine : !written.endsWith('&#10;');
    const endsLine = last ? place.endsParagraph : !place.oneLine;
    let escaped = escapeMarks(line, place.inLink);
    if (last && place.beforeLink) escaped = escaped.replace(/!$/, '\\!');
    if (place.oneLine) escaped = escaped.replaceAll(/(?<=^|\s)#/g, '\\#');
    else if (startsLine) escaped = escapeStart(escaped);
    if (index === 0 && place.startsParagraph) escaped = escapeKeyword(escaped);
    if (startsLine) escaped = escaped.replace(/^[ \t]+/, spacesByNumber);
    if (endsLine) escaped = escaped.replace(/[ \t]+$/, spacesByNumber);
    // A mark that joins the letter before it must not join what is no letter.
    written += index === 0 ? escaped.replace(/^\p{M}/u, byNumber) : escaped;
    if (last) return;
    const emptyLine = escaped === '' && startsLine;
    const nothingAfter = place.endsParagraph && lines.slice(index + 1).every((one) => one === '');
    written += emptyLine || nothingAfter || place.oneLine ? '&#10;' : '\n';
  });
  return written;
}

const spacesByNumber = (spaces: string) => Array.from(spaces, byNumber).join('');

/** One that opens: but not where it closes again and nothing makes a link or a note of it. */
const bracket = /\[(?!(?!\^|[ x]?\])[^[\]]*\][^([:])/gi;

/** What has a meaning anywhere in a line. */
function escapeMarks(line: string, inLink: boolean): string {
  const escaped = line
    .replaceAll(/[\\*`<{}~]/g, '\\$&')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll(/&(?=#|[a-z][a-z0-9]*;)/gi, '\\&')
    .replaceAll('\r', byNumber);
  return inLink
    ? escaped.replaceAll(/[[\]]/g, '\\$&')
    : escapeAddresses(escaped.replaceAll(bracket, '\\['));
}

const escapeAddresses = (line: string) =>
  line
    .replaceAll(/https?(?=:\/\/)/gi, '$&\\')
    .replaceAll(/(?<![\p{L}\p{N}])(www)(?=\.)/giu, '$1\\')
    .replaceAll(/(?<=[\w.+-])@(?=\w)/g, '\\@');

/** What has a meaning at the start of a line: "#", "-", "1." and the like, and the line beneath the head of a table. */
const escapeStart = (line: string) =>
  line
    .replace(/^[ \t]*(?=(?:#{1,6}|[-+])(?:\s|$)|--|>|=+\s*$|[|:][-|: \t]*$)/, '$&\\')
    .replace(/^([ \t]*\d{1,9})(?=[.)](?:\s|$))/, '$1\\');

/** A paragraph that begins like a line of code would be taken for one. */
const escapeKeyword = (line: string) =>
  line.replace(/^(?:export|import)(?![\p{L}\p{N}])/u, (word) => byNumber(word) + word.slice(1));
