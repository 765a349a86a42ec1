import type { Rsc } from '../model/rsc.ts';
import type { Contender } from './advance.ts';
import type { AnyPartsRule, PartsContext } from './contract.ts';
import type { Line } from './rank.ts';

/** A row of a list as progression sees it: keys fine enough for a qualifying place. */
export function contenderOf<Card>(
  { entry, card, ranked }: Pick<Line<Card>, 'entry' | 'card' | 'ranked'>,
  rule: AnyPartsRule<Card>,
  context: PartsContext,
  { unit, rank: unitRank }: { readonly unit: Rsc; readonly rank: number | null },
): Contender {
  const { code, organisation } = entry.competitor;
  const criteria = [...rule.criteria, ...(rule.atCut ?? [])];
  return {
    competitor: code,
    organisation,
    unit,
    unitRank,
    keys: ranked ? criteria.map((criterion) => criterion.key(card, context)) : null,
    reaches: (standard) => rule.reaches?.(card, standard) ?? false,
  };
}
