import { writeFile } from 'node:fs/promises';
import { lists } from '../content/collections.ts';
import { jsonSchemaOf } from '../schemas/json-schema.ts';

/** Writes the JSON Schema of each list of the content folder, `kupu.schema.json` for `kupu.yaml`. */
export async function writeListSchemas(folder: URL): Promise<void> {
  const written = Object.entries(lists).map(([file, schema]) =>
    writeFile(
      new URL(file.replace(/\.yaml$/, '.schema.json'), folder),
      `${JSON.stringify(jsonSchemaOf(schema), undefined, 2)}\n`,
    ),
  );
  await Promise.all(written);
}
