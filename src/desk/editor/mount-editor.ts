import type { Edited, Opened } from '../protocol/document.ts';
import { deskApi } from './api.ts';
import type { Editing } from './editing.ts';
import { button, make } from './make-element.ts';
import { makeRichMode, type RichMode } from './rich-mode.ts';
import { makeTextMode, type TextMode } from './text-mode.ts';

/** How the editor is put into a page. */
export interface MountOptions {
  /** The document: "newsletters/2026-05-08.mdx". */
  path: string;
  /** Where the routes of the editor are: "/desk/api". */
  api: string;
  /** What each request says besides, such as the token against forged requests. */
  headers?: Readonly<Record<string, string>>;
}

/**
 * The editor as the page around it has it. The place it is mounted in also hears, as events: `desk:changed` at
 * each change, `desk:saved` with the new hash, and `desk:changed-meanwhile` with what is on the disk by now,
 * where somebody else has changed the file.
 */
export interface MountedEditor {
  /** What it says now. */
  edited: () => Edited;
  save: () => Promise<void>;
  isSaved: () => boolean;
}

const onlyAsText = 'This document can only be shown as text, until what is named here is mended.';

/** How long nobody types before the checks read, in milliseconds. */
const checkAfter = 500;

/** Puts the editor of a document into an element, once everything for it has come. */
export async function mountEditor(
  root: HTMLElement,
  options: MountOptions,
): Promise<MountedEditor> {
  const api = deskApi(options.api, options.headers);
  const [shapes, choices, first] = await Promise.all([
    api.blocks(),
    api.choices(),
    api.open(options.path),
  ]);
  let opened = first;
  let rich: RichMode | undefined;
  let text: TextMode | undefined;
  const shapesByName = new Map(shapes.map((shape) => [shape.name, shape]));
  let saved = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const status = make('p', { class: 'editor-status', role: 'status' });
  const say = (words: string) => {
    status.textContent = words;
  };
  const asText = button('Edit as text', { class: 'quiet' }, () => void openText());
  const saveButton = button('Save', { class: 'editor-save' }, () => void save());
  const bar = make('div', { class: 'editor-bar' }, saveButton, asText, status);
  const place = make('div', { class: 'editor-place' });
  root.classList.add('desk-editor');
  root.replaceChildren(bar, place);

  const edited = (): Edited =>
    rich?.edited(opened.hash) ?? { path: opened.path, hash: opened.hash, text: text?.text() ?? '' };
  const tell = (name: string, detail: unknown) =>
    root.dispatchEvent(new CustomEvent(`desk:${name}`, { detail, bubbles: true }));
  const change = () => {
    saved = false;
    say('Not saved yet');
    tell('changed', undefined);
    clearTimeout(timer);
    timer = setTimeout(() => void check(), checkAfter);
  };
  const check = async () => {
    const checking = rich;
    if (!checking) return;
    const version = checking.version();
    const checked = await api.check(checking.edited(opened.hash)).catch(() => undefined);
    if (checked) checking.showChecks(checked, version);
  };
  const show = (document: Opened, inText?: { text: string; lead: string }) => {
    rich?.destroy();
    opened = document;
    const editing: Editing = { api, opened, choices, say, shapes: shapesByName };
    const actions = {
      change,
      save: () => void save(),
      openText: (from?: number) => void openText(from),
    };
    rich = inText ? undefined : makeRichMode(editing, actions);
    const faults = inText ? [] : opened.faults;
    const lead = inText?.lead ?? onlyAsText;
    text = rich ? undefined : makeTextMode(inText?.text ?? opened.text, faults, lead, change);
    place.replaceChildren(rich?.element ?? text?.element ?? '');
    asText.textContent = rich ? 'Edit as text' : 'Edit as it will look';
    asText.hidden = !rich && !inText;
    void check();
  };
  const openText = async (from?: number) => {
    if (!rich) {
      await save();
      if (saved) show(await api.open(opened.path));
      return;
    }
    const written = await api.asText(edited());
    if ('faults' in written) {
      rich.showFaults(written.faults);
      return say(`${written.faults[0]?.message ?? ''} ${written.faults[0]?.remedy ?? ''}`);
    }
    const wasSaved = saved;
    show(opened, { text: written.text, lead: 'The document as it is written in its file.' });
    saved = wasSaved;
    if (from !== undefined) text?.goTo(opened.text.slice(0, from).split('\n').length);
  };
  const save = async () => {
    const wanted = edited();
    const version = rich?.version();
    try {
      const written = await api.save(wanted);
      if (written.outcome === 'changed-meanwhile') {
        say('Somebody else has changed this document meanwhile. Nothing was written over.');
        tell('changed-meanwhile', written);
      } else if (written.outcome === 'refused') {
        rich?.showFaults(written.faults);
        say(`Not saved. ${written.faults[0]?.message ?? ''} ${written.faults[0]?.remedy ?? ''}`);
      } else {
        opened = { ...opened, hash: written.hash };
        saved = rich?.version() === version;
        say(saved ? 'Saved' : 'Not saved yet');
        tell('saved', { hash: written.hash });
      }
    } catch (error) {
      say(`Not saved. ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  show(first);
  return { edited, save, isSaved: () => saved };
}
