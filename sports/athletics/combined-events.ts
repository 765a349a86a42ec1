/** Decathlon and heptathlon: events in their order, with the scoring tables (World Athletics Scoring Tables for Combined Events). */
import type { ScoredEvent } from './combined.ts';
import type { PointsTable } from './points-table.ts';

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

export const COMBINED_EVENTS: Readonly<Record<string, CombinedEvent>> = {
  DECATH: {
    name: 'Decathlon',
    parts: [
      {
        phase: '100',
        event: '100M',
        name: '100m',
        table: table('race', '25.4347', '18', '1.81'),
        handTiming: HAND_SPRINT,
      },
      { phase: 'LJ', event: 'LONGJUMP', name: 'Long Jump', table: table('jump', '0.14354', '220', '1.4') },
      { phase: 'SP', event: 'SHOTPUT', name: 'Shot Put', table: table('throw', '51.39', '1.5', '1.05') },
      { phase: 'HJ', event: 'HIGHJUMP', name: 'High Jump', table: table('jump', '0.8465', '75', '1.42') },
      {
        phase: '400',
        event: '400M',
        name: '400m',
        table: table('race', '1.53775', '82', '1.81'),
        handTiming: HAND_400,
      },
      {
        phase: '110H',
        event: '110MHURD',
        name: '110m Hurdles',
        table: table('race', '5.74352', '28.5', '1.92'),
        handTiming: HAND_SPRINT,
      },
      { phase: 'DT', event: 'DISCUS', name: 'Discus Throw', table: table('throw', '12.91', '4', '1.1') },
      { phase: 'PV', event: 'PLEVAULT', name: 'Pole Vault', table: table('jump', '0.2797', '100', '1.35') },
      { phase: 'JT', event: 'JAVELIN', name: 'Javelin Throw', table: table('throw', '10.14', '7', '1.08') },
      { phase: '1500', event: '1500M', name: '1500m', table: table('race', '0.03768', '480', '1.85') },
    ],
  },
  HEPTATH: {
    name: 'Heptathlon',
    parts: [
      {
        phase: '100H',
        event: '100MHURD',
        name: '100m Hurdles',
        table: table('race', '9.23076', '26.7', '1.835'),
        handTiming: HAND_SPRINT,
      },
      { phase: 'HJ', event: 'HIGHJUMP', name: 'High Jump', table: table('jump', '1.84523', '75', '1.348') },
      { phase: 'SP', event: 'SHOTPUT', name: 'Shot Put', table: table('throw', '56.0211', '1.5', '1.05') },
      {
        phase: '200',
        event: '200M',
        name: '200m',
        table: table('race', '4.99087', '42.5', '1.81'),
        handTiming: HAND_SPRINT,
      },
      { phase: 'LJ', event: 'LONGJUMP', name: 'Long Jump', table: table('jump', '0.188807', '210', '1.41') },
      {
        phase: 'JT',
        event: 'JAVELIN',
        name: 'Javelin Throw',
        table: table('throw', '15.9803', '3.8', '1.04'),
      },
      { phase: '800', event: '800M', name: '800m', table: table('race', '0.11193', '254', '1.88') },
    ],
  },
};
