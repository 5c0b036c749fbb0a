const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
};

/** Words as HTML, the bytes that Astro writes for them: within an element, or an attribute in quotes. */
export const escapeHtml = (words: string): string =>
  // Most words have none of them, and looking is quicker than replacing.
  /[&<>'"]/.test(words)
    ? words.replace(/[&<>'"]/g, (character) => entities[character] ?? character)
    : words;
