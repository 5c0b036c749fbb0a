import { mountEditor } from './mount-editor.ts';

/* The editor of the page's document, in place of the field that has its text. */
const root = document.querySelector<HTMLElement>('#editor[data-document]');
const field = document.querySelector<HTMLTextAreaElement>('textarea#text');
const path = root?.dataset['document'] ?? '';
if (root && field && path.endsWith('.mdx')) {
  mountEditor(root, { path, api: '/desk/api', field }).catch((error: unknown) => {
    // The field is there, and does everything.
    const words = error instanceof Error ? error.message : String(error);
    root.textContent = `The editor could not begin. ${words}`;
  });
}
