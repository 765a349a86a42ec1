import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode } from '../model/competitor.ts';
import type { RankOverride } from '../model/fact.ts';

/** Ranks that a court or a federation gave (fact `rankOverride`), by competitor. */
export type Rulings = ReadonlyMap<CompetitorCode, RankOverride>;

export const NO_RULINGS: Rulings = new Map();

export function rulingsIn(ledger: UnitLedger): Rulings {
  const rulings = ledger.all('rankOverride');
  return rulings.length === 0
    ? NO_RULINGS
    : new Map(rulings.map(({ content }) => [content.competitor, content]));
}

/** Both; about the same competitor the later map says it. */
export const joined = (one: Rulings, other: Rulings): Rulings =>
  one.size === 0 ? other : new Map([...one, ...other]);
