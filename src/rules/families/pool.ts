/**
 * The table of a pool: points from each match, then the criteria of the competition, one after the other,
 * over all matches or over those among the tied alone. What they leave equal stays equal until a lot.
 */

import type { CompetitorCode } from '../../model/competitor.ts';
import { formatDecimal } from '../../model/decimal.ts';
import type { Irm } from '../../model/irm.ts';
import { type Column, NO_DETAILS, type PoolDetails } from '../../model/row.ts';
import type { PartsContext, RuleId, WholePartsRule } from '../contract.ts';
import { poolOutlook } from '../outlook/pool.ts';
import { keptCards } from '../same-card.ts';
import { MATCH } from './match.ts';
import { chainOf, type PoolOptions, type PoolRecord, recordsIn, stepsOf } from './pool-table.ts';
import { wholeUnitIrm } from './whole-unit-irm.ts';

export interface PoolCard<Tally> {
  readonly record: PoolRecord<Tally>;
  readonly irm: Irm | null;
  /** Some match of the pool is decided: there is a table. */
  readonly begun: boolean;
  /** For each criterion, the points first: how many steps down the table were made by it or a weightier one. */
  readonly steps: readonly number[];
}

export function pool<Tally>(id: RuleId, options: PoolOptions<Tally>): WholePartsRule<PoolCard<Tally>> {
  const chain = chainOf(options);
  return {
    id,
    over: 'parts',
    families: [MATCH],
    type: 'POOL_STANDING',
    reads: ['penalty'],
    columns: options.columns ?? POOL_COLUMNS,
    irmOrder: options.irmOrder,
    // The steps of one criterion separate exactly those whom it separated.
    criteria: chain.map(({ code, clause }, index) => ({ code, clause, key: ({ steps }) => steps[index]! })),
    cards: (context, before) => keptCards(poolCards(context, options), before),
    standing: ({ irm, begun }) =>
      irm !== null ? { stage: 'IRM', irm } : { stage: begun ? 'RANKED' : 'WAITING', irm: null },
    mark: (card) => ({
      result: card.begun ? formatDecimal(card.record.points) : null,
      resultType: card.begun ? 'POINTS' : null,
      ...(card.begun ? { value: card.record.points } : {}),
      details: card.begun ? { pool: detailsOf(card, options) } : NO_DETAILS,
    }),
    overfull: 'OPEN',
    ...(options.isByOutcome === true ? { outlook: poolOutlook(options) } : {}),
    ...(options.isPlayOff === undefined ? {} : { isExtra: options.isPlayOff }),
  };
}

function poolCards<Tally>(
  context: PartsContext,
  options: PoolOptions<Tally>,
): ReadonlyMap<CompetitorCode, PoolCard<Tally>> {
  const records = recordsIn(context, options);
  const irmOf = ({ competitor }: PoolRecord<Tally>): Irm | null => wholeUnitIrm(context.factsOf(competitor));
  const standing = records.filter((record) => irmOf(record) === null);
  const steps = stepsOf(standing, options, context);
  const begun = records.some(({ matches }) => matches.length > 0);
  return new Map(
    records.map((record) => [
      record.competitor,
      { record, irm: irmOf(record), begun, steps: steps.get(record.competitor) ?? [] },
    ]),
  );
}

const POOL_COLUMNS: readonly Column[] = [
  { label: 'Rank', source: 'rank', align: 'right', width: 4 },
  { label: 'Name', source: 'name', align: 'left', width: 28 },
  { label: 'Org', source: 'organisation', align: 'left', width: 4 },
  { label: 'P', source: 'details.pool.played', align: 'right', width: 3 },
  { label: 'W', source: 'details.pool.won', align: 'right', width: 3 },
  { label: 'T', source: 'details.pool.tied', align: 'right', width: 3 },
  { label: 'L', source: 'details.pool.lost', align: 'right', width: 3 },
  { label: 'For', source: 'details.pool.for', align: 'right', width: 4 },
  { label: 'Ag', source: 'details.pool.against', align: 'right', width: 4 },
  { label: 'Pts', source: 'result', align: 'right', width: 4 },
];

/** The line of a table, and the cross table: whom the competitor met and how that ended. */
function detailsOf<Tally>({ record }: PoolCard<Tally>, { counted, shows }: PoolOptions<Tally>): PoolDetails {
  return {
    played: record.matches.length,
    won: record.won,
    tied: record.tied,
    lost: record.lost,
    for: formatDecimal(record.for),
    against: formatDecimal(record.against),
    opponents: record.matches.map(({ opponent, unit, outcome, card }) => ({
      competitor: opponent,
      unit,
      result: [card.tally, card.against ?? card.tally]
        .map((tally) => formatDecimal(counted(tally)))
        .join('-'),
      wlt: outcome,
    })),
    ...shows?.(record),
  };
}
