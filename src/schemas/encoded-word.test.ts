import { expect, it } from 'vitest';
import { exampleBulletin } from '../testing/sending/example-bulletin.ts';
import { bulletinSchema } from './bulletin.ts';
import { subject } from './envelope.ts';

/* What goes into a header as it is must say the same to every reader. */

const hidden = '=?utf-8?Q?=0d=0aBcc:_victim@kura.example?=';

it('refuses a subject that readers would decode', () => {
  expect(subject.safeParse('Is 1 =? 2 or 3?').success).toBe(true);
  const { error } = subject.safeParse(`Due 15 May ${hidden}`);
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'a subject without "=?", which mail programs take for encoded letters',
  ]);
});

it.each(['subject', 'listId'])('refuses a bulletin whose %s readers would decode', (field) => {
  expect(bulletinSchema.safeParse(exampleBulletin()).success).toBe(true);
  expect(bulletinSchema.safeParse({ ...exampleBulletin(), [field]: hidden }).success).toBe(false);
});
