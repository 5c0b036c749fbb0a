/*
 * What systems and editors leave beside files: `Thumbs.db`, `x.mdx~`, `#x.mdx#`, `x.mdx.bak`, `~$x.docx`; and files
 * whose name begins with a dot, as those that a process of ours is writing.
 */
const names =
  /^[.#]|^~\$|^(?:thumbs\.db|desktop\.ini|icon\r)$|~$|\.(?:bak|old|orig|rej|sw[a-p]|tmp|temp|part|crdownload)$/i;

/** Whether a file of this name is a system's or an editor's own, and nobody put it there to be published. */
export const isLeftBehind = (name: string): boolean => names.test(name);
