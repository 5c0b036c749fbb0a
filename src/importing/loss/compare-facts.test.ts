import { expect, it } from 'vitest';
import { newNotes } from '../notes.ts';
import { compareFacts, lostIn } from './compare-facts.ts';

const source = {
  passages: ['Pay by 15 May. Call 0800 123 456, or write to a@b.example.', 'Pay by 15 May.'],
  links: ['http://www.education.govt.nz/guide'],
};

it('misses nothing where the draft says the same in other marks', () => {
  const draft = {
    passages: ['Pay by', '15 May. Call 0800 123 456, or write to a@b.example.', '“Pay by 15 May”'],
    links: ['https://www.education.govt.nz/guide/'],
  };
  expect(lostIn(compareFacts(source, draft, newNotes()))).toEqual([]);
});

it('names every sentence, number, link, telephone number and address that is gone', () => {
  const draft = { passages: ['Pay by 15 May. Call, or write to.'], links: [] };
  expect(lostIn(compareFacts(source, draft, newNotes()))).toMatchInlineSnapshot(`
    [
      {
        "kind": "sentence",
        "what": "pay by 15 may",
      },
      {
        "kind": "sentence",
        "what": "call 0800 123 456 or write to",
      },
      {
        "kind": "number",
        "what": "0800",
      },
      {
        "kind": "number",
        "what": "123",
      },
      {
        "kind": "number",
        "what": "456",
      },
      {
        "kind": "number",
        "what": "15",
      },
      {
        "kind": "link",
        "what": "https://www.education.govt.nz/guide",
      },
      {
        "kind": "telephone number",
        "what": "0800123456",
      },
      {
        "kind": "address",
        "what": "a@b.example",
      },
    ]
  `);
});

it('takes what the report accounts for', () => {
  const notes = newNotes();
  notes.leftOut.push({ words: source.passages.join('\n'), links: source.links, why: 'a test' });
  expect(lostIn(compareFacts(source, { passages: [], links: [] }, notes))).toEqual([]);
});

it('misses words whose order changed', () => {
  const draft = { ...source, passages: ['May Pay 15 by', ...source.passages.slice(0, 1)] };
  expect(lostIn(compareFacts(source, draft, newNotes()))).toMatchInlineSnapshot(`
    [
      {
        "kind": "sentence",
        "what": "pay by 15 may",
      },
    ]
  `);
});
