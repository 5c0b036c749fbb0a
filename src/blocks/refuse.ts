import type { Nodes } from 'mdast';
import type { Report } from './parse-body.ts';

type Words = { found: string; remedy: string };

/* What Markdown and MDX allow and Pānui does not: authors cannot run code, and nothing goes in
   that one of the renderings cannot say. */
const refused: Partial<Record<Nodes['type'], Words>> = {
  mdxjsEsm: {
    found: 'a line that starts with "import" or "export"',
    remedy: 'Remove it: blocks need no import. If it is a sentence, start it with another word.',
  },
  mdxFlowExpression: {
    found: 'an {expression}',
    remedy: 'Write the words themselves. For a plain brace write &#123; and &#125;.',
  },
  mdxTextExpression: {
    found: 'an {expression}',
    remedy: 'Write the words themselves. For a plain brace write &#123; and &#125;.',
  },
  html: { found: 'HTML', remedy: 'Use Markdown or one of the blocks.' },
  image: {
    found: 'a picture',
    remedy:
      'Say in words what it shows: bulletins carry no pictures, since many readers block them.',
  },
  table: { found: 'a table', remedy: 'Use a list: tables do not fit a phone or an inbox.' },
  thematicBreak: {
    found: 'a line across the page',
    remedy: 'Remove it: items are set apart for you.',
  },
  code: {
    found: 'a block of code',
    remedy: 'Use a paragraph or a list. Indent by less than four spaces.',
  },
  footnoteReference: { found: 'a footnote', remedy: 'Put the note in the sentence, or after it.' },
  footnoteDefinition: { found: 'a footnote', remedy: 'Put the note in the sentence, or after it.' },
  delete: { found: 'words struck through', remedy: 'Remove them, or say what changed.' },
};

/** Reports a node that the vocabulary does not have. */
export function refuse(node: Nodes, report: Report): void {
  const words = refused[node.type] ?? {
    found: `Markdown of the kind "${node.type}"`,
    remedy: 'Use a paragraph, a list, a link, bold or emphasis, or one of the blocks.',
  };
  report(node.position?.start.line ?? 1, {
    expected: 'paragraphs, headings, lists, quotations, links and blocks',
    ...words,
  });
}
