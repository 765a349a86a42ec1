import { describe, expect, test } from 'vitest';
import { UnitLedger } from '../../src/ledger/unit-ledger.ts';
import type { Expected, Fact } from '../../src/model/fact.ts';
import { fact, finish } from './facts.ts';

const correction = (time: string, seq: number, expects: Expected): Fact =>
  ({ ...finish('7', time, { source: 'CONSOLE', seq, at: 100 + seq }), expects }) as Fact;

const measured = finish('7', '10.05', { source: 'TIMING', seq: 42 });
const OF_TIMING = { source: 'TIMING', seq: 42 };

function ledgerOf(...facts: readonly Fact[]): UnitLedger {
  const ledger = new UnitLedger();
  for (const each of facts) ledger.take(each);
  return ledger;
}

describe('a fact with a precondition', () => {
  test('is as expected while the fact that it corrects holds, and no longer', () => {
    const ledger = ledgerOf(measured);
    const first = correction('10.02', 1, OF_TIMING);
    expect(ledger.isAsExpected(first)).toBe(true);
    ledger.take(first);
    expect(ledger.isAsExpected(correction('10.03', 2, OF_TIMING))).toBe(false);
    expect(ledger.isAsExpected(correction('10.03', 2, { seq: 1 }))).toBe(true);
    expect(ledger.isAsExpected(correction('10.03', 2, { seq: 1, epoch: '2' }))).toBe(false);
  });

  test('with seq 0 expects that nothing was said yet', () => {
    const nothing = correction('10.02', 1, { seq: 0 });
    expect(ledgerOf().isAsExpected(nothing)).toBe(true);
    expect(ledgerOf(measured).isAsExpected(nothing)).toBe(false);
    const withdrawn = fact('void', { seq: 42 }, { source: 'TIMING', seq: 43 });
    expect(ledgerOf(measured, withdrawn).isAsExpected(nothing)).toBe(true);
  });

  test('does not mind what was said of something else', () => {
    const other = finish('8', '10.09', { source: 'TIMING', seq: 43 });
    expect(ledgerOf(measured, other).isAsExpected(correction('10.02', 1, OF_TIMING))).toBe(true);
  });

  test('can be a void, which expects that what it withdraws still holds', () => {
    const withdraw = {
      ...fact('void', OF_TIMING, { source: 'CONSOLE', seq: 1 }),
      expects: OF_TIMING,
    } as Fact;
    const ledger = ledgerOf(measured);
    expect(ledger.isAsExpected(withdraw)).toBe(true);
    ledger.take(finish('7', '10.02', { source: 'TIMING', seq: 44 }));
    expect(ledger.isAsExpected(withdraw)).toBe(false);
  });
});
