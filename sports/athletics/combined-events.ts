/**
 * Combined events by gender: the events in their order, with the scoring tables (World Athletics Scoring Tables for
 * Combined Events). Where the coefficients come from, and how they were checked, is said in rulebook.md.
 */

import type { PointsTable } from './points-table.ts';
import type { ScoredEvent } from './scored-event.ts';

/** A scored event, and the open event whose rules hold for it. */
export interface CombinedPart extends ScoredEvent {
  readonly event: string;
}

export interface CombinedEvent {
  readonly name: string;
  readonly parts: readonly CombinedPart[];
}

const table = (kind: PointsTable['kind'], a: string, b: string, c: string): PointsTable => ({
  kind,
  a,
  b,
  c,
});

/** Hand times are too short by these (TR 39.8.2 and the tables' preface). */
const HAND_SPRINT = '0.24';
const HAND_400 = '0.14';

const part = (
  phase: string,
  event: string,
  name: string,
  scored: PointsTable,
  handTiming?: string,
): CombinedPart => ({
  phase,
  event,
  name,
  table: scored,
  ...(handTiming === undefined ? {} : { handTiming }),
});

const MEN = {
  m60: part('60', '60M', '60m', table('race', '58.015', '11.5', '1.81'), HAND_SPRINT),
  m60h: part('60H', '60MHURD', '60m Hurdles', table('race', '20.5173', '15.5', '1.92'), HAND_SPRINT),
  m100: part('100', '100M', '100m', table('race', '25.4347', '18', '1.81'), HAND_SPRINT),
  m110h: part('110H', '110MHURD', '110m Hurdles', table('race', '5.74352', '28.5', '1.92'), HAND_SPRINT),
  m400: part('400', '400M', '400m', table('race', '1.53775', '82', '1.81'), HAND_400),
  m1000: part('1000', '1000M', '1000m', table('race', '0.08713', '305.5', '1.85')),
  m1500: part('1500', '1500M', '1500m', table('race', '0.03768', '480', '1.85')),
  longJump: part('LJ', 'LONGJUMP', 'Long Jump', table('jump', '0.14354', '220', '1.4')),
  highJump: part('HJ', 'HIGHJUMP', 'High Jump', table('jump', '0.8465', '75', '1.42')),
  poleVault: part('PV', 'PLEVAULT', 'Pole Vault', table('jump', '0.2797', '100', '1.35')),
  shot: part('SP', 'SHOTPUT', 'Shot Put', table('throw', '51.39', '1.5', '1.05')),
  discus: part('DT', 'DISCUS', 'Discus Throw', table('throw', '12.91', '4', '1.1')),
  javelin: part('JT', 'JAVELIN', 'Javelin Throw', table('throw', '10.14', '7', '1.08')),
};

const WOMEN = {
  m60h: part('60H', '60MHURD', '60m Hurdles', table('race', '20.0479', '17', '1.835'), HAND_SPRINT),
  m100: part('100', '100M', '100m', table('race', '17.857', '21', '1.81'), HAND_SPRINT),
  m100h: part('100H', '100MHURD', '100m Hurdles', table('race', '9.23076', '26.7', '1.835'), HAND_SPRINT),
  m200: part('200', '200M', '200m', table('race', '4.99087', '42.5', '1.81'), HAND_SPRINT),
  m400: part('400', '400M', '400m', table('race', '1.34285', '91.7', '1.81'), HAND_400),
  m800: part('800', '800M', '800m', table('race', '0.11193', '254', '1.88')),
  m1500: part('1500', '1500M', '1500m', table('race', '0.02883', '535', '1.88')),
  longJump: part('LJ', 'LONGJUMP', 'Long Jump', table('jump', '0.188807', '210', '1.41')),
  highJump: part('HJ', 'HIGHJUMP', 'High Jump', table('jump', '1.84523', '75', '1.348')),
  poleVault: part('PV', 'PLEVAULT', 'Pole Vault', table('jump', '0.44125', '100', '1.35')),
  shot: part('SP', 'SHOTPUT', 'Shot Put', table('throw', '56.0211', '1.5', '1.05')),
  discus: part('DT', 'DISCUS', 'Discus Throw', table('throw', '12.3311', '3', '1.1')),
  javelin: part('JT', 'JAVELIN', 'Javelin Throw', table('throw', '15.9803', '3.8', '1.04')),
};

const inOrder = <Part extends string>(
  name: string,
  events: Readonly<Record<Part, CombinedPart>>,
  ...order: readonly Part[]
): CombinedEvent => ({ name, parts: order.map((each) => events[each]) });

/** By gender and RSC event code. Men's heptathlon and women's pentathlon are the indoor ones. */
export const COMBINED_EVENTS: Readonly<Record<string, Readonly<Record<string, CombinedEvent>>>> = {
  M: {
    DECATH: inOrder(
      'Decathlon',
      MEN,
      'm100',
      'longJump',
      'shot',
      'highJump',
      'm400',
      'm110h',
      'discus',
      'poleVault',
      'javelin',
      'm1500',
    ),
    HEPTATH: inOrder('Heptathlon', MEN, 'm60', 'longJump', 'shot', 'highJump', 'm60h', 'poleVault', 'm1000'),
  },
  W: {
    DECATH: inOrder(
      'Decathlon',
      WOMEN,
      'm100',
      'discus',
      'poleVault',
      'javelin',
      'm400',
      'm100h',
      'longJump',
      'shot',
      'highJump',
      'm1500',
    ),
    HEPTATH: inOrder('Heptathlon', WOMEN, 'm100h', 'highJump', 'shot', 'm200', 'longJump', 'javelin', 'm800'),
    PENTATH: inOrder('Pentathlon', WOMEN, 'm60h', 'highJump', 'shot', 'longJump', 'm800'),
  },
};

/** A combined event of women or of men; null for what neither has: there is no table for it. */
export const combinedEventOf = (gender: string, code: string): CombinedEvent | null =>
  COMBINED_EVENTS[gender]?.[code] ?? null;
