import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { markdownToHtml, markdownToMdast } from 'satteri';

/* One document in each format that can be imported: written once in Markdown, so that all of them say the same. */

export const renderings = ['md', 'html', 'eml', 'docx'] as const;

export type Rendering = (typeof renderings)[number];

export async function renderAs(markdown: string, rendering: Rendering): Promise<string | Buffer> {
  switch (rendering) {
    case 'md':
      return markdown;
    case 'html':
      return page(markdown);
    case 'eml':
      return mail(page(markdown));
    case 'docx':
      return word(markdown);
  }
}

const page = (markdown: string) =>
  `<!doctype html><html lang="en-NZ"><head><meta charset="utf-8"></head><body><main>${markdownToHtml(markdown).html}</main></body></html>`;

const mail = (html: string) =>
  [
    'From: desk@panui.example',
    'Subject: Bulletin',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(html)
      .toString('base64')
      .replaceAll(/.{1,76}/g, '$&\r\n'),
  ].join('\r\n');

const levels = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

async function word(markdown: string): Promise<Buffer> {
  const starts: number[] = [];
  const children = rootOf(markdown).flatMap((node) => blocks(node, 0, starts));
  const numbering = {
    config: starts.map((start, index) => ({
      reference: `numbers-${index}`,
      levels: [0, 1, 2].map((level) => ({
        level,
        format: 'decimal' as const,
        text: `%${level + 1}.`,
        start: level === 0 ? start : 1,
      })),
    })),
  };
  return Packer.toBuffer(new Document({ numbering, sections: [{ children }] }));
}

function rootOf(markdown: string): readonly RootContent[] {
  const root: Nodes = markdownToMdast(markdown);
  return root.type === 'root' ? root.children : [];
}

type WordBlock = Paragraph | Table;

function blocks(node: RootContent, level: number, starts: number[]): WordBlock[] {
  switch (node.type) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[node.depth - 1] ?? levels[3],
          children: runs(node.children),
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: runs(node.children) })];
    case 'list': {
      const reference = `numbers-${starts.length}`;
      if (node.ordered) starts.push(node.start ?? 1);
      return node.children.flatMap((item) =>
        item.children.flatMap((child) =>
          child.type === 'paragraph'
            ? [
                new Paragraph({
                  children: runs(child.children),
                  ...(node.ordered ? { numbering: { reference, level } } : { bullet: { level } }),
                }),
              ]
            : blocks(child, level + 1, starts),
        ),
      );
    }
    case 'table':
      return [
        new Table({
          rows: node.children.map(
            (row, index) =>
              new TableRow({
                tableHeader: index === 0,
                children: row.children.map(
                  (cell) =>
                    new TableCell({ children: [new Paragraph({ children: runs(cell.children) })] }),
                ),
              }),
          ),
        }),
      ];
    case 'thematicBreak':
      return [];
    default:
      throw new Error(`No Word document is made of Markdown of the kind ${node.type}.`);
  }
}

function runs(nodes: readonly PhrasingContent[], bold = false): (TextRun | ExternalHyperlink)[] {
  return nodes.flatMap((node) => {
    switch (node.type) {
      case 'text':
        return [new TextRun({ text: node.value, bold })];
      case 'strong':
        return runs(node.children, true);
      case 'break':
        return [new TextRun({ text: '', break: 1 })];
      case 'link':
        return [new ExternalHyperlink({ link: node.url, children: runs(node.children, bold) })];
      default:
        throw new Error(`No Word document is made of Markdown of the kind ${node.type}.`);
    }
  });
}
