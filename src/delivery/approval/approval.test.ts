import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder } from '../../testing/sending/test-run.ts';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';
import type { Store } from '../store/store.ts';
import { approvalState, approve } from './approval.ts';

const now = new Date('2026-05-08T09:00:00+12:00');
const bulletin = exampleBulletin();
let store: Store;
beforeEach(() => {
  store = openTestStore(emptyFolder());
});
afterEach(() => store.close());

describe('an approval', () => {
  it.each([
    ['subject', { subject: `${bulletin.subject}.` }],
    ['preheader', { preheader: 'Another' }],
    ['html', { html: bulletin.html.replace('koutou', 'koutoú') }],
    ['text', { text: `${bulletin.text}\n` }],
    ['from', { from: { ...bulletin.from, name: 'Attendance  Service' } }],
    ['legal', { legal: ['Attendance rules'] }],
    ['title', { title: 'Other' }],
  ])(
    'is void once the %s differs by anything, says so, and holds again for the old bytes',
    (part, change) => {
      expect(approve(store, bulletin, 'Comms Lead', now)).toMatchObject({ approved: true });
      const changed = exampleBulletin(change);
      expect(approvalState(store, changed)).toMatchObject({
        approved: false,
        by: [],
        changed: [part],
      });
      expect(approvalState(store, bulletin)).toMatchObject({ approved: true, changed: [] });
    },
  );

  it('of one audience says nothing about the other, or about another edition', () => {
    approve(store, bulletin, 'Comms Lead', now);
    for (const other of [{ audience: 'schools' }, { edition: '2026-05-22' }] as const) {
      expect(approvalState(store, exampleBulletin(other))).toMatchObject({ approved: false });
    }
  });

  it.each(['Comms Lead', 'COMMS LEAD', '  comms  lead ', 'Comms-Lead', 'Cōmms Lead.'])(
    'of a legal item takes two people; "%s" is the first one again',
    (again) => {
      const legal = exampleBulletin({ legal: ['Attendance rules'] });
      approve(store, legal, 'Comms Lead', now);
      expect(approve(store, legal, again, now)).toMatchObject({ approved: false, needed: 2 });
      const state = approve(store, legal, 'Legal Adviser', now);
      expect(state).toMatchObject({ approved: true });
      expect(state.by.map(({ name }) => name)).toEqual(['Comms Lead', 'Legal Adviser']);
    },
  );

  it.each(['', '   ', 'Lead\nSecond', 'Lead\u0000'])('is not taken from %j', (name) => {
    expect(() => approve(store, bulletin, name, now)).toThrow('Expected one line of text.');
    expect(approvalState(store, bulletin)).toMatchObject({ approved: false });
  });
});
