import { describe, expect, it } from 'vitest';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';
import { testBed } from '../../testing/sending/test-bed.ts';
import { approve, lastApprovedWords } from '../approval/approval.ts';
import { cancelDispatch, pauseDispatch, reopenDispatch } from '../ledger/stop-dispatch.ts';
import { describeAct } from './describe-act.ts';
import { noteAct } from './note-act.ts';
import { actsOf, trailState } from './read-trail.ts';

const bed = testBed();
const kept = () => actsOf(bed.store).map((act) => describeAct(act));

/** Approves, freezes, pauses twice, lets it go on and cancels. */
async function doAll() {
  approve(bed.store, exampleBulletin(), 'Hana', bed.clock.now());
  const { dispatch } = await bed.prepare(3);
  const by = (name: string) => [bed.store, dispatch, name, bed.clock.now()] as const;
  pauseDispatch(...by('Wiremu'));
  pauseDispatch(...by('Somebody too late'));
  reopenDispatch(...by('Hana'));
  cancelDispatch(...by('Wiremu'));
}

describe('the audit trail', () => {
  it('keeps who did what, and nothing that did nothing', async () => {
    await doAll();
    approve(bed.store, exampleBulletin(), 'hana', bed.clock.now());
    expect(kept()).toEqual([
      `hana approved 2026-05-08 for providers. Hash ${exampleBulletin().hash.slice(0, 12)}.`,
      'Wiremu cancelled 2026-05-08 for providers.',
      'Hana let go on 2026-05-08 for providers.',
      'Wiremu paused 2026-05-08 for providers.',
      'Somebody who gave no name started sending 2026-05-08 for providers. To 3 subscribers.',
      `Hana approved 2026-05-08 for providers. Hash ${exampleBulletin().hash.slice(0, 12)}.`,
    ]);
    expect(trailState(bed.store)).toMatchObject({ count: 6, faults: [] });
    expect(lastApprovedWords(bed.store, exampleBulletin())?.subject).toContain('invoices due');
  });

  it.each([
    ['change', "UPDATE acts SET person = 'Eve' WHERE id = 1"],
    ['delete', 'DELETE FROM acts WHERE id = 1'],
  ])('lets nobody %s what was kept', async (_, sql) => {
    await doAll();
    const before = kept();
    expect(() => bed.store.change(sql)).toThrow('what was done is kept as it was written');
    expect(kept()).toEqual(before);
  });

  it('is not written where what was done is rolled back', () => {
    const deed = { by: 'Hana', act: 'publish' } as const;
    const both = () =>
      bed.store.transaction(() => {
        noteAct(bed.store, deed, bed.clock.now());
        throw new Error('the disk is full');
      });
    expect(both).toThrow('the disk is full');
    expect(kept()).toEqual([]);
  });

  it('shows what whoever administers the database changed, put in, or took away', () => {
    for (const by of ['Hana', 'Wiremu', 'Mere', 'Tama'])
      noteAct(bed.store, { by, act: 'publish' }, bed.clock.now());
    bed.store.change(
      `INSERT INTO acts SELECT 6, done_at, person, act, edition, audience, detail, seal
       FROM acts WHERE id = 1`,
    );
    expect(trailState(bed.store).faults).toEqual([
      'After act 4 comes act 6: something was taken away.',
    ]);
    bed.store.change(
      `INSERT INTO acts SELECT 5, done_at, 'Eve', act, edition, audience, detail, seal
       FROM acts WHERE id = 4`,
    );
    expect(trailState(bed.store).faults).toEqual([
      'Act 5 is not what was written, or the seal before it is another.',
      'Act 6 is not what was written, or the seal before it is another.',
    ]);
  });
});
