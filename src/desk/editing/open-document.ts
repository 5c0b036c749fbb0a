import { frontMatterOf } from '../../document/yaml/front-matter.ts';
import { readYaml } from '../../document/yaml/yaml-values.ts';
import { isWellFormed, parseBody } from '../../document/parse-body.ts';
import { plainText } from '../../document/plain-text.ts';
import {
  type Fault,
  type Fields,
  fields as fieldsSchema,
  type Opened,
} from '../protocol/document.ts';
import { formOf } from './form-of.ts';
import type { KindOfDocument } from './kind-of-document.ts';
import { labelsIn } from './label-of.ts';
import { sendTree } from './send-tree.ts';

/**
 * Opens a document for the editor. One that cannot be parsed, or whose front matter cannot, comes as text
 * alone.
 * @param written the whole text of it
 */
export function openDocument({ path, container, schema }: KindOfDocument, written: string): Opened {
  const text = plainText(written);
  const faults: Fault[] = [];
  const body = parseBody(text, container, (line, { expected, found, remedy }) =>
    faults.push({ line, message: `Expected ${expected}; found ${found}.`, remedy }),
  );
  const fields = readFields(text);
  const refused = new Set(faults.map(({ line }) => line));
  const canBeRich = fields && isWellFormed(text);
  return {
    path,
    container,
    text,
    faults: fields ? faults : [noFields, ...faults],
    form: formOf(schema),
    labels: labelsIn(schema),
    ...(canBeRich && {
      rich: { fields, body: sendTree(text, body, { refused, inside: container }) },
    }),
  };
}

const noFields: Fault = {
  line: 1,
  message: 'The keys at the top of the file cannot be read.',
  remedy: 'Write them as lines of "key: value" between two lines of three hyphens.',
};

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
