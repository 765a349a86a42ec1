import { describe, expect, test } from 'vitest';
import type { RecordSpec, Setup } from '../../src/model/fact.ts';
import { EventRecords } from '../../src/standings/event-records.ts';
import type { Field } from '../../src/standings/field.ts';
import { writtenField } from './written-field.ts';

const HEAT = 'ATHM100M--------------SFNL000100--';
const NEXT = 'ATHM100M--------------SFNL000200--';
const FINAL = 'ATHM100M--------------FNL-000100--';

const WORLD = { type: 'WR', result: '9.58', name: 'Usain Bolt', organisation: 'JAM' };
const OLYMPIC = { type: 'OR', result: '9.63', name: 'Usain Bolt', organisation: 'JAM' };

const recordsOf = (setup: Setup, units: readonly Field[], total: Field | null = null): EventRecords => {
  const records = new EventRecords();
  records.renew(setup, units, total);
  return records;
};

const withTable = (...records: RecordSpec[]): Setup => ({ records });

const flagsIn = (records: EventRecords, unit: string): Record<string, readonly string[]> =>
  Object.fromEntries(records.flagsOf(unit));

/** `type result holder`, with what is said of the line. */
const linesOf = ({ lines }: EventRecords): string[] =>
  lines.map(({ recordType, result, name, equalled, unconfirmed, historical }) =>
    [
      recordType,
      result,
      name,
      equalled && 'equalled',
      unconfirmed && 'unconfirmed',
      historical && 'historical',
    ]
      .filter((word) => typeof word === 'string')
      .join(' '),
  );

describe('the table of an event', () => {
  test('a mark that beats one of two records is flagged with that one, and the old holder is history', () => {
    const records = recordsOf(withTable(WORLD, OLYMPIC), [
      writtenField(FINAL, 'JAM1 9.60\nUSA1 9.62\nUSA2 9.79'),
    ]);
    expect(flagsIn(records, FINAL)).toEqual({ JAM1: ['OR'] });
    expect(linesOf(records)).toEqual([
      'WR 9.58 Usain Bolt',
      'OR 9.63 Usain Bolt historical',
      'OR 9.60 JAM1 unconfirmed',
    ]);
  });

  test('an equal mark as displayed is a joint record, and both lines stand', () => {
    const records = recordsOf(withTable(OLYMPIC), [writtenField(FINAL, 'USA1 9.63\nJAM1 9.70')]);
    expect(flagsIn(records, FINAL)).toEqual({ USA1: ['=OR'] });
    expect(linesOf(records)).toEqual(['OR 9.63 Usain Bolt', 'OR 9.63 USA1 equalled unconfirmed']);
  });

  test('a record held jointly is history for all its holders once it is beaten', () => {
    const units = [writtenField(HEAT, 'USA1 9.63'), writtenField(FINAL, 'CAN1 9.61')];
    expect(linesOf(recordsOf(withTable(OLYMPIC), units))).toEqual([
      'OR 9.63 Usain Bolt historical',
      'OR 9.63 USA1 equalled unconfirmed historical',
      'OR 9.61 CAN1 unconfirmed',
    ]);
  });

  test('two who share the best mark share the record', () => {
    const records = recordsOf(withTable(OLYMPIC), [writtenField(FINAL, 'USA1 9.61 1=\nCAN1 9.61 1=')]);
    expect(flagsIn(records, FINAL)).toEqual({ USA1: ['OR'], CAN1: ['OR'] });
    expect(linesOf(records)).toHaveLength(3);
  });

  test('a record can fall in each unit; the next one has to beat what was set before', () => {
    const units = [
      writtenField(HEAT, 'USA1 9.62'),
      writtenField(NEXT, 'CAN1 9.63'),
      writtenField(FINAL, 'JAM1 9.57\nUSA1 9.60'),
    ];
    const records = recordsOf(withTable(WORLD, OLYMPIC), units);
    expect(flagsIn(records, HEAT)).toEqual({ USA1: ['OR'] });
    expect(flagsIn(records, NEXT)).toEqual({});
    expect(flagsIn(records, FINAL)).toEqual({ JAM1: ['WR', 'OR'] });
    expect(linesOf(records)).toEqual([
      'WR 9.58 Usain Bolt historical',
      'OR 9.63 Usain Bolt historical',
      'OR 9.62 USA1 unconfirmed historical',
      'WR 9.57 JAM1 unconfirmed',
      'OR 9.57 JAM1 unconfirmed',
    ]);
  });

  test('greater is better in the field: 8.95 beats 8.90', () => {
    const table = withTable({ type: 'WR', result: '8.90' });
    const records = recordsOf(table, [
      writtenField(FINAL, 'USA1 8.95\nUSA2 8.89', { resultType: 'DISTANCE' }),
    ]);
    expect(flagsIn(records, FINAL)).toEqual({ USA1: ['WR'] });
  });

  test('minutes count: 1:40.91 is no record over 59.99, and 59.98 is one over 1:00.00', () => {
    const slow = writtenField(FINAL, 'KEN1 1:40.91');
    const fast = writtenField(FINAL, 'KEN1 59.98');
    expect(flagsIn(recordsOf(withTable({ type: 'WR', result: '59.99' }), [slow]), FINAL)).toEqual({});
    expect(flagsIn(recordsOf(withTable({ type: 'WR', result: '1:00.00' }), [fast]), FINAL)).toEqual({
      KEN1: ['WR'],
    });
  });

  test('10.7 a wind-assisted mark is no record and no best, and leaves the record to the next best', () => {
    const field = writtenField(FINAL, 'USA1 9.55\nJAM1 9.57', {
      windy: ['USA1'],
      bests: { USA1: { PB: '9.80' } },
    });
    const records = recordsOf(withTable(WORLD), [field]);
    expect(flagsIn(records, FINAL)).toEqual({ JAM1: ['WR'] });
  });

  test('C097 a disqualified mark is no record: without the place the record is gone', () => {
    const table = withTable({ type: 'WR', result: '37.40' });
    const won = recordsOf(table, [writtenField(FINAL, 'JAM 37.10\nTTO 38.06')]);
    const lost = recordsOf(table, [writtenField(FINAL, 'TTO 38.06\nJAM DSQ')]);
    expect(flagsIn(won, FINAL)).toEqual({ JAM: ['WR'] });
    expect(flagsIn(lost, FINAL)).toEqual({});
    expect(linesOf(lost)).toEqual(['WR 37.40']);
  });

  test('where the event is a sum, its parts are no records of the event, only the total is', () => {
    const parts = [writtenField(HEAT, 'FRA1 10.55\nCAN1 10.60', { bests: { FRA1: { PB: '10.50' } } })];
    const total = (points: string): Field =>
      writtenField('ATHMDECATH', `FRA1 ${points}`, { resultType: 'POINTS' });
    const table = withTable({ type: 'WR', result: '9126' });
    const before = recordsOf(table, parts, total('965'));
    expect(flagsIn(before, HEAT)).toEqual({});
    expect(flagsIn(before, 'ATHMDECATH')).toEqual({});
    expect(flagsIn(recordsOf(table, parts, total('9127')), 'ATHMDECATH')).toEqual({ FRA1: ['WR'] });
  });
});

describe("a competitor's own bests", () => {
  test('a mark is held against what the start list says; equal bests are flagged with =', () => {
    const field = writtenField(FINAL, 'JAM1 9.79\nUSA1 9.80\nUSA2 9.81\nITA1 9.85', {
      bests: {
        JAM1: { PB: '9.80', SB: '9.79' },
        USA1: { PB: '9.80' },
        USA2: { PB: '9.76', SB: '9.90' },
      },
    });
    expect(flagsIn(recordsOf({}, [field]), FINAL)).toEqual({
      JAM1: ['PB', '=SB'],
      USA1: ['=PB'],
      USA2: ['SB'],
    });
  });

  test('records come before bests', () => {
    const field = writtenField(FINAL, 'JAM1 9.57', { bests: { JAM1: { PB: '9.60' } } });
    expect(flagsIn(recordsOf(withTable(WORLD), [field]), FINAL)).toEqual({ JAM1: ['WR', 'PB'] });
  });

  test('who has no valid mark has reached nothing', () => {
    const field = writtenField(FINAL, 'JAM1 DNF', { bests: { JAM1: { PB: '9.60' } } });
    expect(flagsIn(recordsOf({}, [field]), FINAL)).toEqual({});
  });
});
