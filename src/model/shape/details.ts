/** What the families of sports show of a performance. A sport renames the ODF codes, never the shapes. */
import {
  code,
  count,
  flag,
  list,
  nested,
  type OdfPlace,
  optional,
  rsc,
  shape,
  text,
  texts,
} from './field.ts';
import { RESULT_TYPES } from './result-types.ts';

const result = (name: string): OdfPlace => ({ as: 'result', code: name });
const own = (name: string): OdfPlace => ({ as: 'result', code: name, own: true });
const attribute = (name: string): OdfPlace => ({ as: 'attribute', code: name });
const extension = (name: string): OdfPlace => ({ as: 'extension', code: name });
const POSITION: OdfPlace = { as: 'position' };
const ATHLETE: OdfPlace = { as: 'athlete' };
const BY_CODE: OdfPlace = { as: 'byCode' };

const SPLIT = shape('Split', 'A passing before the finish.', {
  point: text(1, '', extension('POINT')),
  lap: optional(count(2, '', extension('LAP'))),
  time: text(3, 'cumulative, ready to show', attribute('Value')),
  section: optional(text(4, 'since the split before', attribute('Value2'))),
  rank: optional(count(5, '', attribute('Rank'))),
  rankEqual: optional(flag(6, '', attribute('RankEqual'))),
});

const LEG = shape('Leg', 'A leg of a relay: who, and what is known of it.', {
  competitor: text(1, '', ATHLETE),
  order: count(2, '', POSITION),
  split: optional(text(3, '', attribute('Value'))),
  reaction: optional(text(4, 'from the second leg on: the take-over', extension('REACT_TIME'))),
  warning: optional(text(5, 'code, key of its words: EARLY_TAKE_OVER', extension('WARNING'))),
});

const TIMED_RACE = shape('TimedRace', 'Races against the clock.', {
  reaction: optional(text(1, '', result('REACT_TIME'))),
  thousandths: optional(text(2, 'what separated equal times: ".123"', result('MS'))),
  passings: list(3, SPLIT, 'in course order', result('INTERMEDIATE')),
  warnings: optional(text(4, 'signs, each a key of its words: ~>', result('WARNINGS'))),
  penalty: optional(text(5, '', result('PENALTY'))),
  legs: optional(list(6, LEG, 'in order', result('LEG_SPLIT'))),
});

const ATTEMPT = shape('AttemptMark', 'One trial.', {
  attempt: count(1, '', POSITION),
  mark: text(2, 'as shown, or x, -, r', attribute('Value')),
  wind: optional(text(3, '', extension('WIND_SPEED'))),
  rankAfter: optional(count(4, 'rank after this attempt', extension('AFTER_ATTEMPT_RANK'))),
});

const BEST_OF = shape('BestOf', 'The best of several trials.', {
  attempts: list(1, ATTEMPT, '', result('INTERMEDIATE')),
  bestAttempt: optional(count(2, '', result('BEST_ATTEMPT_NUM'))),
  wind: optional(text(3, 'of the best', result('WIND_SPEED'))),
});

const HEIGHT = shape('HeightMark', 'The trials at one height.', {
  height: text(1, '', extension('HEIGHT')),
  trials: text(2, 'o, xo, xxx, -, x-, r', attribute('Value')),
  jumpOff: optional(flag(3, '', extension('JUMP_OFF'))),
});

const COUNTBACK = shape('Countback', 'Heights, until three failures.', {
  heights: list(1, HEIGHT, '', result('INTERMEDIATE')),
  failuresAtBest: optional(count(2, '', own('FAILURES_AT_BEST'))),
  failuresInAll: optional(count(3, '', own('FAILURES_IN_ALL'))),
});

const JUDGED_PART = shape('JudgedPart', 'One routine, dive, element or apparatus with its marks.', {
  part: text(1, 'code of the apparatus, dive or element', extension('CODE')),
  athlete: optional(text(2, 'of a team', ATHLETE)),
  score: text(3, '', attribute('Value')),
  components: texts(4, 'as shown, by component code', BY_CODE),
  rank: optional(count(5, '', attribute('Rank'))),
  counts: optional(flag(6, 'in team contests: does this score count?', extension('COUNT'))),
});

const JUDGED = shape('Judged', 'What a panel gives marks for.', {
  parts: list(1, JUDGED_PART, '', result('PART')),
});

const COMBINED_PART = shape('CombinedPart', 'One part of a sum: an event of a decathlon, a run, a round.', {
  unit: rsc(1),
  name: text(2),
  result: optional(text(3)),
  resultType: optional(code(4, RESULT_TYPES)),
  irm: optional(text(5)),
  points: optional(text(6)),
  rank: optional(count(7)),
  wind: optional(text(8)),
  total: optional(text(9, 'running total after this part')),
  totalRank: optional(count(10, 'and the place that it gives')),
});

const COMBINED = shape('Combined', 'A sum over units.', {
  parts: list(1, COMBINED_PART),
});

const PERIOD = shape('PeriodScore', 'What one side did in a period.', {
  period: text(1, 'code', extension('PERIOD')),
  score: text(2, 'of the period alone', attribute('Value')),
});

const COUNTED = shape('Counted', 'How often something happened that is counted beside the score.', {
  code: text(1, 'shidos, cards', extension('CODE')),
  count: count(2, '', attribute('Value')),
});

const MATCH = shape('MatchDetails', 'Two sides against each other.', {
  periods: list(1, PERIOD, 'in order', result('PERIOD')),
  opponent: optional(text(2, 'competitor', own('OPPONENT'))),
  decision: optional(text(3, 'code: by what the match was decided', result('RES_CODE'))),
  counts: optional(list(4, COUNTED, 'beside the score', result('COUNT'))),
});

const MET = shape('Met', 'A match of a pool, as one side sees it.', {
  competitor: text(1, 'the opponent', extension('COMPETITOR')),
  unit: text(2, 'RSC of the match', extension('UNIT')),
  result: text(3, 'own score first', attribute('Value')),
  wlt: text(4, 'W, L or T', extension('WLT')),
});

const POOL = shape('PoolDetails', 'A line of the table of a pool.', {
  played: count(1, '', result('PLAYED')),
  won: count(2, '', result('WON')),
  tied: count(3, '', result('TIED')),
  lost: count(4, '', result('LOST')),
  for: text(5, '', result('FOR')),
  against: text(6, '', result('AGAINST')),
  opponents: list(7, MET, 'the cross table', result('OPPONENT')),
  difference: optional(text(8, 'for less against, with its sign', result('DIFF'))),
  conduct: optional(text(9, 'points for cards', result('FPP'))),
});

const RACE_POINTS = shape('RacePoints', 'One race of a series.', {
  unit: text(1, 'RSC', extension('UNIT')),
  points: text(2, '', attribute('Value')),
  place: optional(count(3, '', attribute('Rank'))),
  irm: optional(text(4, 'the code that gave the points', extension('IRM'))),
  discarded: optional(flag(5, 'left out of the sum', extension('DISCARD'))),
  medalRace: optional(flag(6, 'counts more than once', extension('MEDAL_RACE'))),
});

const SERIES = shape('SeriesDetails', 'Points of races, the fewest first.', {
  total: text(1, 'with what is discarded', result('TOTAL_PTS')),
  races: list(2, RACE_POINTS, 'in order', result('RACE')),
});

/** One line a family. */
export const DETAILS = shape(
  'Details',
  "What the sport's family shows of the performance; none or one is set.",
  {
    timedRace: optional(nested(1, TIMED_RACE)),
    bestOf: optional(nested(2, BEST_OF)),
    countback: optional(nested(3, COUNTBACK)),
    judged: optional(nested(4, JUDGED)),
    combined: optional(nested(5, COMBINED)),
    match: optional(nested(6, MATCH)),
    pool: optional(nested(7, POOL)),
    series: optional(nested(8, SERIES)),
  },
);
