/** What a competitor did, as `player-stats` or `team-stats`: the order of the parts is the schema's. */
import type { Details, ListRow } from '../../../model/row.ts';
import { vendor, xml } from '../xml.ts';

type Kind = 'player' | 'team';

export function statsOf(row: ListRow, kind: Kind, opponent: ListRow | undefined): string {
  const { mark, place } = row;
  const { irm, result } = mark;
  const isTime = mark.resultType === 'TIME';
  return xml(
    `${kind}-stats`,
    {
      score: irm ?? result,
      'score-opposing': opponent?.mark.result,
      'score-type': irm === null ? undefined : 'IRM',
      'score-units': irm === null && isTime ? 'spscoreunits:time-absolute' : undefined,
      'score-behind': place.diff,
      'event-outcome': mark.wlt === undefined ? undefined : `speventoutcome:${OUTCOMES[mark.wlt]}`,
      'result-effect': /^q/i.test(place.qualificationMark ?? '') ? 'spresulteffect:qualification' : undefined,
    },
    property('irm-reason', mark.irmReason),
    property('result-beside-irm', irm === null ? null : result),
    property('qualification-mark', place.qualificationMark),
    property('rank-shared', place.rankEqual ? 'yes' : null),
    ...totals(mark.details.pool, mark.result),
    ...(place.medal === undefined ? [] : [xml('award', { 'award-type': MEDAL, place: MEDALS[place.medal] })]),
    place.rank === null ? '' : xml('rank', { value: place.rank }),
    ...subScores(mark.details).map((attributes) => xml('sub-score', attributes)),
    ...mark.records.map((type) => xml('event-record', { type })),
  );
}

const OUTCOMES = { W: 'win', L: 'loss', T: 'tie' } as const;
const MEDALS = { GOLD: 1, SILVER: 2, BRONZE: 3 } as const;
/** As IPTC's sample of an Olympic medal table writes it. */
export const MEDAL = vendor('medal');

export const property = (name: string, value: string | null | undefined): string =>
  value === null || value === undefined ? '' : xml('sports-property', { 'formal-name': name, value });

function totals(pool: Details['pool'], points: string | null): string[] {
  if (pool === undefined) return [];
  return [
    xml('outcome-totals', {
      'events-played': pool.played,
      wins: pool.won,
      losses: pool.lost,
      ties: pool.tied,
      'points-scored-for': whole(pool.for),
      'points-scored-against': whole(pool.against),
      'points-difference': whole(pool.difference?.replace(/^\+/, '')),
      'standing-points': points,
    }),
  ];
}

/** The schema takes whole numbers only; anything else is left to `standing-points`. */
const whole = (text: string | undefined): string | undefined =>
  text !== undefined && /^-?\d+$/.test(text) ? text : undefined;

interface SubScore extends Readonly<Record<string, string | number | undefined>> {
  /** Which one: an attempt, a height, a timing point. */
  readonly 'period-value': string;
}

/** Splits, attempts, heights, parts, periods, races: whatever the family of the sport shows. */
function subScores({ timedRace, bestOf, countback, judged, combined, match, series }: Details): SubScore[] {
  return [
    ...(timedRace?.passings ?? []).map(({ point, time, rank }) => sub(point, time, rank)),
    ...(bestOf?.attempts ?? []).map(({ attempt, mark }) => sub(String(attempt), mark)),
    ...(countback?.heights ?? []).map(({ height, trials }) => sub(height, trials)),
    ...(judged?.parts ?? []).map(({ part, score, rank }) => sub(part, score, rank)),
    ...(combined?.parts ?? []).map(({ name, result, irm, points, rank }, index) => ({
      ...sub(String(index + 1), irm ?? result, rank),
      'sub-score-name': name,
      'total-score': points,
    })),
    ...(match?.periods ?? []).map(({ period, score }) => sub(period, score)),
    ...(series?.races ?? []).map(({ points, place, irm }, index) => ({
      ...sub(String(index + 1), points, place),
      'sub-score-name': irm,
    })),
  ];
}

const sub = (period: string, score: string | undefined, rank?: number): SubScore => ({
  'period-value': period,
  score,
  rank,
});
