import { describe, expect, it } from 'vitest';
import { asAtNote } from './as-at-note.ts';

const asAt = '2026-05-08';

describe('what an edition adds to the day on which a living page changed', () => {
  it('is, in a bulletin, the day it speaks from: it cannot follow later changes', () => {
    const words = asAtNote('2026-05-07', { asAt, edition: 'bulletin' });
    expect(`Updated 7 May 2026${words}`).toBe('Updated 7 May 2026 (as at 8 May 2026)');
  });

  it('is, on its web page, that the page has changed since', () => {
    const page = { asAt, edition: 'page' } as const;
    expect(asAtNote('2026-05-20', page)).toBe(', since this edition');
    expect(asAtNote('2026-05-08', page)).toBe('');
  });

  it('is nothing on a page that lives by itself', () => {
    expect(asAtNote('2026-05-20', { asAt })).toBe('');
  });
});
