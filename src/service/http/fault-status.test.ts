import { describe, expect, it } from 'vitest';
import { faultOf, isGone, statusOf } from './fault-status.ts';

const fault = (code: string, words: string) =>
  Object.assign(new Error(`${code}: ${words}`), { code });

describe('a fault of the system', () => {
  it.each([
    ['EMFILE', 503],
    ['ENFILE', 503],
    ['EACCES', 500],
    ['EIO', 500],
  ])('%s is answered with %i', (code, status) => {
    expect(statusOf(fault(code, 'words'))).toBe(status);
    expect(isGone(fault(code, 'words'))).toBe(false);
  });

  it('is said without the file where it has nothing to do with it, so once for all of them', () => {
    const many = fault('EMFILE', "too many open files, open '/site/a.html'");
    expect(faultOf(many).message).toBe('EMFILE: too many open files');
    const denied = fault('EACCES', "permission denied, open '/site/a.html'");
    expect(faultOf(denied)).toBe(denied);
  });

  it('is none of ours where whoever asked went away', () => {
    expect(isGone(fault('ECONNRESET', 'aborted'))).toBe(true);
  });
});
