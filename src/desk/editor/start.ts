import { mountEditor } from './mount-editor.ts';

/* Every element of the page that asks for an editor, by `data-desk-editor` with the path of the document. */
for (const root of document.querySelectorAll<HTMLElement>('[data-desk-editor]')) {
  const { deskEditor: path = '', api = '/desk/api', token } = root.dataset;
  const headers = token === undefined ? {} : { 'X-Desk-Token': token };
  mountEditor(root, { path, api, headers }).catch((error: unknown) => {
    root.textContent = `The editor could not begin. ${error instanceof Error ? error.message : String(error)}`;
  });
}
