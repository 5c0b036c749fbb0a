/* Files of the index that Pagefind asks for first, by the name it asks with. */

/** Where the search begins: names what there is. The tag stands for the time that Pagefind would put there. */
export const entryTag = 'panui';
export const indexEntry = `pagefind-entry.json?ts=${entryTag}`;

/** Pagefind's own program, compiled for English. */
export const indexProgram = 'wasm.en.pagefind';
