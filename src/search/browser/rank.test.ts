import { describe, expect, it } from 'vitest';
import { type Alternative, plainly } from './understanding/concept.ts';
import { isTelling, rank } from './rank.ts';
import type { Precedence } from '../precedence.ts';

/** A part of a query, and the score it has in each record. */
const found = (typed: string, scores: Record<string, number>, everywhere = 4) => {
  const alternative: Alternative = plainly([typed]);
  const results = Object.entries(scores).map(
    ([id, score]) =>
      [id, { id, score, data: () => Promise.reject(new Error('not read')) }] as const,
  );
  return {
    concept: { typed, alternatives: [alternative] },
    hits: [[alternative, { results: new Map(results), everywhere }] as const],
  };
};
const order = (looked: Parameters<typeof rank>[0], precedence: Record<string, Precedence> = {}) =>
  rank(looked, 100, (id) => precedence[id] ?? 'living').map(({ result }) => result.id);

describe('ranking', () => {
  it('puts living guidance before a dated edition that matches a little better', () => {
    const looked = [found('exemption', { edition: 5.5, guidance: 5 })];
    expect(order(looked, { edition: 'newest' })).toEqual(['guidance', 'edition']);
  });

  it('puts the newer edition before the older one', () => {
    const looked = [found('survey', { april: 5, may: 5, march: 5 })];
    expect(order(looked, { may: 'newest', april: 'recent', march: 'old' })).toEqual([
      'may',
      'april',
      'march',
    ]);
  });

  it('puts what speaks of everything before what speaks much of one thing', () => {
    const looked = [found('case', { much: 9, both: 3 }), found('merge', { both: 3 })];
    expect(order(looked)).toEqual(['both', 'much']);
  });

  it('counts a rare word for more than a common one', () => {
    const looked = [found('school', { common: 3 }, 80), found('pop-ups', { rare: 3 }, 2)];
    const [first, second] = rank(looked, 100, () => 'living');
    expect(first?.result.id).toBe('rare');
    expect(second?.covered).toBeLessThan(0.2);
  });

  it('leaves out what no page has where the rest still says what is asked', () => {
    const looked = [
      found('questions', { page: 3 }),
      found('contract', { page: 3 }),
      found('webinar', {}, 0),
    ];
    expect(isTelling(looked, 100)).toBe(true);
    expect(rank(looked, 100, () => 'living')[0]?.coveredOfKnown).toBe(1);
    expect(isTelling(looked.slice(1), 100)).toBe(false);
  });

  it('counts a word that is nowhere as asked and not answered', () => {
    const looked = [found('student', { page: 3 }, 60), found('loan', {}, 0)];
    expect(rank(looked, 100, () => 'living')[0]?.covered).toBeLessThan(0.5);
  });
});
