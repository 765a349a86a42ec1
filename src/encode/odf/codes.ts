/**
 * How a sport writes what its family shows: tables, read in both directions. A code that turns out to be
 * another in the sport's dictionary is changed in the sport's table and nowhere else.
 */
export type Kind = 'text' | 'number' | 'flag';

export interface Field {
  readonly field: string;
  readonly kind: Kind;
}

export const text = (field: string): Field => ({ field, kind: 'text' });
export const number = (field: string): Field => ({ field, kind: 'number' });
export const flag = (field: string): Field => ({ field, kind: 'flag' });

/** One value of a performance: an ExtendedResult of its own. */
export interface ScalarCode extends Field {
  readonly type: string;
  readonly code: string;
}

/** One line of a list (split, attempt, height, apparatus): an ExtendedResult with Pos = 1 ... n. */
export interface LineCodes {
  readonly type: string;
  readonly code: string;
  /** ODF attribute -> field. */
  readonly attributes: Readonly<Record<string, Field>>;
  /** Extension code -> field. */
  readonly extensions: Readonly<Record<string, Field>>;
  /** The field that Pos stands for; said in an extension only where it is another number. */
  readonly position?: string;
  /** The field with the code of a team's athlete: the line then stands with that athlete. */
  readonly athlete?: string;
  /** A field that holds values by code, and the extension codes of known ones. */
  readonly byCode?: { readonly field: string; readonly codes: Readonly<Record<string, string>> };
}

export interface FamilyCodes {
  readonly scalars: readonly ScalarCode[];
  /** By the name of the list in the family's details. */
  readonly lists: Readonly<Record<string, LineCodes>>;
}

export type FamilyName = 'timedRace' | 'bestOf' | 'countback' | 'judged';

export type SportCodes = Readonly<Record<FamilyName, FamilyCodes>>;

const SPLIT_EXTENSIONS = { POINT: text('point'), LAP: number('lap') };

/** Where a sport has no table of its own: the codes of the documented sports, as far as they fit. */
export const COMMON_CODES: SportCodes = {
  timedRace: {
    scalars: [
      { type: 'ER', code: 'REACT_TIME', ...text('reaction') },
      { type: 'ER', code: 'MS', ...text('thousandths') },
      { type: 'ER', code: 'WARNINGS', ...text('warnings') },
      { type: 'ER', code: 'PENALTY', ...text('penalty') },
    ],
    lists: {
      passings: {
        type: 'ER',
        code: 'INTERMEDIATE',
        attributes: {
          Value: text('time'),
          Value2: text('section'),
          Rank: number('rank'),
          RankEqual: flag('rankEqual'),
        },
        extensions: SPLIT_EXTENSIONS,
      },
      legs: {
        type: 'ER',
        code: 'LEG_SPLIT',
        attributes: { Value: text('split') },
        extensions: { REACT_TIME: text('reaction') },
        position: 'order',
        athlete: 'competitor',
      },
    },
  },
  bestOf: {
    scalars: [
      { type: 'ER', code: 'BEST_ATTEMPT_NUM', ...number('bestAttempt') },
      { type: 'ER', code: 'WIND_SPEED', ...text('wind') },
    ],
    lists: {
      attempts: {
        type: 'ER',
        code: 'INTERMEDIATE',
        attributes: { Value: text('mark') },
        extensions: { WIND_SPEED: text('wind'), AFTER_ATTEMPT_RANK: number('rankAfter') },
        position: 'attempt',
      },
    },
  },
  countback: {
    scalars: [
      { type: 'SS', code: 'FAILURES_AT_BEST', ...number('failuresAtBest') },
      { type: 'SS', code: 'FAILURES_IN_ALL', ...number('failuresInAll') },
    ],
    lists: {
      heights: {
        type: 'ER',
        code: 'INTERMEDIATE',
        attributes: { Value: text('trials') },
        extensions: { HEIGHT: text('height'), JUMP_OFF: flag('jumpOff') },
      },
    },
  },
  judged: {
    scalars: [],
    lists: {
      parts: {
        type: 'ER',
        code: 'PART',
        attributes: { Value: text('score'), Rank: number('rank') },
        extensions: { CODE: text('part'), COUNT: flag('counts') },
        athlete: 'athlete',
        byCode: { field: 'components', codes: {} },
      },
    },
  },
};
