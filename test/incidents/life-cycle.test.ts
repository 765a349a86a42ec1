/** How an incident lives, and how it could lie. */
import { describe, expect, test } from 'vitest';
import { ConditionWatch } from '../../src/incidents/condition-watch.ts';
import { acknowledged, begun, cleared, type Incident, shelved } from '../../src/incidents/life-cycle.ts';
import { contentOf } from '../../src/incidents/log-content.ts';
import { alarmsLately } from '../../src/incidents/logged.ts';
import { bytesOf } from '../../src/incidents/said.ts';
import { shownIncidents } from '../../src/incidents/shown.ts';
import { glanceOf } from '../../src/incidents/situation.ts';
import { type Condition, conditionsIn, incidentKey } from '../../src/incidents/table.ts';
import { EVENT, held, RACE, source, unit, WELL } from './measured.ts';

const NOW = 1_000_000;
const SILENT: Condition = {
  code: 'SOURCE_SILENT',
  about: 'TIMING',
  count: 1,
  values: { source: 'TIMING', units: 1 },
  within: [],
};
const seenBy = (by: string, occurrence = 1) => ({ by, occurrence });
const records = (...incidents: Incident[]): Map<string, Incident> =>
  new Map(incidents.map((incident) => [incidentKey(incident), incident]));

describe('an incident', () => {
  const first = begun(null, SILENT, NOW)!;

  test('is new, acknowledged by somebody, cleared, and says when', () => {
    const known = acknowledged(first, seenBy('Ada'), NOW + 1)!;
    const over = cleared(known, NOW + 2)!;
    expect([first, known, over].map(({ state }) => state)).toEqual(['NEW', 'ACKNOWLEDGED', 'CLEARED']);
    expect(over).toMatchObject({ acknowledged: { by: 'Ada', at: NOW + 1 }, clearedAt: NOW + 2, since: NOW });
    expect(cleared(over, NOW + 3)).toBe(null);
  });

  test('that comes back is new again, and what was acknowledged of the one before is not of this one', () => {
    const over = cleared(acknowledged(first, seenBy('Ada'), NOW + 1), NOW + 2);
    expect(begun(over, SILENT, NOW + 3)).toMatchObject({
      state: 'NEW',
      occurrence: 2,
      acknowledged: null,
      since: NOW + 3,
    });
  });

  test('that goes on is the same', () => {
    const known = acknowledged(first, seenBy('Ada'), NOW + 1)!;
    expect(begun(first, SILENT, NOW + 5)).toBe(null);
    expect(begun(known, SILENT, NOW + 5)).toBe(null);
  });

  test('that grows after it was acknowledged is new again', () => {
    const two = { ...SILENT, code: 'FACTS_HELD', about: RACE, count: 2 } as const;
    const known = acknowledged(begun(null, two, NOW), seenBy('Ada'), NOW + 1);
    expect(begun(known, { ...two, count: 1 }, NOW + 2)).toBe(null);
    expect(begun(known, { ...two, count: 3 }, NOW + 2)).toMatchObject({
      state: 'NEW',
      occurrence: 2,
      count: 3,
    });
  });

  test('that began anew is not acknowledged by who saw the one before', () => {
    const again = begun(cleared(first, NOW + 1), SILENT, NOW + 2);
    expect(acknowledged(again, seenBy('Ada', 1), NOW + 3)).toBe(null);
    expect(acknowledged(again, seenBy('Ada', 2), NOW + 3)).toMatchObject({ state: 'ACKNOWLEDGED' });
  });

  test('is acknowledged once: of two the first one is told', () => {
    const known = acknowledged(first, seenBy('Ada'), NOW + 1);
    expect(acknowledged(known, seenBy('Bob'), NOW + 2)).toBe(null);
  });

  test('on the shelf is not loud until then, and loud again from then on, whether or not anybody writes anything', () => {
    const shelf = records(shelved(first, 'Ada', NOW + 60_000, NOW)!);
    const at = (now: number) => {
      const incidents = shownIncidents(shelf, [SILENT], now);
      return [incidents[0]!.isShelved, glanceOf({ incidents, isSettled: true })];
    };
    expect(at(NOW + 59_999)).toEqual([true, 'IN_HAND']);
    expect(at(NOW + 60_000)).toEqual([false, 'ACT']);
  });

  test('on the shelf that comes back stays there for as long as was said, and is new after that', () => {
    const shelf = shelved(first, 'Ada', NOW + 60_000, NOW);
    const again = begun(cleared(shelf, NOW + 1), SILENT, NOW + 2)!;
    expect(again).toMatchObject({ state: 'NEW', shelved: { by: 'Ada', until: NOW + 60_000 } });
    expect(begun(cleared(shelf, NOW + 1), SILENT, NOW + 60_001)).toMatchObject({ shelved: null });
  });

  test('is taken from the shelf, and one that has cleared is not put there', () => {
    const shelf = shelved(first, 'Ada', NOW + 60_000, NOW);
    expect(shelved(shelf, 'Bob', NOW, NOW)).toMatchObject({ state: 'NEW', shelved: null });
    expect(shelved(cleared(first, NOW), 'Bob', NOW + 1_000, NOW)).toBe(null);
  });
});

describe('what is shown', () => {
  test('is new where the broker has forgotten it, and where nobody has written it yet', () => {
    const [shown] = shownIncidents(new Map(), [SILENT], NOW);
    expect(shown).toMatchObject({ state: 'NEW', isRecorded: false, acknowledged: null });
    expect(glanceOf({ incidents: [shown!], isSettled: true })).toBe('ACT');
  });

  test('is new while the logbook still says that the one before has cleared', () => {
    const over = cleared(begun(null, SILENT, NOW), NOW + 1)!;
    const shown = shownIncidents(records(over), [SILENT], NOW + 2);
    expect(shown.map(({ state, occurrence }) => [state, occurrence])).toEqual([['NEW', 2]]);
  });

  test('of a source that is silent hides that its unit is stale, and of another source does not', () => {
    const stale = { ...WELL, units: [unit(RACE, { ageMs: 3_600_000 })] };
    const all = (silent: string) =>
      conditionsIn({
        ...stale,
        sources: [source('TIMING'), source('PHOTO', { events: [] })].map((each) =>
          each.source === silent ? { ...each, state: 'silent' as const, events: [EVENT] } : each,
        ),
      });
    const hiddenBy = (silent: string) =>
      shownIncidents(new Map(), all(silent), NOW).find(({ code }) => code === 'UNIT_STALE')?.hiddenBy;
    expect(hiddenBy('TIMING')).toBe('SOURCE_SILENT/TIMING');
    const [foreign] = conditionsIn({ ...stale, units: stale.units }).filter(
      ({ code }) => code === 'UNIT_STALE',
    );
    const cause = { ...SILENT, about: 'ELSEWHERE' };
    expect(
      shownIncidents(new Map(), [foreign!, cause], NOW).find(({ code }) => code === 'UNIT_STALE')?.hiddenBy,
    ).toBe(null);
  });

  test('that no engine is there hides that engines are missed, and not that an edge is', () => {
    const lost = (about: string): Condition => ({ ...SILENT, code: 'PART_LOST', about });
    const none: Condition = { ...SILENT, code: 'NO_ENGINE', about: '' };
    const shown = shownIncidents(new Map(), [lost('engine'), lost('edge'), none], NOW);
    expect(shown.filter(({ hiddenBy }) => hiddenBy !== null).map(({ about }) => about)).toEqual(['engine']);
  });

  test('stays hidden only for as long as its cause is there', () => {
    const cause = begun(null, SILENT, NOW)!;
    const stale: Condition = { ...SILENT, code: 'UNIT_STALE', about: RACE, within: ['TIMING'] };
    const hidden = begun(null, stale, NOW)!;
    const glance = (now: Incident) =>
      glanceOf({ incidents: shownIncidents(records(now, hidden), [stale], NOW + 9), isSettled: true });
    expect(glance(acknowledged(cause, seenBy('Ada'), NOW)!)).toBe('IN_HAND');
    expect(glance(cleared(cause, NOW + 1)!)).toBe('ACT');
  });

  test('is quiet only where a desk has listened long enough', () => {
    expect(glanceOf({ incidents: [], isSettled: false })).toBe('NOT_KNOWN');
    expect(glanceOf({ incidents: [], isSettled: true })).toBe('QUIET');
  });
});

describe('what comes and goes', () => {
  const behind: Condition = { ...SILENT, code: 'BEHIND', about: 'e1' };

  test('is there when it has been so for as long as its kind asks', () => {
    const watch = new ConditionWatch(0);
    expect(watch.standing([behind], 1_000)).toEqual([]);
    expect(watch.standing([behind], 15_999)).toEqual([]);
    expect(watch.standing([behind], 16_000)).toEqual([behind]);
  });

  test('is one incident: it is gone when it has been away for a while, and not to who has just begun to look', () => {
    const watch = new ConditionWatch(0);
    const key = incidentKey(SILENT);
    watch.standing([SILENT], 6_000);
    expect([watch.standing([], 8_000), watch.isGone(key, 8_000)]).toEqual([[SILENT], false]);
    watch.standing([SILENT], 9_000);
    watch.standing([], 14_000);
    expect(watch.isGone(key, 14_000)).toBe(true);
    expect(new ConditionWatch(10_000).isGone(key, 11_000)).toBe(false);
  });
});

describe('the logbook', () => {
  const incident = begun(null, { ...SILENT, ...conditionsIn({ ...WELL, held: [held(1)] })[0]! }, NOW)!;
  const line = { step: 'BEGAN', incident, follows: false, by: null } as const;

  test('is read as what anybody may have put there', () => {
    expect(contentOf(bytesOf(line))).toEqual(line);
    const others = [
      new Uint8Array([1, 2]),
      ...[[], 7, { by: null }, { ...line, by: 3 }, { ...line, incident: { ...incident, code: 'X' } }].map(
        (each) => bytesOf(each as object),
      ),
      bytesOf({ ...line, incident: { ...incident, shelved: { by: 'Ada' } } }),
      bytesOf({ ...line, incident: { ...incident, state: 'CLEARED' } }),
      bytesOf({ roster: [{ part: 'venue', name: 'x', url: '' }], what: 'CAME', about: null, by: null }),
    ];
    expect(others.map(contentOf)).toEqual(others.map(() => null));
  });

  test('counts alarms of ten minutes, without what followed from others', () => {
    const lines = [
      { at: NOW - 600_000, content: line },
      { at: NOW - 599_999, content: line },
      { at: NOW, content: { ...line, follows: true } },
      { at: NOW, content: { ...line, step: 'CLEARED' as const } },
    ];
    expect(alarmsLately(lines, NOW)).toBe(1);
  });
});
