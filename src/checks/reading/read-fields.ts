import type { z } from 'zod';
import { collections } from '../../content/collections.ts';
import { frontMatterOf } from '../../document/yaml/front-matter.ts';
import { readYaml, yamlValues, type YamlValue } from '../../document/yaml/yaml-values.ts';
import { schemaAt } from '../../problems/keys-at.ts';
import { contactsFileSchema } from '../../schemas/contact.ts';
import { glossaryFileSchema } from '../../schemas/glossary.ts';
import { meaningOf } from '../../schemas/meaning.ts';
import { alignToSource } from './align-to-source.ts';
import { buildPassage } from './build-passage.ts';
import type { Page, PageKind, Passage, Place } from './page.ts';

/** What is written in keys and values: in front matter, or in a whole file. */
export interface Fields {
  /** By the keys that lead to each value, list positions left out: the first of several. */
  values: Map<string, { value: string; place: Place }>;
  /** Those that readers see as words. */
  passages: Passage[];
  /** All of it as data, whether or not a schema takes it; read again at each call. */
  data: () => unknown;
}

/* What else there is in the content folder is lists of words, which nobody reads as text. */
const schemas: Partial<Record<PageKind, z.ZodType>> = {
  ...Object.fromEntries(Object.entries(collections).map(([kind, { schema }]) => [kind, schema])),
  contacts: contactsFileSchema,
  glossary: glossaryFileSchema,
};

/** Reads the fields of a page; what is wrong with them, reading the content says. */
export function readFields(page: Page): Fields {
  const fields: Fields = { values: new Map(), passages: [], data: () => undefined };
  const schema = schemas[page.kind];
  const found =
    page.kind in collections ? frontMatterOf(page.source) : { yaml: page.source, at: { from: 0 } };
  if (!schema || !found) return fields;
  const { yaml, at } = found;
  try {
    const document = readYaml(yaml);
    fields.data = () => document.toJS();
    for (const value of yamlValues(document)) addValue(page, value, at.from, schema, fields);
  } catch {
    // Thousands of levels deep.
  }
  return fields;
}

function addValue(
  page: Page,
  { path, value, at }: YamlValue,
  start: number,
  schema: z.ZodType,
  { values, passages }: Fields,
): void {
  const place = { page, from: start + at.from, to: start + at.to };
  const field = path.filter((step) => typeof step === 'string').join('.');
  if (!values.has(field)) values.set(field, { value, place });
  if (meaningOf(schemaAt(schema, path))?.is !== 'words') return;
  const offsets =
    alignToSource(value, page.source.slice(place.from, place.to), place.from) ?? place.from;
  passages.push(buildPassage(page, [{ text: value, offsets }], { kind: 'field', field }));
}
