import type { Image, Nodes } from 'mdast';
import type { Problem } from '../problems/problem.ts';
import type { Parsing } from './parse-body.ts';
import { spanOf } from './span-of.ts';
import type { RefusedMarkdown } from './tree.ts';

type Words = Pick<Problem, 'expected' | 'found' | 'remedy'>;

const expected = 'paragraphs, headings, lists, tables, quotations, links and blocks';

/** What Markdown and MDX allow and Pānui does not: authors cannot run code, and nothing goes in that one of the renderings cannot say. */
export const refusals = {
  comment: {
    expected,
    found: 'a comment',
    remedy: 'Remove it. Notes to colleagues belong outside the document.',
  },
  expression: (written: string): Words => ({
    expected: 'plain words',
    found: written,
    remedy: 'Write the words themselves. For a plain brace write &#123; or &#125;.',
  }),
};

const refused: Partial<Record<Nodes['type'], Omit<Words, 'expected'>>> = {
  table: {
    found: 'a table in a list or a quotation',
    remedy: 'Put it after the list or the quotation, with an empty line before it.',
  },
  thematicBreak: {
    found: 'a line across the page',
    remedy: 'Remove it: items are set apart for you.',
  },
  code: { found: 'a block of code', remedy: 'Use a paragraph or a list.' },
  footnoteReference: { found: 'a footnote', remedy: 'Put the note in the sentence, or after it.' },
  footnoteDefinition: { found: 'a footnote', remedy: 'Put the note in the sentence, or after it.' },
  delete: { found: 'words struck through', remedy: 'Remove them, or say what changed.' },
  linkReference: {
    found: 'a link whose address stands somewhere else',
    remedy: 'Write the address beside the words: [words](address).',
  },
  imageReference: {
    found: 'a picture whose address stands somewhere else',
    remedy: 'Write <Picture file="…" alt="…" /> on a line of its own.',
  },
  definition: {
    found: 'an address away from its link',
    remedy: 'Write the address beside the words: [words](address).',
  },
};

/** Reports a node that the vocabulary does not have, and keeps its place. */
export function refuse(node: Nodes, { report }: Parsing): RefusedMarkdown {
  report(node.position?.start.line ?? 1, wordsFor(node));
  return { type: 'refused', children: [], at: spanOf(node) };
}

/** Whether a tag has the name of an HTML element: blocks start with a capital letter. */
export const isHtmlName = (name: string): boolean => /^[a-z]/.test(name);

/** What to say of an HTML tag. */
export const htmlTag = (name: string): Words => ({
  expected,
  found: `<${name}>, an HTML tag`,
  remedy: ['script', 'style', 'iframe'].includes(name)
    ? 'Remove it with all that is inside: a document is words, and runs nothing.'
    : name === 'img'
      ? 'Write <Picture file="…" alt="…" />, and put the picture into the folder files.'
      : 'Use Markdown, such as **bold** or "- " for a list, or one of the blocks.',
});

/** A picture of Markdown has no place for saying that it is decorative, nor for a caption. */
const markdownPicture = ({ alt, url }: Image): Words => ({
  expected: 'pictures as <Picture file="…" alt="…" />',
  found: `![${alt ?? ''}](${url})`,
  remedy: `Write <Picture file="${url.slice(url.lastIndexOf('/') + 1) || '…'}" alt="${alt || '…'}" /> on a line of its own, with what it tells in words${alt ? '' : ' (or decorative="yes" in place of alt)'}, and put the picture into the folder files.`,
});

function wordsFor(node: Nodes): Words {
  if (node.type === 'image') return markdownPicture(node);
  if (node.type === 'mdxjsEsm') {
    return {
      expected,
      found: `a line that starts with "${node.value.split(/\s/, 1)[0]}"`,
      remedy:
        'Remove it: a document needs no code. If it is a sentence, start it with another word.',
    };
  }
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    const comment = node.value.trimStart().startsWith('/*');
    return comment ? refusals.comment : refusals.expression(`{${node.value}}`);
  }
  return {
    expected,
    found: `Markdown of the kind "${node.type}"`,
    remedy: 'Use a paragraph, a list, a link, bold or emphasis, or one of the blocks.',
    ...refused[node.type],
  };
}
