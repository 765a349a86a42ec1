import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/model/decimal.ts';
import { NO_FACTS } from '../../src/rules/contract.ts';
import { type TimedRaceOptions, timedRace } from '../../src/rules/families/timed-race.ts';
import { ceilTo, HUNDREDTH, SECOND, THOUSANDTH, truncTo } from '../../src/rules/rounding.ts';
import { placedRace, race } from './race-card.ts';

const IRM = ['DNF', 'DNS', 'DSQ'];
const picture: TimedRaceOptions = {
  compare: { round: truncTo, step: THOUSANDTH },
  display: { round: ceilTo, step: HUNDREDTH },
  finer: { round: truncTo, step: THOUSANDTH },
  ties: 'picture',
  irmOrder: IRM,
  clauses: { time: { code: 'TIME', clause: 'TR 19' }, picture: { code: 'PICTURE', clause: 'TR 21' } },
};
const pads: TimedRaceOptions = {
  compare: { round: truncTo, step: HUNDREDTH },
  display: { round: truncTo, step: HUNDREDTH },
  irmOrder: IRM,
  hideSplits: ['DSQ'],
  clauses: { time: { code: 'TIME', clause: 'SW' } },
};
const sprint = timedRace('T.SPRINT@1', picture);
const swim = timedRace('T.SWIM@1', pads);

describe('places', () => {
  test('C007 equal shown times are placed by thousandths', () => {
    const rows = placedRace(sprint, `lyles 9.784\nthompson 9.789\nkerley 9.810`);
    expect(rows.map(({ row, mark }) => [row.rank, mark.result, mark.details.timedRace?.thousandths])).toEqual(
      [
        [1, '9.79', '.784'],
        [2, '9.79', '.789'],
        [3, '9.81', undefined],
      ],
    );
  });

  test('C009 the same thousandth is a shared place while the picture does not separate', () => {
    expect(race(sprint, `felix 11.068\ntarmoh 11.068\nother 11.10`)).toEqual([
      'felix 1= 11.07',
      'tarmoh 1= 11.07 +0.00',
      'other 3 11.10 +0.03',
    ]);
  });

  test('C025 the order in the picture separates equal times', () => {
    expect(race(sprint, `martin 401.34 order=2\ndrysdale 401.34 order=1\nsynek 404.10`)).toEqual([
      'drysdale 1 6:41.34',
      'martin 2 6:41.34 +0.00',
      'synek 3 6:44.10 +2.76',
    ]);
  });

  test('a decision of the photo-finish judge separates equal times', () => {
    const orders = [{ id: '1', competitors: ['b', 'a'], why: 'PHOTO_FINISH' as const }];
    expect(race(sprint, `a 10.1\nb 10.1`, { orders })).toEqual(['b 1 10.10', 'a 2 10.10 +0.00']);
  });

  test('where ties are shared finer readings never separate', () => {
    expect(race(swim, `a 52.709\nb 52.701\nc 52.71`)).toEqual([
      'a 1= 52.70',
      'b 1= 52.70 +0.00',
      'c 3 52.71 +0.01',
    ]);
  });

  test('C023 at the line the order counts and not the second', () => {
    const road = timedRace('T.ROAD@1', {
      ...picture,
      display: { round: ceilTo, step: SECOND },
      placeBy: 'line',
    });
    expect(race(road, `b 7585.9 order=2\na 7585.1 order=1\nc 7586.4 order=3`)).toEqual([
      'a 1 2:06:26',
      'b 2 2:06:26 +0',
      'c 3 2:06:27 +1',
    ]);
  });

  test('a time penalty counts, and is shown as such', () => {
    const [first, second] = placedRace(swim, `a 50.00 penalty=5\nb 51.00`);
    expect(first!.row.entry.competitor.code).toBe('b');
    expect([second!.mark.result, second!.mark.details.timedRace?.penalty]).toEqual(['55.00', '+5.00']);
  });

  test('whoever loses places by penalty comes behind all others', () => {
    expect(race(swim, `a 50.00 places=1\nb 51.00`)).toEqual(['b 1 51.00', 'a 2 50.00']);
  });
});

describe('rows without a place', () => {
  test('they follow in the order of the sport, and their times are not shown', () => {
    expect(race(swim, `a irm=DSQ 49.0\nb irm=DNS\nc irm=DNF\nd 60.00`)).toEqual([
      'd 1 1:00.00',
      'c DNF',
      'b DNS',
      'a DSQ',
    ]);
  });

  test('of two marks the one further down the list stands', () => {
    const rule = swim.card(
      { competitor: { code: 'a', kind: 'ATHLETE', organisation: 'X', name: {} }, startOrder: 1 },
      {
        ...NO_FACTS,
        irms: [
          { competitor: 'a', code: 'DSQ' },
          { competitor: 'a', code: 'DNF' },
          { competitor: 'a', code: null, point: '50m' },
        ],
      },
      context,
    );
    expect(swim.standing(rule)).toEqual({ stage: 'IRM', irm: 'DSQ' });
  });

  test('a disqualification hides the splits from the infringement on', () => {
    const setup = { points: [{ code: '50m' }, { code: '100m' }, { code: 'FIN' }] };
    const splitsOf = (line: string) =>
      placedRace(swim, line, { setup })[0]!.mark.details.timedRace!.passings.map((split) => split.point);
    expect(splitsOf('a 50m=24 100m=50 110 irm=DSQ@100m')).toEqual(['50m']);
    expect(splitsOf('a 50m=24 100m=50 110 irm=DSQ')).toEqual([]);
    expect(splitsOf('a 50m=24 100m=50 irm=DNF')).toEqual(['50m', '100m']);
  });

  test('an unconfirmed reading gives a time and no place', () => {
    const [first, second] = placedRace(sprint, `a 9.9 unconfirmed\nb 9.95`);
    expect(first!.row.entry.competitor.code).toBe('b');
    expect([second!.row.rank, second!.mark.result, second!.mark.unchecked]).toEqual([null, '9.90', true]);
  });

  test('under way, who came further leads, then who was there earlier', () => {
    const setup = { points: [{ code: '50m' }, { code: '100m' }, { code: 'FIN' }] };
    expect(race(swim, `a 50m=24.0\nb 50m=25 100m=51\nc 50m=23.9\nd\ne 99.0`, { setup })).toEqual([
      'e 1 1:39.00',
      'b -',
      'c -',
      'a -',
      'd -',
    ]);
  });
});

describe('starts', () => {
  const start = { at: decimal('1000') };

  test('a finish by the clock counts from the gun', () => {
    expect(race(swim, `a at=1052.34`, { start })).toEqual(['a 1 52.34']);
  });

  test('a recalled start gives no time', () => {
    expect(race(swim, `a at=1052.34`, { start: { ...start, false: true } })).toEqual(['a -']);
  });

  test('in an interval start the time runs from the own start', () => {
    const trial = timedRace('T.TT@1', { ...pads, startType: 'interval' });
    expect(race(trial, `a at=1100 offset=0\nb at=1150 offset=60`, { start })).toEqual([
      'b 1 1:30.00',
      'a 2 1:40.00 +10.00',
    ]);
  });

  test('in a pursuit the start offset counts: first at the line wins', () => {
    const pursuit = timedRace('T.PURSUIT@1', { ...pads, startType: 'pursuit' });
    expect(race(pursuit, `a at=1100 offset=0\nb at=1150 offset=60`, { start })).toEqual([
      'a 1 1:40.00',
      'b 2 2:30.00 +50.00',
    ]);
    expect(race(pursuit, `a 100 offset=0\nb 90 offset=60`)).toEqual(['a 1 1:40.00', 'b 2 2:30.00 +50.00']);
  });
});

const context = {
  unit: 'SWMM100MFR-------------FNL-000100--',
  setup: {},
  status: 'LIVE' as const,
  complete: false,
  start: null,
  conditions: null,
  orders: [],
  entries: [],
  factsOf: () => NO_FACTS,
};
