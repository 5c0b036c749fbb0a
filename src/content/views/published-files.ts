import { readFile } from 'node:fs/promises';
import { exampleFiles } from '../../blocks/examples.ts';
import type { Content } from '../content.ts';
import { filesFolder } from '../../files/read-files.ts';

/** A file of the site: what it is called, and its bytes. */
export interface PublishedFile {
  name: string;
  read: () => Promise<Buffer>;
}

/** The files of the content folder, and those that the examples in the authors' guide show. */
export function publishedFiles({ files }: Content): PublishedFile[] {
  const examples = Object.entries(exampleFiles).flatMap(([path, bytes]) => {
    const [folder, name = ''] = path.split('/');
    const isOurs = folder === filesFolder && Buffer.isBuffer(bytes) && !files.has(name);
    return isOurs ? [{ name, read: () => Promise.resolve(bytes) }] : [];
  });
  return [
    ...[...files.values()].map(({ name, file }) => ({ name, read: () => readFile(file) })),
    ...examples,
  ];
}
