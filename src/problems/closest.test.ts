import { describe, expect, it } from 'vitest';
import { closest } from './closest.ts';

const names = ['title', 'summary', 'audiences', 'to', 'Callout', 'ComingUp'];

describe('the closest name', () => {
  it.each([
    ['titel', 'title'],
    ['tittle', 'title'],
    ['titl', 'title'],
    ['bitle', 'title'],
    ['sumary', 'summary'],
    ['audience', 'audiences'],
    ['AUDIENCES', 'audiences'],
    ['callout', 'Callout'],
    ['Calot', 'Callout'],
    ['ot', 'to'],
    ['title', 'title'],
  ])('to %s is %s', (written, meant) => expect(closest(written, names)).toBe(meant));

  it.each(['colour', 'x', 'heading', '', 'Calt'])('to %j is none', (written) =>
    expect(closest(written, names)).toBeUndefined(),
  );

  it('is the nearest of several, and the first of those that are as near', () => {
    expect(closest('ki-011', ['ki-100', 'ki-012', 'ki-010'])).toBe('ki-012');
    expect(closest('cat', ['chart', 'cart', 'cast'])).toBe('cart');
  });

  it('is none of nothing', () => {
    expect(closest('title', [])).toBeUndefined();
  });
});
