import { describe, expect, test } from 'vitest';
import { classify, medalOf, type PlacesGroup } from '../../src/standings/classification.ts';
import type { Field } from '../../src/standings/field.ts';
import { writtenField } from './written-field.ts';

const HEATS = 'SWMM100MFR-------------HEAT--------';
const SEMI = 'SWMM100MFR-------------SFNL--------';
const FINAL = 'SWMM100MFR-------------FNL---------';

/** A phase as the plan's groups have it; the last one gives medals. */
const groupOf = (field: Field, placed: Field['placed'], medals: boolean): PlacesGroup => ({
  fields: [field],
  rows: placed.map((row) => ({ row, field })),
  medals,
  size: 0,
});

/** Phases from the last to the first, each as `code result rank`; the answer as `code place`. */
function places(phases: readonly [string, string][], irmKeepsPlace: readonly string[] = []): string[] {
  const classified = phases.map(([rsc, text], index) => {
    const field = writtenField(rsc, text);
    return groupOf(field, field.placed, index === 0);
  });
  return classify(classified, irmKeepsPlace).map(
    ({ row, rank, rankEqual }) => `${row.entry.competitor.code} ${rank ?? '-'}${rankEqual ? '=' : ''}`,
  );
}

describe('final classification', () => {
  test('the phase reached decides before the mark: a faster semi-final does not pass a finalist', () => {
    const phases: [string, string][] = [
      [FINAL, 'A 50.0\nB 51.0'],
      [SEMI, 'C 49.0 1\nA 49.5 2\nB 49.6 3\nD 52.0 4'],
      [HEATS, 'E 48.0 1\nA 49.0 2\nB 49.1 3\nC 49.2 4\nD 49.3 5\nF 55.0 6'],
    ];
    expect(places(phases)).toEqual(['A 1', 'B 2', 'C 3', 'D 4', 'E 5', 'F 6']);
  });

  test('a tie in an earlier phase is a tie in the classification, and the place after it is skipped', () => {
    const phases: [string, string][] = [
      [FINAL, 'A 50.0'],
      [SEMI, 'A 49.0 1\nB 49.5 2=\nC 49.5 2=\nD 50.1 4'],
    ];
    expect(places(phases)).toEqual(['A 1', 'B 2=', 'C 2=', 'D 4']);
  });

  test('a tie is one of those who are left, not with somebody who went on', () => {
    const phases: [string, string][] = [
      [FINAL, 'A 50.0'],
      [SEMI, 'A 49.5 1=\nB 49.5 1='],
    ];
    expect(places(phases)).toEqual(['A 1', 'B 2']);
  });

  test('a finalist who does not start keeps the place reached, last of the final', () => {
    const phases: [string, string][] = [
      [FINAL, 'A 50.0\nB 51.0\nC DNS\nD DNS'],
      [SEMI, 'C 49.0\nA 49.1\nB 49.2\nD 49.3\nE 49.4'],
    ];
    expect(places(phases, ['DNS'])).toEqual(['A 1', 'B 2', 'C 3=', 'D 3=', 'E 5']);
  });

  test('a disqualified finalist has no place, and nobody moves from the semi-final into the places of the final', () => {
    const phases: [string, string][] = [
      [FINAL, 'A 50.0\nC DSQ\nB 51.0 2'],
      [SEMI, 'C 49.0\nA 49.1\nB 49.2\nE 49.4'],
    ];
    expect(places(phases, ['DNS'])).toEqual(['A 1', 'B 2', 'E 4', 'C -']);
  });

  test('who does not start in the first phase has earned no place that could be kept', () => {
    expect(places([[FINAL, 'A 50.0\nB 51.0\nC DNS']], ['DNS'])).toEqual(['A 1', 'B 2', 'C -']);
    const phases: [string, string][] = [
      [FINAL, 'A 50.0'],
      [SEMI, 'A 49.0\nB 49.1\nC DNS'],
    ];
    expect(places(phases, ['DNS'])).toEqual(['A 1', 'B 2', 'C -']);
  });

  test('a bye into the semi-final is no place either: not starting there leaves none', () => {
    const phases: [string, string][] = [
      [FINAL, 'A 50.0'],
      [SEMI, 'A 49.0\nB DNS\nC DNS'],
      [HEATS, 'A 49.0\nB 49.1'],
    ];
    expect(places(phases, ['DNS'])).toEqual(['A 1', 'B 2', 'C -']);
  });

  test('only what was done in the last phase can earn a medal', () => {
    const phases: [string, string][] = [
      [FINAL, 'A 50.0\nB DNS'],
      [SEMI, 'A 49.0\nB 49.1\nC 49.2'],
    ];
    const classified = phases.map(([rsc, text], index) => {
      const field = writtenField(rsc, text);
      return groupOf(field, field.placed, index === 0);
    });
    const earned = classify(classified, ['DNS']).map((place) => [
      place.row.entry.competitor.code,
      place.earned,
    ]);
    expect(earned).toEqual([
      ['A', true],
      ['B', false],
      ['C', false],
    ]);
  });

  describe('A-final and B-final', () => {
    const finals = (a: string, b: string, irmKeepsPlace: readonly string[] = []): string[] => {
      const first = writtenField(FINAL, a).placed;
      const second = writtenField(FINAL, b).placed.map((row) => ({ ...row, tier: 1 }));
      const heats = writtenField(
        HEATS,
        [...first, ...second].map((row) => `${row.entry.competitor.code} 50.0`).join('\n'),
      );
      const field = writtenField(FINAL, a);
      const placed = [...first, ...second];
      return classify([groupOf(field, placed, true), groupOf(heats, heats.placed, false)], irmKeepsPlace).map(
        ({ row, rank }) => `${row.entry.competitor.code} ${rank ?? '-'}`,
      );
    };

    test('who does not finish the A-final keeps its last place, before the winner of the B-final', () => {
      const placed = finals('A 50.0\nB 51.0\nC DNF', 'D 49.0 4\nE 49.5 5', ['DNF']);
      expect(placed).toEqual(['A 1', 'B 2', 'C 3', 'D 4', 'E 5']);
    });

    test('two keep it: they share it', () => {
      const placed = finals('A 50.0\nB DNS\nC DNF', 'D 49.0 4', ['DNF', 'DNS']);
      expect(placed).toEqual(['A 1', 'B 2', 'C 2', 'D 4']);
    });

    test('a place lost in the A-final is not filled from the B-final', () => {
      expect(finals('A 50.0\nB 51.0\nC DSQ', 'D 49.0 4')).toEqual(['A 1', 'B 2', 'D 4', 'C -']);
    });
  });

  test('a place that a ruling left empty stays empty, also for the phases before', () => {
    const phases: [string, string][] = [
      [FINAL, 'B 51.0 2\nC 52.0 3=\nD 52.0 3=\nA DSQ'],
      [SEMI, 'A 49.0\nB 49.1\nC 49.2\nD 49.3\nE 49.4'],
    ];
    expect(places(phases)).toEqual(['B 2', 'C 3=', 'D 3=', 'E 5', 'A -']);
  });

  test('whoever has no place in any phase stands at the end, once', () => {
    const phases: [string, string][] = [
      [FINAL, 'A 50.0'],
      [HEATS, 'A 49.0\nB DNS\nC DSQ'],
    ];
    expect(places(phases)).toEqual(['A 1', 'B -', 'C -']);
  });
});

describe('medals of places', () => {
  test('two golds leave no silver, two silvers no bronze, two bronzes are two bronzes', () => {
    const medals = (ranks: number[]) => ranks.map((rank) => medalOf(rank, [1, 2, 3]));
    expect(medals([1, 1, 3])).toEqual(['GOLD', 'GOLD', 'BRONZE']);
    expect(medals([1, 2, 2, 4])).toEqual(['GOLD', 'SILVER', 'SILVER', null]);
    expect(medals([1, 2, 3, 3])).toEqual(['GOLD', 'SILVER', 'BRONZE', 'BRONZE']);
  });

  test('only places that get a medal here have one: the small final gives bronze alone', () => {
    expect([1, 2, 3, null].map((rank) => medalOf(rank, [3]))).toEqual([null, null, 'BRONZE', null]);
  });
});
