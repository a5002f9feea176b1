import { appealClassOf, type AppealClass } from '../../../../src/domain/meetings/session/appeal-class';
import type { Outcome } from '../../../../src/domain/meetings/session/outcomes';

describe('whether a decision can be appealed (KL 13:2)', () => {
  it.each<[AppealClass, Outcome, string, boolean]>([
    ['legalityReview', 'approved', 'decision', true],
    ['legalityReview', 'approvedWithChanges', 'decision', true],
    ['legalityReview', 'rejected', 'decision', true],
    ['legalityReview', 'conditional', 'decision', true],
    ['none', 'noted', 'decision', true],
    ['none', 'referredBack', 'decision', true],
    ['none', 'tabled', 'decision', true],
    ['none', 'postponed', 'decision', true],
    ['none', 'withdrawn', 'decision', true],
    ['none', 'approved', 'information', true],
    ['none', 'approved', 'decision', false],
  ])('%s: %s of an item of kind %s, municipal law %s', (appealClass, outcome, itemKind, municipalLaw) => {
    expect(appealClassOf({ municipalLaw, itemKind, outcome })).toBe(appealClass);
  });
});
