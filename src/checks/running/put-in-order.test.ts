import { expect, it } from 'vitest';
import { putInOrder } from './put-in-order.ts';

it('passes each thing on as soon as all before it have come', () => {
  const taken: string[] = [];
  const say = putInOrder<string>((thing) => taken.push(thing));
  say(1, 'b');
  expect(taken).toEqual([]);
  say(0, 'a');
  expect(taken).toEqual(['a', 'b']);
  say(3, 'd');
  say(2, 'c');
  expect(taken).toEqual(['a', 'b', 'c', 'd']);
});
