const ofLists: Readonly<Record<string, string>> = {
  'contacts.yaml': '/contacts/',
  'glossary.yaml': '/glossary/',
};

/**
 * The address of the page that a document becomes, from the root of the site; of a list that has no page, the first.
 * @param path that of the document in the content folder
 */
export function pageAddress(path: string): string {
  if (!path.endsWith('.mdx')) return ofLists[path] ?? '/';
  const name = path.slice(0, -'.mdx'.length);
  return name.startsWith('pages/') ? `/${name.slice('pages/'.length)}/` : `/${name}/`;
}
