import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/model/decimal.ts';
import { gapText, parseTimeText, timeText } from '../../src/model/time-text.ts';
import {
  ceilTo,
  decimalsOf,
  floorTo,
  HUNDREDTH,
  roundHalfUp,
  SECOND,
  TENTH,
  THOUSANDTH,
  truncTo,
} from '../../src/rules/rounding.ts';

describe('rounding', () => {
  test.each([
    ['TR 19 up to the next hundredth', ceilTo, '9.784', HUNDREDTH, '9.79'],
    ['TR 19 an exact reading stays', ceilTo, '9.780', HUNDREDTH, '9.78'],
    ['TR 19 longer track races up to the next tenth', ceilTo, '1586.01', TENTH, '1586.1'],
    ['TR 19 road races up to the next second', ceilTo, '7585.2', SECOND, '7586'],
    ['TR 29 a distance falls to the centimetre below', floorTo, '8.419', HUNDREDTH, '8.41'],
    ['touch pads are cut to the hundredth', truncTo, '271.989', HUNDREDTH, '271.98'],
    ['a negative value is cut towards zero', truncTo, '-0.039', HUNDREDTH, '-0.03'],
    ['an average of gymnastics is cut to the thousandth', truncTo, '9.033333', THOUSANDTH, '9.033'],
    ['a half goes up', roundHalfUp, '9.005', HUNDREDTH, '9.01'],
    ['less than a half goes down', roundHalfUp, '9.004999', HUNDREDTH, '9'],
    ['a negative half goes away from zero', roundHalfUp, '-9.005', HUNDREDTH, '-9.01'],
  ])('%s', (_, round, value, step, expected) => {
    expect(round(decimal(value), step)).toBe(decimal(expected));
  });

  test('every function gives a multiple of the step, less than one step away', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
        fc.constantFrom(1, THOUSANDTH, HUNDREDTH, SECOND),
        (value, step) => {
          for (const round of [ceilTo, floorTo, truncTo, roundHalfUp]) {
            const outcome = round(value, step);
            expect(Math.abs(outcome % step)).toBe(0);
            expect(Math.abs(outcome - value)).toBeLessThan(step);
            expect(Object.is(outcome, -0)).toBe(false);
          }
        },
      ),
      { seed: 20240609 },
    );
  });

  test('a step says how many decimals are shown', () => {
    expect([SECOND, TENTH, HUNDREDTH, THOUSANDTH, 1].map(decimalsOf)).toEqual([0, 1, 2, 3, 6]);
  });
});

describe('times as text', () => {
  test.each([
    ['9.91', 2, '9.91'],
    ['0.158', 3, '0.158'],
    ['103.88', 2, '1:43.88'],
    ['7586', 0, '2:06:26'],
    ['3600.05', 2, '1:00:00.05'],
    ['59.999', 2, '59.99'],
    ['-0.03', 2, '-0.03'],
  ])('%s s with %i decimals is %s', (value, decimals, text) => {
    expect(timeText(decimal(value), decimals)).toBe(text);
  });

  test('a gap carries its sign', () => {
    expect(gapText(decimal('62.3'), 1)).toBe('+1:02.3');
    expect(gapText(0, 2)).toBe('+0.00');
  });

  test('a time text is read with or without leading units', () => {
    for (const text of ['1:43.88', '00:01:43.88', '103.88'])
      expect(parseTimeText(text)).toBe(decimal('103.88'));
    for (const text of ['', 'NT', '1:63.00', '00:00:00:00', '-1', '1:2:3:4', '1.2345678'])
      expect(parseTimeText(text)).toBeNull();
  });

  test('text and time say the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000_000_000 }), (time) => {
        expect(parseTimeText(timeText(time, 6))).toBe(time);
      }),
      { seed: 1972 },
    );
  });
});
