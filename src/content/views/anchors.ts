import { slug } from '../../document/slug.ts';
import type { Flow, Span } from '../../document/tree.ts';

/** A place in a page that a link can lead to. */
export interface Anchor {
  id: string;
  at: Readonly<Span>;
  /** It is a category's, made of its title. */
  isCategory?: true;
}

/** The anchors of a document's text, in order: categories, items, events, sessions, principles and top headings. */
export function anchorsOf(body: readonly Flow[], top = true): Anchor[] {
  return body.flatMap((node): Anchor[] => {
    if (node.type === 'heading') return top ? [{ id: node.id, at: node.at }] : [];
    if (node.type !== 'block') return [];
    switch (node.name) {
      case 'Category':
        return [
          { id: categoryAnchor(node.props.title), at: node.at, isCategory: true },
          ...anchorsOf(node.children, false),
        ];
      case 'Item':
      case 'Principle':
        return [{ id: node.props.id, at: node.at }, ...anchorsOf(node.children, false)];
      case 'Dates':
        return [{ id: node.props.id, at: node.at }];
      case 'Event':
        return [
          { id: node.props.id, at: node.at },
          ...node.children.flatMap((child) =>
            child.type === 'block' && child.name === 'Session'
              ? [{ id: sessionAnchor(node.props.id, child.props.id), at: child.at }]
              : [],
          ),
        ];
      default:
        return anchorsOf(node.children, top);
    }
  });
}

/** A category's anchor: its title, folded, behind a word that keeps it apart from an item called the same. */
export const categoryAnchor = (title: string) => `category-${slug(title)}`;

/** A session's anchor: unique in the page because its event's is. */
export const sessionAnchor = (event: string, session: string) => `${event}-${session}`;
