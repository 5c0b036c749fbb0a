import type { EditorView } from 'prosemirror-view';
import type { BlockShape } from '../protocol/blocks.ts';
import type { Choices } from '../protocol/choices.ts';
import type { Opened } from '../protocol/document.ts';
import type { DeskApi } from './api.ts';

/** What every part of the editor knows of the document that is being written. */
export interface Editing {
  api: DeskApi;
  opened: Opened;
  shapes: ReadonlyMap<string, BlockShape>;
  choices: Choices;
  /** Says something to everybody, also to those who do not see the page. */
  say: (words: string) => void;
}

/** The same, once the text is on the page. */
export interface EditingView extends Editing {
  view: EditorView;
  /** Shows the form of the block at the cursor, and goes into it. */
  openForm: () => void;
}

/** A block by the name of its node: those within sentences have one of their own. */
export const shapeOfNode = ({ shapes }: Pick<Editing, 'shapes'>, type: string) =>
  shapes.get(type.replace(/_inline$/, ''));
