import type { Emphasis, Strong } from '../tree.ts';
import { byNumber } from './escape-text.ts';
import { type InlineSetting, writeInline } from './write-inline.ts';

/** The character that marks emphasis, once or twice. */
export type Mark = '*' | '_';

/** Emphasis with what had to change before it. */
interface Marked {
  before: string;
  written: string;
  /** Whether a letter at once behind it has to be written by its number. */
  guardNext: boolean;
}

/**
 * Emphasis between marks that its reader takes for marks. A mark opens only before a word and closes
 * only behind one (CommonMark 0.31, 6.2): where something else stands there, the letter on the other
 * side is written by its number. Marks within or beside marks alternate.
 * @param before what is written before it, in the same run of nodes
 * @returns nothing for emphasis without words
 */
export function writeMarked(
  { type, children }: Strong | Emphasis,
  before: string,
  setting: InlineSetting,
): Marked | undefined {
  const usual: Mark = setting.within === '*' ? '_' : '*';
  const other: Mark = usual === '*' ? '_' : '*';
  const mark = before.endsWith(usual) === setting.isUsual() ? other : usual;
  const inner = writeInline(children, { ...setting, within: mark });
  if (inner === '') return undefined;
  const words = inner
    .replace(/^\s/u, (space) => byNumber(space))
    .replace(/(?<!(?<!\\)(?:\\\\)*\\)\s$/u, (space) => byNumber(space));
  const around = mark.repeat(type === 'strong' ? 2 : 1);
  const [opensWord, closesWord] = [/^[\p{L}\p{N}]/u.test(words), /[\p{L}\p{N}]$/u.test(words)];
  const guard = mark === '_' || !opensWord;
  return {
    before: guard ? before.replace(/[^\s\p{P}!-/:-@[-`{-~]$/u, byNumber) : before,
    written: around + words + around,
    guardNext: mark === '_' || !closesWord,
  };
}
