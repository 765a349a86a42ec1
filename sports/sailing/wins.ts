/**
 * Groups that sail until somebody has three wins: some begin with wins that they carry from the opening series. More wins
 * first, then the better seed, which is the order of the group's list.
 */
import type { CompetitorCode } from '../../src/model/competitor.ts';
import { ONE } from '../../src/model/decimal.ts';
import type { Column } from '../../src/model/row.ts';
import type { PartsContext, WholePartsRule } from '../../src/rules/contract.ts';
import { fewest, most } from '../../src/rules/criteria.ts';
import { keptCards } from '../../src/rules/same-card.ts';
import { codesIn, type Edition } from './editions.ts';
import { RACE } from './race.ts';

export interface WinsCard {
  readonly competitor: CompetitorCode;
  readonly wins: number;
  /** From 0. */
  readonly seed: number;
}

const COLUMNS: readonly Column[] = [
  { code: 'RANK', label: 'Rank', source: 'rank', align: 'right', width: 4 },
  { code: 'SAIL', label: 'Sail', source: 'bib', align: 'left', width: 9 },
  { code: 'NAME', label: 'Name', source: 'name', align: 'left', width: 28 },
  { code: 'ORGANISATION', label: 'NOC', source: 'organisation', align: 'left', width: 5 },
  { code: 'WINS', label: 'Wins', source: 'result', align: 'right', width: 5 },
];

/** `carried`: wins of each seed to begin with. */
export function winsRule(edition: Edition, carried: readonly number[]): WholePartsRule<WinsCard> {
  const clause = 'format of the Games 2024';
  return {
    id: `SAL.WINS@${edition.year}`,
    over: 'parts',
    families: [RACE],
    type: 'CUMULATIVE_RESULT',
    columns: COLUMNS,
    irmOrder: codesIn(edition),
    cards: (context, before) => keptCards(cardsOf(context, carried), before),
    standing: () => ({ stage: 'RANKED', irm: null }),
    criteria: [
      most<WinsCard>({ code: 'MORE_WINS', clause }, ({ wins }) => wins),
      fewest<WinsCard>({ code: 'BETTER_SEED', clause }, ({ seed }) => seed),
    ],
    mark: ({ wins }) => ({ result: String(wins), resultType: 'POINTS', value: wins * ONE, details: {} }),
  };
}

function cardsOf(
  { entries, partsOf }: PartsContext,
  carried: readonly number[],
): Map<CompetitorCode, WinsCard> {
  return new Map(
    entries.map(({ competitor: { code } }, seed) => {
      const won = partsOf(code).filter(({ decided, rank }) => decided && rank === 1).length;
      return [code, { competitor: code, wins: (carried[seed] ?? 0) + won, seed }];
    }),
  );
}
