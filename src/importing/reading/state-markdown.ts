import type { Stated } from '../source.ts';
import { parseHtml, textOf } from './parse-elements.ts';

const target = /\]\(\s*<?([^)\s>]*)>?(?:\s+"([^"]*)")?\s*\)/g;
const definition = /^ {0,3}\[[^\]\n]+\]:\s*<?(\S+?)>?(?:\s+["'(].*)?$/gm;

/**
 * What a Markdown text says: its letters without the marks between them. It is taken from the text itself, and
 * not from what a parser makes of it, so that words which the parser overlooks are missed.
 */
export function stateMarkdown(markdown: string, file: string): Stated {
  const links: string[] = [];
  const note = (address = '') => void links.push(address);
  const words = markdown
    .replaceAll(/<!--|-->/g, '\n\n')
    .replaceAll(definition, (line, address: string) => {
      if (!/^ {0,3}\[\^/.test(line)) note(address);
      return line.startsWith('[^') ? line : '';
    })
    .replaceAll(target, (_, address: string, title: string | undefined) => {
      note(address);
      return `]${title === undefined ? '' : `\n\n${title}\n\n`}`;
    })
    .replaceAll(/<(https?:\/\/[^\s>]+)>/gi, (_, address: string) => {
      note(address);
      return ` ${address} `;
    })
    .replaceAll(/<\/?[a-z][^<>]*>/gi, ' ')
    .replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replaceAll(/&(?:#\d+|#x[\da-f]+|[a-z][a-z0-9]*);/gi, (entity) =>
      textOf(parseHtml(entity, file)),
    )
    .replaceAll(/[*_~`]+/g, '');
  const passages = words
    .replaceAll(/^[ \t]*(?:[-+•·▪◦‣✓✔]|\d{1,3}[.)]|>|#{1,6})[ \t]+/gm, '\n\n')
    .replaceAll(/^\s*[-=|:][-=|:\s]*$/gm, '\n\n')
    .replaceAll('|', '\n\n')
    .split(/\n\s*\n/);
  return { passages: passages.filter((passage) => passage.trim() !== ''), links };
}
