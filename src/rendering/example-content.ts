import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exampleFiles } from '../blocks/examples.ts';
import { withAudiences } from './example-audiences.ts';
import type { Content } from '../content/content.ts';
import { readContent } from '../content/reading/read-content.ts';

/** The content that the examples of the contract refer to. */
export async function exampleContent(): Promise<Content> {
  const folder = await mkdtemp(join(tmpdir(), 'panui-examples-'));
  try {
    for (const [path, text] of Object.entries(exampleFiles)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), typeof text === 'string' ? withAudiences(text) : text);
    }
    return await readContent(folder, false);
  } finally {
    await rm(folder, { recursive: true });
  }
}
