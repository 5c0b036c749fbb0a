import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { PlacedFinding } from './place-findings.ts';

interface Shown {
  placed: readonly PlacedFinding[];
  marks: DecorationSet;
}

const key = new PluginKey<Shown>('findings');

/** Marks the places of findings in the text; they stay with their words while somebody types. */
export const findingsPlugin = (): Plugin<Shown> =>
  new Plugin<Shown>({
    key,
    state: {
      init: () => ({ placed: [], marks: DecorationSet.empty }),
      apply: (tr, shown) => {
        const fresh: readonly PlacedFinding[] | undefined = tr.getMeta(key);
        if (fresh) return { placed: fresh, marks: marksOf(tr.doc, fresh) };
        if (!tr.docChanged) return shown;
        return { ...shown, marks: shown.marks.map(tr.mapping, tr.doc) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.marks },
  });

/** What tells the editor of other findings. */
export const showFindings = (state: EditorState, placed: readonly PlacedFinding[]) =>
  state.tr.setMeta(key, placed).setMeta('addToHistory', false);

/** Where the finding of a number, counted from 0, stands by now. */
export function rangeOfFinding(state: EditorState, index: number) {
  const shown = key.getState(state);
  const [mark] = shown?.marks.find(undefined, undefined, (spec) => spec['index'] === index) ?? [];
  return mark && { from: mark.from, to: mark.to };
}

function marksOf(doc: Node, placed: readonly PlacedFinding[]): DecorationSet {
  const marks = placed.flatMap(({ finding, range }, index) => {
    if (!range) return [];
    const { from, to } = range;
    const { severity, message } = finding;
    return range.isNode
      ? [Decoration.node(from, to, { class: `has-finding has-${severity}` }, { index })]
      : [
          Decoration.inline(
            from,
            to,
            { class: `finding finding-${severity}`, title: message },
            { index },
          ),
        ];
  });
  return DecorationSet.create(doc, marks);
}
