import { expect, it } from 'vitest';
import { parseLine } from './parse-line.ts';

const args = {
  edition: { type: 'positional', required: true, description: 'which' },
  file: { type: 'positional', required: false, valueHint: 'FILE…' },
  via: { type: 'enum', options: ['outbox', 'resend'], default: 'outbox' },
  at: { type: 'string' },
  json: { type: 'boolean' },
} as const;

it('reads flags wherever they stand, and words in their order', () => {
  const { faults, values } = parseLine(args, ['--at=15:00', 'a', '--json', 'b', '--', '--c']);
  expect(faults).toEqual([]);
  expect(values).toMatchObject({ edition: 'a', file: 'b', at: '15:00', json: true });
  expect(values['_']).toEqual(['a', 'b', '--c']);
});

it('gives what was left out as its default, and a switch as off', () => {
  const { values } = parseLine(args, ['a']);
  expect(values).toMatchObject({ edition: 'a', via: 'outbox', json: false });
  expect([values['file'], values['at']]).toEqual([undefined, undefined]);
});
