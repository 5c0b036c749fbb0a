import { z } from 'zod';
import { frontMatterOf } from '../../document/yaml/front-matter.ts';
import { parseYaml } from '../../document/yaml/parse-yaml.ts';
import { readYaml } from '../../document/yaml/yaml-values.ts';
import { isWellFormed, parseBody } from '../../document/parse-body.ts';
import { plainText } from '../../document/plain-text.ts';
import type { Problem } from '../../problems/problem.ts';
import { type Fields, fields as fieldsSchema, type Opened } from '../protocol/document.ts';
import { formOf } from './form-of.ts';
import { labelsIn } from './label-of.ts';
import { type FileToEdit, readFileToEdit } from './read-file-to-edit.ts';
import { sendTree } from './send-tree.ts';

/**
 * Opens a document for the editor. One that cannot be parsed, or whose front matter cannot, comes as text
 * alone.
 * @param path its path in the content folder
 * @throws {BadInput} where there is none of that path, or one that is no text
 */
export const openDocument = async (folder: string, path: string): Promise<Opened> =>
  openFile(await readFileToEdit(folder, path));

/** As `openDocument`, of a file that was read. */
export function openFile(file: FileToEdit): Opened {
  const text = plainText(file.original);
  const faults: Problem[] = [];
  const body = parseBody(text, file.container, (line, words) =>
    faults.push({ file: file.file, line, ...words }),
  );
  const fields = readFields(text);
  const refused = new Set(faults.map(({ line = 1 }) => line));
  return {
    path: file.path,
    container: file.container,
    hash: file.hash,
    text,
    faults: [...frontMatterFaults(file, text), ...faults].map(tellFault),
    form: formOf(file.schema),
    labels: labelsIn(file.schema),
    ...(fields &&
      isWellFormed(text) && {
        rich: { fields, body: sendTree(text, body, { refused, inside: file.container }) },
      }),
  };
}

const tellFault = ({ line = 1, expected, found, remedy }: Problem) => ({
  line,
  message: `Expected ${expected}; found ${found}.`,
  remedy,
});

/** The front matter as it is written; nothing where it cannot be read as keys with values. */
function readFields(text: string): Fields | undefined {
  const yaml = frontMatterOf(text)?.yaml;
  if (yaml === undefined) return undefined;
  try {
    const document = readYaml(yaml);
    if (document.errors.length > 0) return undefined;
    return fieldsSchema.safeParse(document.toJS() ?? {}).data;
  } catch {
    return undefined;
  }
}

function frontMatterFaults({ file, schema }: FileToEdit, text: string): Problem[] {
  const top = frontMatterOf(text);
  if (!top) {
    return [
      {
        file,
        line: 1,
        expected: 'front matter: lines of "key: value" between two lines of three hyphens',
        found: 'none',
        remedy: 'Start the file with "---", the keys, and "---" again, each on a line of its own.',
      },
    ];
  }
  const parsed = parseYaml(top.yaml, z.unknown().pipe(schema), file, 2);
  return 'problems' in parsed ? parsed.problems : [];
}
