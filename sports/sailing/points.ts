/** The series: low points, discards, codes that carry points, redress, ties, and the medal race. */
import { type Micro, ONE } from '../../src/model/decimal.ts';
import type { Irm } from '../../src/model/irm.ts';
import type { Column } from '../../src/model/row.ts';
import type { Part, WholePartsRule } from '../../src/rules/contract.ts';
import {
  betterDiscarded,
  betterLately,
  betterOfAllScores,
  betterScores,
  type RaceField,
  type SeriesCard,
  type SeriesOptions,
  series,
} from '../../src/rules/families/series.ts';
import { TENTH } from '../../src/rules/rounding.ts';
import { AVERAGES, codesIn, type Edition } from './editions.ts';
import { isMedalRace, type MedalFormat } from './events.ts';
import type { Options } from './options.ts';
import { RACE, type RaceCard, redressCode, type ScorePenalty } from './race.ts';

const COLUMNS: readonly Column[] = [
  { code: 'RANK', label: 'Rank', source: 'rank', align: 'right', width: 4 },
  { code: 'SAIL', label: 'Sail', source: 'bib', align: 'left', width: 9 },
  { code: 'NAME', label: 'Name', source: 'name', align: 'left', width: 28 },
  { code: 'ORGANISATION', label: 'NOC', source: 'organisation', align: 'left', width: 5 },
  { code: 'TOTAL', label: 'Total', source: 'details.series.total', align: 'right', width: 6 },
  { code: 'NET', label: 'Net', source: 'result', align: 'right', width: 6 },
  { code: 'BEHIND', label: 'Behind', source: 'diff', align: 'right', width: 7 },
];

/** Of the medal race, whose points count so many times. */
const TIMES = 2;
/** Part of the score for DNF that a scoring penalty is, where nothing else is stated. */
const PENALTY_PERCENT: Readonly<Record<string, number>> = { PRP: 30 };
const USUAL_PERCENT = 20;
/** Of these the committee alone says how far they go. */
const WITHOUT_BOUND: readonly Irm[] = ['DPI', 'STP'];

export function seriesRule(
  edition: Edition,
  options: Partial<Options>,
  medals: MedalFormat,
): WholePartsRule<SeriesCard> {
  const { discards = DEFAULT_DISCARDS, firstPlace = ONE, ties = 'A' } = options;
  return series(`SAL.SERIES@${edition.year}`, {
    families: [RACE],
    pointsOf: (place) => (place === 1 ? firstPlace : place * ONE),
    codePoints: (code, field) => codePoints(code, field, options),
    codeOf: ({ standing, card }) => standing.irm ?? shownCode(card as RaceCard),
    penalized: (points, part, field) => penalized(points, part, field, edition, options),
    average: ({ card }) => AVERAGES[(card as RaceCard).redress ?? ''] ?? null,
    given: ({ card }) => (card as RaceCard).given,
    step: TENTH,
    absent: 'DNC',
    neverDiscarded: edition.neverExcluded,
    discards: (races) => discards.filter((from) => races >= from).length,
    ...(medals === 'DOUBLE'
      ? { medalRace: { is: isMedalRace, times: TIMES, clause: { code: 'MEDAL_RACE', clause: 'medal race' } } }
      : {}),
    clause: { code: 'FEWER_POINTS', clause: 'A2' },
    ties: TIES[ties],
    irmOrder: codesIn(edition),
    columns: COLUMNS,
    decimals: 1,
  } satisfies SeriesOptions);
}

const TIES: Readonly<Record<Options['ties'], SeriesOptions['ties']>> = {
  A: [
    betterScores({ code: 'BETTER_SCORES', clause: 'A8.1' }),
    betterLately({ code: 'BETTER_IN_THE_LAST_RACE', clause: 'A8.2' }),
  ],
  B: [
    betterDiscarded({ code: 'BETTER_EXCLUDED_SCORE', clause: 'B8 (A8.1)' }),
    betterOfAllScores({ code: 'BETTER_OF_ALL_SCORES', clause: 'B8 (A8.2)' }),
    betterLately({ code: 'BETTER_IN_THE_LAST_RACE', clause: 'B8 (A8.3)' }),
  ],
};

/** The worst score is excluded, once there is another one (A2.1). */
const DEFAULT_DISCARDS: readonly number[] = [2];

/** Redress before penalties: the code by which most of the score is explained. */
const shownCode = ({ redress, penalties }: RaceCard): Irm | null =>
  redress === null ? (penalties[0]?.code ?? null) : redressCode(redress);

/** A5.2: one more than all who entered; of who came to the start of a long series, one more than those (A5.3). */
function codePoints(code: Irm, field: RaceField, { scoring, late = 2 }: Partial<Options>): Micro | null {
  const notFinished = (field.entered + 1) * ONE;
  if (code === 'TLE') return Math.min((finishersIn(field) + late) * ONE, notFinished);
  if (scoring !== 'LONG_SERIES' || code === 'DNC') return notFinished;
  const came = field.listed.filter(
    ({ standing, rank }) => standing.irm !== 'DNC' && (standing.irm !== null || rank !== null),
  );
  return (came.length + 1) * ONE;
}

const finishersIn = ({ listed }: RaceField): number => listed.filter(({ rank }) => rank !== null).length;

/** 44.3(c): the score is made worse, that of no other boat is changed, and it is not worse than DNF. */
function penalized(
  points: Micro,
  { card }: Part,
  field: RaceField,
  edition: Edition,
  options: Partial<Options>,
): Micro {
  const notFinished = codePoints('DNF', field, options)!;
  return (card as RaceCard).penalties.reduce((score, penalty) => {
    const worse = score + addedBy(penalty, notFinished, edition, options);
    return WITHOUT_BOUND.includes(penalty.code) ? worse : Math.max(score, Math.min(worse, notFinished));
  }, points);
}

function addedBy(
  { code, points }: ScorePenalty,
  notFinished: Micro,
  { penaltyStep }: Edition,
  { penaltyPlaces }: Partial<Options>,
): Micro {
  if (points !== null) return points;
  if (code === 'SCP' && penaltyPlaces !== undefined) return penaltyPlaces * ONE;
  const share = (notFinished * (PENALTY_PERCENT[code] ?? USUAL_PERCENT)) / 100;
  return Math.floor(share / penaltyStep + 0.5) * penaltyStep;
}
