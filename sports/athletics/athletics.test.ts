import { expect, test } from 'vitest';
import { decimal } from '../../src/model/decimal.ts';
import type { Setup } from '../../src/model/fact.ts';
import { formatRsc, type Rsc } from '../../src/model/rsc.ts';
import { NO_FACTS, type UnitRule } from '../../src/rules/contract.ts';
import { athletics } from './athletics.ts';
import { COMBINED_EVENTS } from './combined-events.ts';
import { EDITIONS } from './editions.ts';
import { EVENTS } from './events.ts';

const rsc = (event: string, phase = '', unit = ''): Rsc =>
  formatRsc({ discipline: 'ATH', gender: 'M', event, phase, unit });

test('every event has a rule in every edition, and the rule carries both', () => {
  for (const code of Object.keys(EVENTS)) {
    for (const { year } of EDITIONS) {
      const id = `ATH.${code}@${year}`;
      expect(athletics.unitRule(rsc(code, 'FNL', '000100'), { rule: id })?.id).toBe(id);
    }
  }
});

test('every part of a combined event has the rule of its event, and the event sums them', () => {
  for (const [gender, events] of Object.entries(COMBINED_EVENTS)) {
    for (const [code, { parts }] of Object.entries(events)) {
      const event = formatRsc({ discipline: 'ATH', gender, event: code, phase: '', unit: '' });
      for (const { phase } of parts) {
        const unit = formatRsc({ discipline: 'ATH', gender, event: code, phase, unit: '000100' });
        expect(athletics.unitRule(unit, {})).not.toBeNull();
      }
      expect(athletics.partsRule(event, {})?.type).toBe('CUMULATIVE_RESULT');
    }
  }
});

test('an unknown event, edition or rule id has no rule', () => {
  expect(athletics.unitRule(rsc('TUGOFWAR', 'FNL', '000100'), {})).toBeNull();
  expect(athletics.unitRule(rsc('100M', 'FNL', '000100'), { rule: 'ATH.100M@1896' })).toBeNull();
  expect(athletics.unitRule(rsc('100M', 'FNL', '000100'), { rule: 'SWM.100M@2024' })).toBeNull();
});

test('without a rule in the setup the newest edition holds', () => {
  expect(athletics.unitRule(rsc('100M', 'FNL', '000100'), {})?.id).toBe('ATH.100M@2024');
});

test('rounds over several heats have a list, a single final has not; two races of a final and trials have', () => {
  const list = (phase: string, setup: Setup = {}) =>
    athletics.partsRule(rsc('100M', phase), setup)?.type ?? null;
  expect(list('RND1')).toBe('PHASE_RESULT');
  expect(list('FNL')).toBeNull();
  expect(list('FNL', { units: [rsc('100M', 'FNL', '000100'), rsc('100M', 'FNL', '000200')] })).toBe(
    'PHASE_RESULT',
  );
  expect(list('FNL', { advance: [{ by: 'place', count: 3, mark: 'Q' }] })).toBe('PHASE_RESULT');
});

test('TR 19.23 readings are shown rounded up: 1/100 s to 10,000 m, 1/10 s beyond, the second on the road', () => {
  const shown = (event: string, time: string, setup: Setup = {}): string | null => {
    const rule = athletics.unitRule(rsc(event, 'FNL', '000100'), setup) as UnitRule;
    const facts = { ...NO_FACTS, passings: [{ competitor: '1', point: 'FIN', time: decimal(time) }] };
    const context = {
      unit: rsc(event, 'FNL', '000100'),
      setup,
      status: 'LIVE',
      complete: false,
      start: null,
      conditions: null,
      orders: [],
      entries: [],
      factsOf: () => NO_FACTS,
    } as const;
    const entry = {
      competitor: { code: '1', kind: 'ATHLETE', organisation: 'XXX', name: {} },
      startOrder: 1,
    } as const;
    return rule.mark(rule.card(entry, facts, context), context).result;
  };
  expect(shown('100M', '9.784')).toBe('9.79');
  expect(shown('100M', '9.780')).toBe('9.78');
  expect(shown('10000M', '1577.531')).toBe('26:17.54');
  expect(shown('20000M', '3461.32')).toBe('57:41.4');
  expect(shown('20000MW', '4641.32')).toBe('1:17:21.4');
  expect(shown('HALFWALK', '4871.2')).toBe('1:21:12');
  expect(shown('XCOUNTRY', '1811.01')).toBe('30:12');
  expect(shown('ROADMILE', '236.125')).toBe('3:56.13');
  expect(shown('MARATHON', '7585.2')).toBe('2:06:26');
  expect(shown('MARATHON', '7585.0')).toBe('2:06:25');
  expect(shown('100M', '10.12', { timing: { hand: true } })).toBe('10.2');
});

test('F6 a hundred metres in four seconds, a gale and a reaction of a minute are held', () => {
  const rule = athletics.unitRule(rsc('100M', 'FNL', '000100'), {})!;
  const code = (fact: object): string | undefined => rule.check!(fact as never, null as never)?.code;
  const entry = { competitor: { code: '1', kind: 'ATHLETE', organisation: 'XXX', name: {} }, startOrder: 1 };
  const context = { setup: {}, start: null, entryOf: () => entry, isReleased: () => false };
  const timed = (time: string): string | undefined => {
    const fact = { kind: 'passing', content: { competitor: '1', point: 'FIN', time: decimal(time) } };
    return rule.together!.check([fact as never], context as never).get(fact as never)?.code;
  };
  expect(timed('4')).toBe('IMPOSSIBLE_TIME');
  expect(timed('9.58')).toBeUndefined();
  expect(code({ kind: 'conditions', content: { wind: decimal('40') } })).toBe('IMPOSSIBLE_WIND');
  expect(code({ kind: 'reaction', content: { competitor: '1', time: decimal('60') } })).toBe(
    'IMPOSSIBLE_REACTION',
  );
  expect(code({ kind: 'reaction', content: { competitor: '1', time: decimal('0.091') } })).toBeUndefined();
});

test('RSC parts have words', () => {
  expect(athletics.names!(rsc('100M', 'SFNL', '000200'))).toEqual({
    event: "Men's 100m",
    phase: 'Semi-Finals',
    unit: 'Semi-Final 2',
    codes: { event: '100M', phase: 'SFNL', unit: 'SEMI_FINAL', number: '2' },
  });
  expect(athletics.names!(rsc('DECATH', 'LJ', 'B00100'))).toEqual({
    event: "Men's Decathlon",
    phase: 'Long Jump',
    unit: 'Group B',
    codes: { event: 'DECATH', phase: 'LJ', unit: 'GROUP', number: 'B' },
  });
  expect(athletics.names!(rsc('100M', 'FNL', '000100'))).toEqual({
    event: "Men's 100m",
    phase: 'Final',
    codes: { event: '100M', phase: 'FNL' },
  });
  expect(athletics.names!(rsc('HIGHJUMP', 'QUAL', '000100')).unit).toBeUndefined();
  expect(athletics.names!(rsc('10000M', 'FNL', '000200')).unit).toBe('Race 2');
  expect(athletics.names!(rsc('200M', 'RND1', '000400RR')).unit).toBe('Heat 4, run again');
});
