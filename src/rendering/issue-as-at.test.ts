import { describe, expect, it } from 'vitest';
import { issueAsAt } from './issue-as-at.ts';

const issue = {
  status: 'fixed',
  lastUpdated: '2026-06-03',
  history: [
    { date: '2026-06-03', status: 'fixed', note: 'Fixed.' },
    { date: '2026-05-07', status: 'partly-fixed', note: 'Better.' },
    { date: '2026-03-03', status: 'workaround', note: 'Reported.' },
  ],
} as const;
const of = (asAt: string, edition?: 'bulletin' | 'page') =>
  issueAsAt({ ...issue, history: [...issue.history] }, edition ? { asAt, edition } : { asAt });

describe('a known issue', () => {
  it('stands in a bulletin as it stood on its day, though it has changed since', () => {
    expect(of('2026-05-08', 'bulletin')).toEqual({
      status: 'partly-fixed',
      lastUpdated: '2026-05-07',
    });
    expect(of('2026-05-06', 'bulletin').status).toBe('workaround');
  });

  it('stands as it is now on every page, and where nothing is known of that day', () => {
    expect(of('2026-05-08', 'page').status).toBe('fixed');
    expect(of('2026-05-08').status).toBe('fixed');
    expect(of('2026-01-01', 'bulletin').status).toBe('fixed');
  });
});
