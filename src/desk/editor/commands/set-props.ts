import type { EditorState, Transaction } from 'prosemirror-state';
import { slug } from '../../../document/slug.ts';
import type { BlockShape } from '../../protocol/blocks.ts';
import type { Props } from '../../protocol/tree.ts';
import { propsOf } from '../model/block-dom.ts';

/**
 * Gives the block at a place another value of a prop; an empty one is taken out. The name that links lead to
 * follows from the title of a block that is new: later it stays, so that links keep working.
 * @param kept the names that the document had when it was opened
 */
export function setProp(
  state: EditorState,
  pos: number,
  shape: BlockShape,
  name: string,
  value: string,
  kept: ReadonlySet<string>,
): Transaction {
  const { tr, doc } = state;
  const node = doc.nodeAt(pos);
  if (!node) return tr;
  const before = propsOf(node);
  const after: Props = { ...before, [name]: value };
  if (value === '') delete after[name];
  const anchor = Object.entries(shape.props.properties ?? {}).find(
    ([, { asked }]) => asked === 'anchor',
  )?.[0];
  if (name === 'title' && anchor !== undefined && follows(before, anchor, kept)) {
    after[anchor] = unused(doc, pos, slug(value));
    if (after[anchor] === '') delete after[anchor];
  }
  return tr.setNodeAttribute(pos, 'props', after);
}

/** Whether the name in links is that of the title as it was while the block was being made. */
function follows(props: Props, anchor: string, kept: ReadonlySet<string>): boolean {
  const own = props[anchor] ?? '';
  if (own === '') return true;
  if (kept.has(own)) return false;
  const made = slug(props['title'] ?? '');
  return made !== '' && own.startsWith(made) && /^(?:-\d+)?$/.test(own.slice(made.length));
}

function unused(doc: EditorState['doc'], pos: number, wanted: string): string {
  const taken = new Set<unknown>();
  doc.descendants((node, at) => {
    if ('props' in node.attrs && at !== pos) taken.add(propsOf(node)['id']);
  });
  let name = wanted;
  for (let number = 2; taken.has(name) && wanted !== ''; number++) name = `${wanted}-${number}`;
  return name;
}
