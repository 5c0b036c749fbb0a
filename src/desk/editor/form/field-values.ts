import type { Field, Fields } from '../../protocol/document.ts';

/** A value of front matter as words; empty where it is none. */
export const asWords = (value: Field | undefined): string =>
  typeof value === 'string' ? value : '';

/** A value of front matter as a list; empty where it is none. */
export const asList = (value: Field | undefined): readonly Field[] => (isList(value) ? value : []);

/** A value of front matter as keys with values; empty where it is none. */
export const asFields = (value: Field | undefined): Fields =>
  typeof value === 'object' && !isList(value) ? value : {};

const isList = (value: Field | undefined): value is readonly Field[] => Array.isArray(value);
