import { type Cell, type Flow, type Inline, unwritten } from '../../document/tree.ts';
import type { Content } from '../content.ts';
import { mapDocuments } from '../map-documents.ts';
import { fileAt, fileLabel, type ContentFile } from '../../files/content-file.ts';

type Files = ReadonlyMap<string, ContentFile>;

/**
 * Content whose links to files say what each file is and how big, read from the file itself: every
 * rendering starts from these trees, so page, email, text part and search say the same. The separators of lines
 * and paragraphs that come with pasted text (U+2028, U+2029) are spaces there: mail programs and text parts would
 * end a line where a page does not.
 */
export function labelContent(content: Content): Content {
  return mapDocuments(content, (document) => ({
    ...document,
    body: labelFlow(document.body, content.files),
  }));
}

function labelFlow(nodes: readonly Flow[], files: Files): Flow[] {
  return nodes.map((node): Flow => {
    switch (node.type) {
      case 'refused':
        return node;
      case 'list':
        return { ...node, items: node.items.map((item) => labelFlow(item, files)) };
      case 'paragraph':
      case 'heading':
        return { ...node, children: labelLinks(node.children, files) };
      case 'table': {
        const row = (cells: Cell[]) => cells.map((cell) => labelLinks(cell, files));
        return { ...node, ...(node.head && { head: row(node.head) }), rows: node.rows.map(row) };
      }
      case 'quote':
        return { ...node, children: labelFlow(node.children, files) };
      case 'block': {
        const children = labelFlow(node.children, files);
        if (node.name !== 'Button') return { ...node, children };
        const { to, label } = node.props;
        return { ...node, props: { to, label: label + labelOf(to, files) }, children };
      }
    }
  });
}

function labelLinks(nodes: readonly Inline[], files: Files): Inline[] {
  return nodes.map((node): Inline => {
    if (node.type === 'strong' || node.type === 'emphasis') {
      return { ...node, children: labelLinks(node.children, files) };
    }
    if (node.type === 'text' || node.type === 'code') {
      return /[\u2028\u2029]/.test(node.value)
        ? { ...node, value: node.value.replaceAll(/[\u2028\u2029]/g, ' ') }
        : node;
    }
    if (node.type !== 'link') return node;
    const children = labelLinks(node.children, files);
    const value = labelOf(node.to, files);
    if (value === '') return { ...node, children };
    return { ...node, children: [...children, { type: 'text', value, at: unwritten }] };
  });
}

function labelOf(to: string, files: Files): string {
  const file = fileAt(to, files);
  return file ? ` ${fileLabel(file)}` : '';
}
