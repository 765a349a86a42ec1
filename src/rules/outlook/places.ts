/** Which places are possible: everybody's best against the worst of all others, and the other way round, by the criteria of the rule. */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import type { Order } from '../../model/fact.ts';
import type { RankContext, Ranked } from '../contract.ts';
import { compareSortKeys, hasPlace, type SortKey, sortKeyOf } from '../rank.ts';
import type { PossiblePlaces, Prospects } from './outlook.ts';

/** A competitor with both ends of what can come. */
export interface Contestant<Card> extends Prospects<Card> {
  readonly entry: Entry;
}

export function possiblePlaces<Card>(
  contestants: readonly Contestant<Card>[],
  rule: Ranked<Card>,
  context: RankContext,
): ReadonlyMap<CompetitorCode, PossiblePlaces> {
  const ends = contestants.map(({ entry, best, worst }) => {
    const { code } = entry.competitor;
    return {
      code,
      best: keyOf(best, rule, favouring(code, context)),
      worst: keyOf(worst, rule, context),
    };
  });
  const bests = ends.map(({ best }) => best).sort(compareSortKeys);
  const worsts = ends.map(({ worst }) => worst).sort(compareSortKeys);
  return new Map(
    ends.map(({ code, best, worst }) => {
      const ahead = countBefore(bests, worst) - (compareSortKeys(best, worst) < 0 ? 1 : 0);
      return [
        code,
        {
          best: hasPlace(best) ? countBefore(worsts, best) + 1 : null,
          worst: hasPlace(worst) ? ahead + 1 : null,
        },
      ];
    }),
  );
}

export const keyOf = <Card>(card: Card, rule: Ranked<Card>, context: RankContext): SortKey =>
  sortKeyOf(card, rule.standing(card), rule, context);

/** How many of the keys, which are in order, come before this one. */
export function countBefore(keys: readonly SortKey[], key: SortKey): number {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compareSortKeys(keys[middle]!, key) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

const DECISIONS: readonly Order['why'][] = ['PHOTO_FINISH', 'EXTRA_UNIT', 'LOT', 'JURY'];

/** What the rules leave equal officials can still decide, and for this one: a decision that there is comes before it. */
const favouring = (code: CompetitorCode, context: RankContext): RankContext => ({
  ...context,
  orders: [...context.orders, ...DECISIONS.map((why) => ({ id: '', why, competitors: [code] }))],
});
