/** What follows a list change by change says at each step what is made of the whole list anew. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/model/row.ts';
import { EventRecords } from '../../src/standings/event-records.ts';
import type { Field } from '../../src/standings/field.ts';
import { SharedMap } from '../../src/standings/shared-map.ts';
import { SortedRows } from '../../src/standings/sorted-rows.ts';
import { ChangeLog } from '../../src/versions/change-log.ts';
import { writtenField } from './written-field.ts';

const SEED = { seed: 2_026 };
const key = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H');

test('a shared map is a map, and two of its versions tell which keys differ', () => {
  const steps = fc.array(fc.tuple(key, fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined })));
  fc.assert(
    fc.property(steps, steps, (first, then) => {
      const plain = new Map<string, number>();
      const set = (map: SharedMap<number>, [code, value]: readonly [string, number | undefined]) => {
        if (value === undefined) plain.delete(code);
        else plain.set(code, value);
        return map.with(code, value);
      };
      const before = first.reduce(set, SharedMap.EMPTY as SharedMap<number>);
      const old = new Map(plain);
      const now = then.reduce(set, before);
      expect([...now].sort()).toEqual([...plain].sort());
      expect([...before].sort()).toEqual([...old].sort());
      const differing = [...'ABCDEFGH'].filter((code) => old.get(code) !== plain.get(code));
      expect(SharedMap.changedKeys(before, now).sort()).toEqual(differing);
    }),
    SEED,
  );
});

test('a log of changes gives what was noted since a version, the newest first and each once', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 40 }), fc.nat(40), (notes, since) => {
      const log = new ChangeLog();
      for (const [version, noted] of notes.entries()) log.note(noted, version);
      const naive = [...new Set(notes.slice(since + 1).reverse())];
      expect([...log.since(since)]).toEqual(naive);
    }),
    SEED,
  );
});

test('rows in an order are those that were put in last, and a row that says the same is the same object', () => {
  type Numbered = Row & { readonly identity: { readonly startOrder: number } };
  const row = fc.tuple(key, fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }));
  const compare = (one: Numbered, other: Numbered): number =>
    one.identity.startOrder - other.identity.startOrder ||
    (one.key < other.key ? -1 : +(one.key > other.key));
  fc.assert(
    fc.property(fc.array(row), (steps) => {
      const kept = new SortedRows<Numbered>(compare);
      const plain = new Map<string, Numbered>();
      for (const [code, order] of steps) {
        const before = kept.get(code);
        const made = order === null ? null : ({ key: code, identity: { startOrder: order } } as Numbered);
        kept.set(code, made);
        if (made === null) plain.delete(code);
        else plain.set(code, made);
        if (before?.identity.startOrder === order) expect(kept.get(code)).toBe(before);
        expect([...kept.rows]).toEqual([...plain.values()].sort(compare));
      }
    }),
    SEED,
  );
});

describe('records that follow their lists', () => {
  const HEATS = ['ATHM100M--------------SFNL000100--', 'ATHM100M--------------SFNL000200--'];
  const result = fc.constantFrom('9.55', '9.58', '9.63', '9.70', '9.80', 'DNF', 'DQ');
  const heat = fc.uniqueArray(fc.tuple(key, result), {
    selector: ([code]) => code,
    minLength: 1,
    maxLength: 8,
  });
  const table = fc.constantFrom(
    undefined,
    [{ type: 'WR', result: '9.58' }],
    [
      { type: 'WR', result: '9.58' },
      { type: 'OR', result: '9.63' },
    ],
  );
  const step = fc.record({ records: table, heats: fc.tuple(heat, heat), hasBests: fc.boolean() });

  const fieldOf = (rsc: string, rows: readonly (readonly [string, string])[], hasBests: boolean): Field =>
    writtenField(
      rsc,
      rows.map(([code, mark]) => `${code} ${mark}`).join('\n'),
      hasBests ? { bests: { A: { PB: '9.63', SB: '9.70' }, B: { PB: '9.80' } } } : {},
    );
  const flagsOf = (records: EventRecords) =>
    HEATS.map((rsc) => Object.fromEntries([...records.flagsOf(rsc)].sort()));

  test('say what is made of the lists as they are, and name the lists that say something else', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const followed = new EventRecords();
        for (const { records, heats, hasBests } of steps) {
          const setup = records === undefined ? {} : { records };
          const fields = heats.map((rows, index) => fieldOf(HEATS[index]!, rows, hasBests));
          const before = flagsOf(followed);
          const renewed = followed.renew(setup, fields);
          const anew = new EventRecords();
          anew.renew(setup, fields);
          expect(followed.lines).toEqual(anew.lines);
          expect(flagsOf(followed)).toEqual(flagsOf(anew));
          const differing = HEATS.filter(
            (_rsc, index) => JSON.stringify(before[index]) !== JSON.stringify(flagsOf(followed)[index]),
          );
          expect([...renewed].sort()).toEqual(differing);
        }
      }),
      SEED,
    );
  });
});
