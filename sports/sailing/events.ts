/** What RSCs of sailing say: classes, opening series and medal races, and which format of medal races a class has. */
import { partsOf, type Rsc } from '../../src/model/rsc.ts';

/**
 * How an event ends. `DOUBLE`: one race of the best ten whose points count twice. `KNOCK_OUT`: quarter-final, semi-final and
 * final, a race each. `WINS`: groups that sail until somebody has three wins. `NONE`: the series is all there is.
 */
export type MedalFormat = 'DOUBLE' | 'KNOCK_OUT' | 'WINS' | 'NONE';

interface SailingClass {
  readonly genders: string;
  readonly medals: MedalFormat;
  /** Sailed by the windsurfing rules (Appendix B). */
  readonly boards?: true;
}

/** Of the Games in Paris. A class that is not listed has no medal races unless the venue asks for them. */
export const CLASSES: Readonly<Record<string, SailingClass>> = {
  '49ER': { genders: 'M', medals: 'DOUBLE' },
  '49ERFX': { genders: 'W', medals: 'DOUBLE' },
  ILCA7: { genders: 'M', medals: 'DOUBLE' },
  ILCA6: { genders: 'W', medals: 'DOUBLE' },
  '470': { genders: 'X', medals: 'DOUBLE' },
  NACRA17: { genders: 'X', medals: 'DOUBLE' },
  IQFOIL: { genders: 'MW', medals: 'KNOCK_OUT', boards: true },
  FORMKITE: { genders: 'MW', medals: 'WINS' },
};

export const classesOf = (gender: string): readonly string[] =>
  Object.entries(CLASSES).flatMap(([code, { genders }]) => (genders.includes(gender) ? code : []));

export const medalFormatOf = (rsc: Rsc): MedalFormat => CLASSES[partsOf(rsc).event]?.medals ?? 'NONE';

export const areBoards = (rsc: Rsc): boolean => CLASSES[partsOf(rsc).event]?.boards === true;

/** The opening series. */
export const SERIES = 'PREL';
export const FINAL = 'FNL';
export const QUARTER_FINAL = 'QFNL';
export const SEMI_FINAL = 'SFNL';
/** The two groups of the kites' semi-final; `SFNL` lists both. */
export const GROUPS = ['SFA', 'SFB'] as const;

/** Codes of units: a race a unit. */
export const isMedalRace = (unit: Rsc): boolean => partsOf(unit).phase === FINAL;
