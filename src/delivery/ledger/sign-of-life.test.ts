import { describe, expect, it } from 'vitest';
import { testBed } from '../../testing/sending/test-bed.ts';
import { dispatchState, findDispatch, moveDispatch, schedule } from './dispatch.ts';
import { runDispatch } from '../dispatch/run-dispatch.ts';
import { haltOf, signOfLife } from './sign-of-life.ts';
import { pauseDispatch } from './stop-dispatch.ts';

const bed = testBed();
const minute = 60_000;

const halt = () => {
  const dispatch = findDispatch(bed.store, '2026-05-08', 'providers');
  if (!dispatch) throw new Error('there is no dispatch');
  return haltOf(dispatch, bed.clock.now());
};

/** A dispatch whose command waits to begin it, in so many minutes, and gives a sign now. */
const waiting = async (minutes: number) => {
  bed.provide();
  const { dispatch, run } = await bed.prepare(4, 2);
  schedule(bed.store, dispatch, new Date(bed.clock.now().getTime() + minutes * minute));
  const sign = signOfLife(bed.store, dispatch.id, bed.clock.now);
  sign.give();
  return { dispatch, run, sign };
};

describe('a dispatch that waits for its time', () => {
  it('is as it should be while its command says that it is there', async () => {
    const { sign } = await waiting(60);
    for (let passed = 0; passed < 70; passed += 1) {
      bed.clock.jump(30_000);
      sign.give();
      expect(halt()).toBeNull();
    }
  });

  it('is unattended when its command died, and missed when its time has passed', async () => {
    await waiting(60);
    bed.clock.jump(minute / 2);
    expect(halt()).toBeNull();
    bed.clock.jump(minute);
    expect(halt()).toBe('unattended');
    bed.clock.jump(60 * minute);
    expect(halt()).toBe('missed');
  });

  it('is unattended at once when its command has ended', async () => {
    const { sign } = await waiting(60);
    sign.end();
    expect(halt()).toBe('unattended');
  });

  it('is missed when somebody paused it beyond its time', async () => {
    const { dispatch } = await waiting(60);
    pauseDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now());
    expect(halt()).toBeNull();
    bed.clock.jump(61 * minute);
    expect(halt()).toBe('missed');
  });

  it('believes no sign from a clock that was set back since', async () => {
    const { sign } = await waiting(60);
    bed.clock.jump(-30 * minute);
    expect(halt()).toBe('unattended');
    sign.give();
    expect(halt()).toBeNull();
  });
});

describe('a dispatch that is being sent', () => {
  it('is unattended when its process died in the middle, and over when it is done', async () => {
    const { dispatch, run } = await waiting(0);
    const checkpoint = (point: string) => {
      if (point === 'posting') throw new Error('killed');
    };
    await expect(runDispatch({ ...run, checkpoint })).rejects.toThrow('killed');
    expect(dispatchState(bed.store, dispatch.id).status).toBe('sending');
    expect(halt()).toBeNull();
    bed.clock.jump(4 * minute);
    expect(halt()).toBe('unattended');
    expect(await runDispatch(run)).toBe('done');
    bed.clock.jump(4 * minute);
    expect(halt()).toBeNull();
  });

  it('waits for nobody while a person has to decide', async () => {
    const { dispatch } = await waiting(0);
    moveDispatch(bed.store, dispatch.id, ['frozen'], 'review');
    bed.clock.jump(60 * minute);
    expect(halt()).toBeNull();
  });
});
