import { expect, it } from 'vitest';
import type { KeyEntry } from '../schemas/describe-keys.ts';
import { collections } from './collections.ts';
import { documentKinds, listKinds } from './describe-kinds.ts';

const kinds = [...documentKinds(), ...listKinds()];

it('explains every kind of document, and every key in a sentence', () => {
  const schemas = new Set(Object.values(collections).map(({ schema }) => schema));
  expect(documentKinds()).toHaveLength(schemas.size);
  for (const { name, means, keys } of kinds) {
    expect(means, name).toMatch(sentences);
    expectSentences(keys, name);
  }
});

const sentences = /^\p{Lu}.*[.”]$/u;

function expectSentences(keys: KeyEntry[], owner: string): void {
  expect(keys.length, owner).toBeGreaterThan(0);
  for (const { name, means, takes, keys: inner } of keys) {
    expect(means, `${owner}.${name}`).toMatch(sentences);
    if (inner.length > 0 || takes === 'entries') expectSentences(inner, `${owner}.${name}`);
  }
}
