import { describe, expect, it } from 'vitest';
import { workingDaysBetween } from './working-days.ts';

describe('working days', () => {
  it('counts working days over weekends and holidays', () => {
    expect(workingDaysBetween('2026-05-08', '2026-05-12')).toBe(2);
    expect(workingDaysBetween('2026-04-02', '2026-04-07')).toBe(1);
    expect(workingDaysBetween('2026-05-12', '2026-05-08')).toBe(-2);
    expect(workingDaysBetween('2026-05-08', '2026-05-08')).toBe(0);
  });
});
