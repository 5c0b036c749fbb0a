import { describe, expect, it } from 'vitest';
import { readContent } from '../content/reading/read-content.ts';
import { readSettings } from '../settings/settings.ts';
import { quotedGuidance } from './quoted-guidance.ts';

const content = await readContent(readSettings({}).content);
const quote = (asAt: string, edition?: 'bulletin' | 'page', principle = 'school-roles') => {
  const context = { content, audience: 'schools', asAt, ...(edition && { edition }) } as const;
  return quotedGuidance({ id: 'as-cms-access', principle }, context, 'email');
};
const reviewed = (...of: Parameters<typeof quote>) => quote(...of).page.data.lastReviewed;

describe('guidance that a bulletin quotes', () => {
  it('is the wording that held on its day, whatever the page says since', () => {
    expect(reviewed('2026-04-10', 'bulletin')).toBe('2026-04-10');
    expect(reviewed('2026-05-08', 'bulletin')).toBe('2026-05-07');
  });

  it('is what holds now on every page', () => {
    expect(reviewed('2026-04-10', 'page')).toBe('2026-05-07');
    expect(reviewed('2026-04-10')).toBe('2026-05-07');
  });

  it('leads to the living page', () => {
    expect(quote('2026-04-10', 'bulletin').page.id).toBe('as-cms-access');
  });
});
