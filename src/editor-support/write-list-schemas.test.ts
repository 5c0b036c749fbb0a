import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { lists } from '../content/collections.ts';
import { editorSupport } from './integration.ts';
import { writeListSchemas } from './write-list-schemas.ts';

const settingsFile = new URL('../../.vscode/settings.json', import.meta.url);
const settings = z.object({ 'yaml.schemas': z.record(z.string(), z.string()) });

it('writes the schema of every list where the settings of the editor look for it', async () => {
  const { 'yaml.schemas': schemas } = settings.parse(
    JSON.parse(await readFile(settingsFile, 'utf8')),
  );
  expect(Object.values(schemas)).toEqual(Object.keys(lists).map((file) => `content/${file}`));
  const folder = await mkdtemp(join(tmpdir(), 'panui-schemas-'));
  await writeListSchemas(pathToFileURL(`${folder}/`));
  const written = (await readdir(folder)).toSorted();
  expect(written).toEqual(
    Object.keys(schemas)
      .map((path) => basename(path))
      .toSorted(),
  );
  for (const path of Object.keys(schemas)) {
    // Where Astro has an integration of this name leave what it makes.
    expect(path).toContain(`./.astro/integrations/${editorSupport().name}/`);
  }
  const kupu: unknown = JSON.parse(await readFile(join(folder, 'kupu.schema.json'), 'utf8'));
  expect(kupu).toMatchObject({
    properties: { phrases: { type: 'array', description: expect.stringMatching(/^Greetings/) } },
  });
});
