import type { Opened } from '../protocol/document.ts';
import { deskApi } from './api.ts';
import type { Editing } from './editing.ts';
import { keepFieldInStep } from './field-in-step.ts';
import { button, make } from './make-element.ts';
import { makeRichMode, type RichMode } from './rich-mode.ts';
import { makeTextMode } from './text-mode.ts';

/** How the editor is put into a page. */
export interface MountOptions {
  /** The document: "newsletters/2026-05-08.mdx". */
  path: string;
  /** Where the routes of the editor are: "/desk/api". */
  api: string;
  /**
   * The field of a form that has the whole text of the document. The editor takes its place and keeps it in
   * step, each time with an `input` event: so the page keeps, previews and saves what is typed as if it were
   * typed there.
   */
  field: HTMLTextAreaElement;
}

/** How long nobody types before the checks read, in milliseconds. */
const checkAfter = 500;

/** Puts the editor of a document into an element, once everything for it has come. */
export async function mountEditor(root: HTMLElement, { path, api: base, field }: MountOptions) {
  const api = deskApi(base);
  const [shapes, choices] = await Promise.all([api.blocks(), api.choices()]);
  const shapesByName = new Map(shapes.map((shape) => [shape.name, shape]));
  const status = make('p', { class: 'editor-status', role: 'status' });
  const say = (words: string) => {
    status.textContent = words;
  };
  const toggle = button(
    'Edit as text',
    { class: 'quiet' },
    () => void (rich ? openText() : openRich()),
  );
  const place = make('div', { class: 'editor-place' });
  root.classList.add('desk-editor');
  root.replaceChildren(make('div', { class: 'editor-bar' }, toggle, status), place);

  // What the page shows beside the field stands beside the text now.
  const preview = document.querySelector<HTMLDetailsElement>('#beside');
  const home = preview?.parentElement;
  const beside = preview ? { Preview: preview } : undefined;
  const cursorOf = `panui-cursor:${path}`;
  let rich: RichMode | undefined;
  let opened: Opened;
  let checking: ReturnType<typeof setTimeout> | undefined;
  const step = keepFieldInStep(field, async () => {
    if (!rich) return undefined;
    const written = await api.asText(rich.edited(opened.text));
    if ('text' in written) return written.text;
    rich.showFaults(written.faults);
    say(written.faults.map(({ message, remedy }) => `${message} ${remedy}`).join(' '));
    return undefined;
  });
  const textMode = makeTextMode(field);
  const check = async () => {
    const checked = rich;
    if (!checked) return;
    const version = checked.version();
    const found = await api.check(checked.edited(opened.text)).catch(() => undefined);
    // Meanwhile somebody may have gone on to the text as it is written.
    if (found && rich === checked) checked.showChecks(found, version);
  };
  const change = () => {
    step.change();
    clearTimeout(checking);
    checking = setTimeout(() => void check(), checkAfter);
  };
  /** Shows the text of the field as it will look; where that cannot be, says why and leaves the field. */
  const openRich = async () => {
    opened = await api.open(path, field.value);
    const editing: Editing = { api, opened, choices, say, shapes: shapesByName };
    const openAt = (from?: number) => void openText(from);
    rich = makeRichMode(editing, { change, openText: openAt, beside: { ...beside } });
    const isRich = rich !== undefined;
    place.replaceChildren(rich?.element ?? textMode.faults(opened.faults));
    textMode.show(!isRich);
    root.closest('form')?.classList.toggle('has-editor', isRich);
    toggle.textContent = isRich ? 'Edit as text' : 'Edit as it will look';
    say(
      isRich ? '' : 'This document can only be shown as text, until what is named here is mended.',
    );
    void check();
  };
  const openText = async (from?: number) => {
    await step.flush();
    rich?.destroy();
    rich = undefined;
    if (preview) home?.append(preview);
    place.replaceChildren();
    textMode.show(true);
    root.closest('form')?.classList.remove('has-editor');
    toggle.textContent = 'Edit as it will look';
    say('This is the document as it is written.');
    if (from === undefined) field.focus();
    else textMode.goTo(field.value.slice(0, from).split('\n').length);
  };
  // Saving loads the page again: whoever writes goes on where they were.
  field.form?.addEventListener('submit', () => {
    if (rich) sessionStorage.setItem(cursorOf, String(rich.cursor()));
  });
  await openRich();
  const before = sessionStorage.getItem(cursorOf);
  sessionStorage.removeItem(cursorOf);
  if (before !== null && location.search.includes('done=')) rich?.goTo(Number(before));
}
