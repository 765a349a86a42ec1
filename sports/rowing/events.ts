/** What RSCs of rowing say: boat classes, rounds, races. */
import { partsOf, type Rsc } from '../../src/model/rsc.ts';

/** Boats as ODF calls them; behind a hyphen what sets an event apart: lightweight, a class of para rowing. */
export const BOATS = [
  'SCULL1',
  'SCULL2',
  'SCULL4',
  'NOCOX2',
  'NOCOX4',
  'COXED2',
  'COXED4',
  'COXED8',
] as const;
export type Boat = (typeof BOATS)[number];

const SUFFIXES = ['L', 'PR1', 'PR2', 'PR3'];

export interface RowingEvent {
  readonly boat: Boat;
  /** `L`, `PR1`; empty for an open event. */
  readonly suffix: string;
}

/** `SCULL2-L`; null when it is no boat. */
export function readEvent(code: string): RowingEvent | null {
  const [boat, suffix = '', ...rest] = code.split('-');
  const known = BOATS.find((each) => each === boat);
  if (known === undefined || rest.length > 0) return null;
  return suffix === '' || SUFFIXES.includes(suffix) ? { boat: known, suffix } : null;
}

/** First to last: preliminary race for lanes, heats, repechages, quarter-finals, semi-finals, finals. */
export const PHASES = ['PREL', 'HEAT', 'REP', 'QFNL', 'SFNL', 'FNL'] as const;
export type Phase = (typeof PHASES)[number];

/** `0001RR--`: a re-row between those who finished level where only some go on. */
export const isReRow = (unit: Rsc): boolean => /^\d{4}RR--$/.test(unit.slice(-8));

/** 1 for the first race of a phase: the A-final, the first of the semi-finals A/B. */
export const raceNumber = (unit: Rsc): number => Number(unit.slice(26, 30));

export const phaseOfRace = (unit: Rsc): string => partsOf(unit).phase;

/** `A` for the first final, `B` for the second. */
export const finalLetter = (number: number): string => String.fromCharCode('A'.charCodeAt(0) + number - 1);

/** Two semi-finals each for places A/B, C/D, E/F: 0, 1, 2. */
export const semiFinalLevel = (number: number): number => Math.floor((number - 1) / 2);
