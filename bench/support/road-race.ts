import { byTime, codeOf, type MassRace, type Passing, raceOf } from './mass-race.ts';
import { seeded } from './seeded.ts';

/**
 * What riders lost on a mountain stage, in seconds, and how many of them lost as much: differences between the general
 * classifications after stages 18 and 19 of the Tour de France 2016, time bonuses included. Source: marians/tour-tracker,
 * data of race 2016 (MIT).
 */
const LOST: readonly (readonly [seconds: number, riders: number])[] = [
  [0, 1],
  [27, 1],
  [29, 1],
  [33, 1],
  [36, 1],
  [38, 2],
  [46, 2],
  [63, 3],
  [76, 1],
  [87, 1],
  [122, 1],
  [127, 1],
  [128, 1],
  [190, 1],
  [200, 1],
  [242, 3],
  [276, 1],
  [292, 1],
  [299, 1],
  [378, 1],
  [383, 1],
  [403, 2],
  [413, 1],
  [479, 1],
  [484, 1],
  [510, 1],
  [533, 1],
  [553, 1],
  [557, 1],
  [583, 1],
  [674, 1],
  [713, 5],
  [723, 2],
  [764, 1],
  [803, 2],
  [820, 1],
  [826, 1],
  [879, 4],
  [912, 1],
  [1020, 1],
  [1060, 3],
  [1091, 1],
  [1122, 2],
  [1184, 1],
  [1207, 9],
  [1285, 2],
  [1295, 1],
  [1327, 1],
  [1383, 2],
  [1390, 1],
  [1393, 2],
  [1436, 4],
  [1497, 1],
  [1528, 2],
  [1668, 13],
  [1806, 5],
  [1898, 62],
  [1914, 5],
  [1917, 1],
  [2149, 1],
];

/**
 * That stage: groups that pass a timing point within a second, and far behind them the large one that only wants to finish
 * in time. At the finish riders are as far apart as they were; at the points before it a share of that has been
 * lost, and a seeded moment tells apart those who come together.
 */
export function roadRace(riders: number): MassRace {
  const random = seeded(170);
  const lost = LOST.flatMap(([seconds, count]) => Array.from({ length: count }, () => seconds)).slice(
    0,
    riders,
  );
  if (lost.length < riders) throw new Error(`the stage had ${lost.length} riders`);
  const passings = POINTS.flatMap(({ code: point, second, share }) =>
    lost.map(
      (seconds, index): Passing => ({
        code: codeOf(index),
        point,
        second: second + Math.round(seconds * share + random() * TOGETHER_SECONDS),
      }),
    ),
  );
  return raceOf(
    riders,
    POINTS.map(({ code }) => code),
    passings.toSorted(byTime),
  );
}

/** From the first to the last of a group at a timing point. */
const TOGETHER_SECONDS = 12;

/** When the first group is there, and how much of what is lost has been lost by then. */
const POINTS = [
  { code: 'SPRINT', second: 2_900, share: 0 },
  { code: 'CLIMB1', second: 6_100, share: 0.2 },
  { code: 'CLIMB2', second: 11_700, share: 0.6 },
  { code: 'FIN', second: 15_200, share: 1 },
] as const;
