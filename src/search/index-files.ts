/** Pagefind's own program in the index folder, compiled for English. */
export const indexProgram = 'wasm.en.pagefind';
