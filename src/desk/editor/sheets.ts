/** The stylesheets of the editor, in their order, from `src/`. Colours and type are those of the page. */
export const editorSheets = ['frame', 'text', 'blocks', 'menus', 'panel', 'findings', 'source'].map(
  (name) => `desk/editor/styles/${name}.css`,
);
