import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnitLedger } from '../../src/ledger/unit-ledger.ts';
import { formatDecimal } from '../../src/model/decimal.ts';
import type { Fact } from '../../src/model/fact.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { fact, finish } from './facts.ts';

function ledgerOf(...facts: readonly Fact[]): UnitLedger {
  const ledger = new UnitLedger();
  for (const each of facts) ledger.take(each);
  return ledger;
}

/** The finishing time that holds for 7. */
function timeIn(ledger: UnitLedger): string | null {
  const passing = ledger.about('7').find(({ kind }) => kind === 'passing');
  return passing?.kind === 'passing' ? formatDecimal(passing.content.time!) : null;
}

/** Everything that a reader of the ledger can see. */
function seen(ledger: UnitLedger): object {
  return {
    whole: (['setup', 'status'] as const).map((kind) => ledger.whole(kind)),
    all: (['irm', 'order'] as const).map((kind) => [...ledger.all(kind)]),
    about: ['7', '8', '9'].map((code) => [...ledger.about(code)]),
    held: new Set(ledger.held().map(({ fact: held }) => held)),
    begun: ledger.hasBegun(() => true),
    test: ledger.isTest(() => true),
  };
}

describe('F3 of one source the highest number holds', () => {
  test('a correction replaces, a late fact with a lower number changes nothing', () => {
    const ledger = ledgerOf(finish('7', '10.05', { seq: 2 }));
    expect(ledger.take(finish('7', '10.02', { seq: 5 }))).toEqual({ competitors: ['7'] });
    expect(ledger.take(finish('7', '10.09', { seq: 3, at: 6 }))).toBe('NOTHING');
    expect(timeIn(ledger)).toBe('10.02');
  });

  test('the same fact twice changes nothing', () => {
    const once = finish('7', '10.05', { seq: 2 });
    const ledger = ledgerOf(once);
    expect(ledger.take(once)).toBe('NOTHING');
  });

  test('a word about the unit that is said again holds and changes nothing, until it says something else', () => {
    const said = (seq: number, result: 'LIVE' | 'OFFICIAL'): Fact => fact('status', { result }, { seq });
    const ledger = ledgerOf(said(1, 'LIVE'));
    expect(ledger.take(said(2, 'LIVE'))).toBe('NOTHING');
    expect(ledger.whole('status')?.seq).toBe(2);
    expect(ledger.take(said(3, 'OFFICIAL'))).toBe('UNIT');
    expect(ledger.take(fact('status', { result: 'OFFICIAL' }, { seq: 4, test: true }))).toBe('UNIT');
  });

  test('a new epoch of a source counts as later, whatever its numbers', () => {
    const old = finish('7', '10.05', { seq: 900, at: 1 });
    const fresh = finish('7', '10.02', { seq: 1, at: 2, epoch: '2' });
    expect(timeIn(ledgerOf(old, fresh))).toBe('10.02');
  });

  test('a key is kept within a bound, and the highest number stands although it came first', () => {
    const words = Array.from({ length: 300 }, (_none, index) =>
      finish('7', `${index + 10}`, { seq: index + 1, at: 1000 - index }),
    );
    expect(timeIn(ledgerOf(...words.toReversed()))).toBe('309');
    expect(timeIn(ledgerOf(...new Dice(5).shuffled(words)))).toBe('309');
  });

  test('a goal that is given to somebody else leaves the first', () => {
    const goal = (competitor: string, seq: number) =>
      fact('action', { id: 'g1', kind: 'GOAL', competitor }, { seq });
    const ledger = ledgerOf(goal('7', 1));
    expect(ledger.take(goal('8', 2))).toEqual({ competitors: ['7', '8'] });
    expect(ledger.about('7')).toEqual([]);
    expect(ledger.about('8')).toHaveLength(1);
  });
});

describe('F4 between two sources', () => {
  const first = finish('7', '10.05', { source: 'A', seq: 40, at: 1 });
  const second = finish('7', '10.02', { source: 'B', seq: 1, at: 2 });
  const primary = (source: string, seq: number, at: number) =>
    fact('setup', { primary: source }, { source: 'R', seq, at });

  test('the later fact in the stream wins, in whatever order a reader takes them', () => {
    expect(timeIn(ledgerOf(first, second))).toBe('10.02');
    expect(timeIn(ledgerOf(second, first))).toBe('10.02');
  });

  test('the primary source wins, and is followed when it is named later or becomes another', () => {
    expect(timeIn(ledgerOf(primary('A', 1, 3), first, second))).toBe('10.05');
    const ledger = ledgerOf(first, second, primary('A', 1, 3));
    expect(timeIn(ledger)).toBe('10.05');
    ledger.take(primary('B', 2, 4));
    expect(timeIn(ledger)).toBe('10.02');
    ledger.take(fact('void', { seq: 2 }, { source: 'R', seq: 3, at: 5 }));
    expect(timeIn(ledger)).toBe('10.05');
  });
});

describe('a void', () => {
  const early = finish('7', '10.05', { seq: 1 });
  const corrected = finish('7', '10.02', { seq: 2 });

  test('of the newest word re-instates the one before', () => {
    const ledger = ledgerOf(early, corrected);
    expect(ledger.take(fact('void', { seq: 2 }, { seq: 3 }))).toEqual({ competitors: ['7'] });
    expect(timeIn(ledger)).toBe('10.05');
  });

  test('of the only word leaves nothing, and the unit has not begun', () => {
    const ledger = ledgerOf(early, fact('void', { seq: 1 }, { seq: 2 }));
    expect(timeIn(ledger)).toBeNull();
    expect(ledger.hasBegun(() => true)).toBe(false);
    expect([...ledger.mentioned]).toEqual([]);
  });

  test('that comes before what it withdraws holds it out', () => {
    const ledger = ledgerOf(fact('void', { seq: 2 }, { seq: 3 }), corrected, early);
    expect(timeIn(ledger)).toBe('10.05');
  });

  test('names another source and epoch', () => {
    const other = finish('7', '10.02', { source: 'B', epoch: '4', seq: 2, at: 9 });
    const ledger = ledgerOf(early, other);
    expect(ledger.take(fact('void', { seq: 2 }, { seq: 3 }))).toBe('NOTHING');
    ledger.take(fact('void', { seq: 2, source: 'B', epoch: '4' }, { seq: 4 }));
    expect(timeIn(ledger)).toBe('10.05');
  });

  test('is forgotten with the word that it withdrew', () => {
    const ledger = new UnitLedger();
    for (let seq = 1; seq <= 1_000; seq += 2) {
      ledger.take(finish('7', '10.05', { seq }));
      ledger.take(fact('void', { seq }, { seq: seq + 1 }));
    }
    const { words, voided } = ledger.facts;
    expect([words.length, voided.length, timeIn(ledger)]).toEqual([64, 64, null]);
  });
});

describe('F6 a fact that cannot be', () => {
  /** Nobody runs 100 m in less than nine seconds. */
  const tooFast = (each: Fact) =>
    each.kind === 'passing' && each.content.time! < 9_000_000 ? { code: 'TOO_FAST', message: '' } : null;

  function watched(...facts: readonly Fact[]): UnitLedger {
    const ledger = new UnitLedger();
    ledger.examineBy({ each: tooFast, together: null });
    for (const each of facts) ledger.take(each);
    return ledger;
  }

  const wrong = finish('7', '4.02', { seq: 2 });
  const right = finish('7', '10.05', { seq: 1 });
  const release = fact('release', { source: 'A', seq: 2, by: 'operator' }, { seq: 9 });

  test('is held: what was said before stays', () => {
    const ledger = watched(right, wrong);
    expect(timeIn(ledger)).toBe('10.05');
    expect(ledger.held()).toEqual([{ fact: wrong, objection: { code: 'TOO_FAST', message: '' } }]);
  });

  test('counts once an operator lets it through, also when that was said before', () => {
    expect(timeIn(watched(right, wrong, release))).toBe('4.02');
    expect(timeIn(watched(release, right, wrong))).toBe('4.02');
    expect(watched(right, wrong, release).heldCount).toBe(0);
  });

  test('is held no longer when it is withdrawn or a newer word makes up for it', () => {
    const ledger = watched(right, wrong);
    expect(ledger.take(fact('void', { seq: 2 }, { seq: 3 }))).toBe('UNIT');
    expect(ledger.heldCount).toBe(0);
    expect(watched(right, wrong, finish('7', '10.04', { seq: 3 })).heldCount).toBe(0);
  });

  test('is held as soon as the rule is known that objects to it', () => {
    const ledger = ledgerOf(right, wrong);
    expect(timeIn(ledger)).toBe('4.02');
    ledger.examineBy({ each: tooFast, together: null });
    expect(timeIn(ledger)).toBe('10.05');
    ledger.examineBy({ each: () => null, together: null });
    expect(timeIn(ledger)).toBe('4.02');
  });

  test('is kept within a bound, oldest forgotten first', () => {
    const many = Array.from({ length: 5_000 }, (_none, index) =>
      finish(`${index}`, '1.5', { seq: index + 1 }),
    );
    const ledger = watched(...many);
    expect(ledger.heldCount).toBe(1_000);
    expect(ledger.held().at(-1)!.fact).toBe(many.at(-1));
  });
});

describe('D4 what holds', () => {
  const arbitraryFact: fc.Arbitrary<Fact> = fc
    .record({
      source: fc.constantFrom('A', 'B'),
      seq: fc.integer({ min: 1, max: 12 }),
      competitor: fc.constantFrom('7', '8', '9'),
      time: fc.integer({ min: 5, max: 12 }),
      kind: fc.constantFrom('passing', 'irm', 'void', 'release', 'order', 'setup'),
    })
    .map(({ source, seq, competitor, time, kind }) => {
      const said = { source, seq };
      switch (kind) {
        case 'irm':
          return fact('irm', { competitor, code: time > 8 ? 'DQ' : null }, said);
        case 'void':
          return fact('void', { source: time > 8 ? 'A' : 'B', seq: time }, said);
        case 'release':
          return fact('release', { source: time > 8 ? 'A' : 'B', seq: time, by: 'x' }, said);
        case 'order':
          return fact('order', { id: competitor, competitors: [competitor], why: 'JURY' }, said);
        case 'setup':
          return fact('setup', time > 8 ? { primary: source } : {}, said);
        default:
          return finish(competitor, String(time), said);
      }
    });

  test('depends on which facts came and where they are in the stream, not on when they were read', () => {
    const facts = fc.uniqueArray(arbitraryFact, {
      selector: ({ source, seq }) => `${source}${seq}`,
      maxLength: 20,
    });
    fc.assert(
      fc.property(facts, fc.integer(), (drawn, seed) => {
        const stored = drawn.map((each, index) => ({ ...each, streamSeq: index + 1 }));
        const inOrder = new UnitLedger();
        const shuffled = new UnitLedger();
        const tooFast = (each: Fact) =>
          each.kind === 'passing' && each.content.time! < 7_000_000 ? { code: 'F', message: '' } : null;
        for (const ledger of [inOrder, shuffled]) ledger.examineBy({ each: tooFast, together: null });
        for (const each of stored) inOrder.take(each);
        for (const each of new Dice(seed).shuffled([...stored, ...stored])) shuffled.take(each);
        expect(seen(shuffled)).toEqual(seen(inOrder));
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  test('numbers in keys count as numbers: attempt 10 comes after attempt 9', () => {
    const attempts = [10, 9, 1, 2].map((attempt, index) =>
      fact('attempt', { competitor: '7', attempt, outcome: 'FAILED' }, { seq: index + 1 }),
    );
    const order = ledgerOf(...attempts).about('7');
    expect(order.map((each) => each.kind === 'attempt' && each.content.attempt)).toEqual([1, 2, 9, 10]);
  });

  test('texts in keys come after all numbers, in whatever order they came', () => {
    const points = ['10', 'FIN', '9', '1a', '2', '-1', '09', '9b'];
    const passings = points.map((point, index) =>
      fact('passing', { competitor: '7', point, time: index }, { seq: index + 1 }),
    );
    const inOrder = (facts: readonly Fact[]) =>
      ledgerOf(...facts)
        .about('7')
        .map((each) => (each.kind === 'passing' ? each.content.point : ''));
    expect(inOrder(passings)).toEqual(['-1', '2', '09', '9', '10', '1a', '9b', 'FIN']);
    for (let seed = 1; seed <= 50; seed += 1)
      expect(inOrder(new Dice(seed).shuffled(passings))).toEqual(inOrder(passings));
  });

  test('begins with what is measured of somebody listed, not with strangers', () => {
    const ledger = ledgerOf(finish('7', '10.02', { seq: 1 }));
    expect(ledger.hasBegun((code) => code === '8')).toBe(false);
    expect(ledger.hasBegun((code) => code === '7')).toBe(true);
    ledger.take(fact('start', { at: 0 }, { seq: 2 }));
    expect(ledger.hasBegun(() => false)).toBe(true);
  });
});
