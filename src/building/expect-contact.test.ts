import { expect, it } from 'vitest';
import { contacts, writeContent } from '../testing/content/write-content.ts';
import { readContent } from '../content/reading/read-content.ts';
import { site } from '../publication/site.ts';
import { expectContact } from './expect-contact.ts';

it('refuses content without the contact that every page sends its readers to', async () => {
  const other = await readContent(await writeContent());
  expect(() => expectContact(other, 'content')).toThrowErrorMatchingInlineSnapshot(`
    [BadInput: content/contacts.yaml
      Expected a contact called attendance-service-inbox: every page and bulletin sends its readers there.
      Found service-desk.
      Add it, or name one of yours as the contact in src/publication/site.ts.

    1 problem. Nothing was changed.]
  `);
  const named = contacts.replace('service-desk:', `${site.contact}:`);
  const folder = await writeContent({ 'contacts.yaml': `${contacts}${named}` });
  expect(() => expectContact({ ...other, contacts: new Map() }, folder)).toThrow('no contacts');
  const { contacts: both } = await readContent(folder);
  expect(expectContact({ ...other, contacts: both }, folder)).toBeUndefined();
});
