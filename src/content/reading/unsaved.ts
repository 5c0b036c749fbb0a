import { AsyncLocalStorage } from 'node:async_hooks';

/* What is read within one piece of work, and by nobody else: another reads the files meanwhile. */
const texts = new AsyncLocalStorage<ReadonlyMap<string, string>>();

/**
 * Does something for which files say what somebody is writing, instead of what stands on the disk.
 * @param unsaved whole texts, by absolute path
 */
export const withUnsaved = <Made>(
  unsaved: ReadonlyMap<string, string>,
  work: () => Promise<Made>,
): Promise<Made> => texts.run(unsaved, work);

/** What somebody is writing in a file, where this is work on that. */
export const unsavedText = (file: string): string | undefined => texts.getStore()?.get(file);
