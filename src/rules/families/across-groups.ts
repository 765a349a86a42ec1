/**
 * One list over the groups of a field event: A and B compared jointly, as if they had competed
 * together (TR 25.10 to 25.15). Also the list of one part of a combined event.
 */
import type { Micro } from '../../model/decimal.ts';
import type { Setup } from '../../model/fact.ts';
import type { Column } from '../../model/row.ts';
import type { Part, PartsRule, RuleId, UnitRule } from '../contract.ts';
import { NOTHING_SHOWN, WAITING } from '../nothing-yet.ts';
import { finalsApart } from './finals.ts';

/** A competitor in a phase: the group in which he or she competed. */
export interface GroupCard<Card> {
  readonly group: Part | null;
  readonly card: Card | null;
}

export interface AcrossGroupsOptions<Card> {
  /** Is the mark enough for a qualifying standard? */
  reaches(card: Card, standard: Micro): boolean;
}

/** The unit's own criteria over all groups. Who is equal at the last qualifying place goes on together. */
export function acrossGroups<Card>(
  id: RuleId,
  unitRule: UnitRule<Card>,
  { reaches }: AcrossGroupsOptions<Card>,
): PartsRule<GroupCard<Card>> {
  const { criteria, columns, irmOrder, family } = unitRule;
  const columnsFor = (cards: Iterable<GroupCard<Card>>, setup: Setup): readonly Column[] =>
    unitRule.columnsFor?.(unitCards(cards), setup) ?? columns;
  return {
    over: 'parts',
    type: 'PHASE_RESULT',
    families: [family],
    id,
    columns,
    columnsFor,
    irmOrder,
    card: (_entry, parts) => groupCard(parts),
    standing: ({ group }) => group?.standing ?? WAITING,
    criteria: criteria.map((criterion) => ({
      ...criterion,
      key: ({ card }, context) => criterion.key(card!, context),
    })),
    tier: finalsApart(({ group }) => group?.setup),
    mark: ({ group }) => group?.mark ?? NOTHING_SHOWN,
    ...(unitRule.gap === undefined ? {} : { gap: unitRule.gap }),
    overfull: 'ADMIT_ALL',
    reaches: ({ card }, standard) => card !== null && reaches(card, standard),
  };
}

function* unitCards<Card>(cards: Iterable<GroupCard<Card>>): Iterable<Card> {
  for (const { card } of cards) if (card !== null) yield card;
}

/** Nobody competes in two groups; if a venue says so, the one with a result counts. */
function groupCard<Card>(parts: readonly Part[]): GroupCard<Card> {
  const group = parts.findLast(({ standing }) => standing.stage === 'RANKED') ?? parts.at(-1) ?? null;
  return { group, card: (group?.card ?? null) as Card | null };
}
