import type { EditorView } from 'prosemirror-view';
import { NodeSelection, TextSelection } from 'prosemirror-state';
import type { Editing } from '../editing.ts';
import { insertNode } from '../commands/insert-block.ts';

/** The pictures among files that were dropped or pasted. */
export const picturesIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

/**
 * Puts pictures that were dropped into the folder of files and into the text, and asks what they tell.
 * @param pos where they were dropped; left out, at the cursor
 */
export async function takePictures(
  view: EditorView,
  files: readonly File[],
  editing: Editing,
  openForm: () => void,
  pos?: number,
): Promise<void> {
  const shape = [...editing.shapes.values()].find(({ props: { properties = {} } }) =>
    Object.values(properties).some(({ asked }) => asked === 'picture'),
  );
  const prop = Object.entries(shape?.props.properties ?? {}).find(
    ([, { asked }]) => asked === 'picture',
  )?.[0];
  const type = shape && view.state.schema.nodes[shape.name];
  if (!type || prop === undefined) return;
  for (const file of files) {
    editing.say(`Taking ${file.name} in …`);
    const taken = await editing.api.takePicture(file).catch((error: unknown) => ({
      message: error instanceof Error ? error.message : String(error),
      remedy: '',
    }));
    if (!('file' in taken)) {
      editing.say(`${taken.message} ${taken.remedy}`);
      continue;
    }
    if (!editing.choices.picture.some(({ value }) => value === taken.file)) {
      editing.choices.picture.push({ value: taken.file, label: taken.file });
    }
    if (pos !== undefined) {
      const at = view.state.doc.resolve(Math.min(pos, view.state.doc.content.size));
      view.dispatch(view.state.tr.setSelection(TextSelection.near(at)));
    }
    insertNode(type.create({ props: { [prop]: taken.file } }))(view.state, view.dispatch);
    const { selection } = view.state;
    if (selection instanceof NodeSelection) openForm();
    editing.say(`${taken.file} is in. Say what it tells, for people who cannot see it.`);
  }
}
