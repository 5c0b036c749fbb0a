import type { Problem } from '../problems/problem.ts';
import { contract, isBlockName } from '../blocks/contract.ts';
import { htmlTag, isHtmlName, refusals } from './refuse.ts';

type Words = Pick<Problem, 'expected' | 'found' | 'remedy'>;

/** A fault that keeps a text from being parsed at all. */
export interface SyntaxFault extends Words {
  line: number;
  /** The part of the source to overlook, so that the rest can be parsed and checked, where that is safe. */
  overlook?: { from: number; to: number };
}

/** What a message of the MDX parser ("9:1: Expected a closing tag for `<Item>` …") means for an author. */
export function describeSyntaxError(message: string, source: string): SyntaxFault {
  const [, line = '1', column = '1', words = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
  const above = source.split('\n').slice(0, Number(line) - 1);
  const start = above.reduce((sum, text) => sum + text.length + 1, 0);
  const from = start + Number(column) - 1;
  const rest = source.slice(from);
  const overlook = (length: number) => ({ overlook: { from, to: from + length } });
  const fault = (said: Words, more = {}) => ({ line: Number(line), ...said, ...more });

  const crossed = /^Unexpected closing tag `<\/(.*?)>`.* for `<(.*?)>` \((\d+):/.exec(words);
  if (crossed) {
    const [, found = '', open = '', opened = ''] = crossed;
    return fault({
      expected: `</${open}>, since the <${open}> of line ${opened} is still open`,
      found: `</${found}>`,
      remedy: `Write </${open}> before it, or remove <${open}>.`,
    });
  }
  const alone = /^Unexpected closing tag `<\/(.*?)>`/.exec(words)?.[1];
  if (alone !== undefined) {
    const said = isHtmlName(alone) ? htmlTag(`/${alone}`) : closedUnopened(alone);
    return fault(said, overlook(alone.length + 3));
  }
  const open = /^Expected a closing tag for `<(.*?)>`/.exec(words)?.[1];
  if (open !== undefined) {
    const tag = /^<[^<>]*>/.exec(rest)?.[0] ?? '<';
    if (isHtmlName(open)) return fault(htmlTag(open), overlook(tag.length));
    const empty = isBlockName(open) && contract[open].holds === 'nothing';
    return fault(unclosed(open, words), empty ? overlook(tag.length) : {});
  }
  if (rest.startsWith('<!--')) {
    return fault(refusals.comment, overlook(/^<!--.*?-->/s.exec(rest)?.[0].length ?? 4));
  }
  if (/^Could not parse expression|closing brace for `{`$|in expression/.test(words)) {
    const brace = Math.max(source.lastIndexOf('{', from), start);
    const written = /^\{[^}\n]*\}/.exec(source.slice(brace))?.[0];
    return {
      ...fault(refusals.expression(written ?? 'a "{" that does not close')),
      overlook: { from: brace, to: brace + (written?.length ?? 1) },
    };
  }
  if (/^<[A-Z]/.test(rest)) return fault(angle(rest));
  if (rest.startsWith('<')) {
    const address = /^<[^\s<>]+[@:][^\s<>]*>/.exec(rest)?.[0] ?? '<';
    return fault(angle(rest), overlook(address.length));
  }
  return fault({
    expected: 'text, Markdown and blocks',
    found: `"${rest.split('\n', 1)[0]}", which cannot be read`,
    remedy: 'Write &lt; for a plain "<" and &#123; for a plain "{".',
  });
}

const closedUnopened = (name: string): Words => ({
  expected: `<${name}> before </${name}>`,
  found: `</${name}> alone`,
  remedy: `Remove </${name}>, or write <${name}> before what belongs to it.`,
});

function unclosed(name: string, words: string): Words {
  const early = words.includes('before the end of');
  const empty = isBlockName(name) && contract[name].holds === 'nothing';
  return {
    expected: empty ? `<${name} … /> with "/>" at its end` : `</${name}> to close <${name}>`,
    found: empty
      ? `<${name} … >`
      : early
        ? 'the end of the paragraph or list before it'
        : `no </${name}>`,
    remedy: empty
      ? 'End the tag with "/>": it holds nothing.'
      : `Write <${name}> and </${name}> on lines of their own, with what belongs to it between them.`,
  };
}

/** What a "<" that opens no tag may have been meant for. */
function angle(rest: string): Words {
  const line = rest.split('\n', 1)[0] ?? '';
  const written = /^<[^\s>]*>/.exec(line)?.[0] ?? line.slice(0, 60);
  if (/^<(?:https?:|www\.)/.test(line)) {
    return {
      expected: 'a link written [words](https://…)',
      found: written,
      remedy: 'Write the words of the link between [ and ] and its address between ( and ).',
    };
  }
  if (/^<[^\s<>]+@/.test(line)) {
    return {
      expected: 'a contact of contacts.yaml',
      found: written,
      remedy: 'Write <Contact id="…" />, so that the address is kept in one place.',
    };
  }
  const name = /^<\/?([A-Za-z][\w.-]*)/.exec(line)?.[1];
  if (name === undefined) {
    return {
      expected: 'a block after "<"',
      found: `"${line.slice(0, 30)}"`,
      remedy: 'Say "less than", or write &lt; for a plain "<".',
    };
  }
  return {
    expected: 'a tag such as <Button to="/contacts/" label="Find a contact" />',
    found: written,
    remedy: /[“”‘’]/.test(line)
      ? 'Use straight quotation marks around values: "…" instead of “…”.'
      : 'Check that it has straight quotation marks on both sides of each value, and ends with ">" or "/>".',
  };
}
