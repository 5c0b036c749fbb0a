import { NodeSelection, TextSelection } from 'prosemirror-state';
import type { Checked, Finding } from '../../protocol/findings.ts';
import type { EditingView } from '../editing.ts';
import { makeFindingsPanel } from '../panel/findings-panel.ts';
import { applyFix, letStand } from './apply-fix.ts';
import { rangeOfFinding, showFindings } from './findings-plugin.ts';
import { placeFindings } from './place-findings.ts';

/** The findings beside the text and in it. */
export interface FindingsInView {
  element: HTMLElement;
  show: (checked: Checked, places: ReadonlyMap<string, number>) => void;
}

/**
 * @param openTop shows the field of a key of the front matter
 */
export function makeFindings(editing: EditingView, openTop: (key: string) => void): FindingsInView {
  const { view, say, openForm } = editing;
  let findings: readonly Finding[] = [];
  const goTo = (index: number) => {
    const finding = findings[index];
    if (!finding) return;
    if (finding.key !== undefined) return openTop(finding.key);
    const range = rangeOfFinding(view.state, index);
    if (!range) return say('These words are no longer there.');
    const { doc } = view.state;
    const node = doc.nodeAt(range.from);
    const isBlock =
      node !== null && 'props' in node.attrs && node.nodeSize === range.to - range.from;
    const selection = isBlock
      ? NodeSelection.create(doc, range.from)
      : TextSelection.between(doc.resolve(range.from), doc.resolve(range.to));
    view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
    if (isBlock) openForm();
    else view.focus();
  };
  const fix = (indexes: readonly number[]) => {
    const { tr } = view.state;
    // The last first: what stands before keeps its place.
    const placed = indexes
      .map((index) => ({ finding: findings[index], range: rangeOfFinding(view.state, index) }))
      .toSorted((a, b) => (b.range?.from ?? 0) - (a.range?.from ?? 0));
    const mended = placed.filter(({ finding, range }) => finding && applyFix(tr, finding, range));
    view.dispatch(tr);
    say(mended.length === 1 ? 'One place is mended.' : `${mended.length} places are mended.`);
  };
  const panel = makeFindingsPanel(editing, {
    goTo,
    fix,
    letStand: (index, reason, by) => {
      const finding = findings[index];
      if (finding) view.dispatch(letStand(view.state, finding, reason, by));
    },
  });
  return {
    element: panel.element,
    show: (checked, places) => {
      ({ findings } = checked);
      const placed = placeFindings(view.state.doc, findings, places);
      view.dispatch(showFindings(view.state, placed));
      panel.show(findings, checked.acknowledged);
    },
  };
}
