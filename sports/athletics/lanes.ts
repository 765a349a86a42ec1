/**
 * Lanes after the first round of races in lanes, on a track of eight (TR 20.4, groups unverified): the
 * best are drawn for the best lanes, group by group. The draw itself is a fact (`order` of the phase, `LOT`).
 */
import { type Seeding, serpentineSeeding } from '../../src/rules/seeding.ts';
import type { Race } from './events.ts';

const STRAIGHT = [
  ['3', '4', '5', '6'],
  ['2', '7'],
  ['1', '8'],
];
const HALF_LAP = [
  ['5', '6', '7'],
  ['3', '4', '8'],
  ['1', '2'],
];
const LAP = [
  ['4', '5', '6', '7'],
  ['3', '8'],
  ['1', '2'],
];

const LANES = 8;
const STRAIGHT_METRES = 110;
const HALF_LAP_METRES = 200;
const LAP_METRES = 400;

/** Null for races that are not run in lanes, or of which nothing is proposed: the groups are those of eight lanes. */
export function seedingOf({ course, metres }: Race, lanes: number = LANES): Seeding | null {
  if (course !== 'track' || metres > LAP_METRES || lanes !== LANES) return null;
  if (metres <= STRAIGHT_METRES) return serpentineSeeding(STRAIGHT);
  return serpentineSeeding(metres <= HALF_LAP_METRES ? HALF_LAP : LAP);
}
