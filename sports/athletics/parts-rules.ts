/** Lists over several units: all heats of a round, groups A and B, a decathlon. */
import type { Setup } from '../../src/model/fact.ts';
import type { PartsRule, RuleId, UnitRule, WholePartsRule } from '../../src/rules/contract.ts';
import { decidedByOfficials } from '../../src/rules/criteria.ts';
import { acrossGroups } from '../../src/rules/families/across-groups.ts';
import { acrossHeats, type HeatsCard, timeOverHeats } from '../../src/rules/families/across-heats.ts';
import type { BestOfCard } from '../../src/rules/families/best-of.ts';
import { readOptions } from '../../src/rules/options.ts';
import { ceilTo, THOUSANDTH } from '../../src/rules/rounding.ts';
import * as columns from './columns.ts';
import { type CombinedCard, combined } from './combined.ts';
import type { CombinedEvent } from './combined-events.ts';
import type { CountbackCard } from './countback.ts';
import type { Edition } from './editions.ts';
import { type AthleticsEvent, LEGAL_WIND, type Race } from './events.ts';
import { OPTIONS } from './options.ts';
import { type Circumstances, displayOf, IRM_ORDER, raceColumns, unitRuleOf } from './unit-rules.ts';

/** All heats or groups of a phase in one list. */
export function phaseRule(
  id: RuleId,
  event: AthleticsEvent,
  circumstances: Circumstances,
  setup: Setup,
): PartsRule<unknown> {
  if (event.kind === 'race') return heats(id, event, circumstances, setup);
  const unitRule = unitRuleOf(id, event, circumstances);
  return event.kind === 'distance'
    ? acrossGroups<BestOfCard>(id, unitRule as UnitRule<BestOfCard>, { reaches: reachesDistance })
    : acrossGroups<CountbackCard>(id, unitRule as UnitRule<CountbackCard>, {
        reaches: ({ best }, standard) => best >= standard,
      });
}

const reachesDistance = ({ marks }: BestOfCard, standard: number): boolean => (marks[0] ?? 0) >= standard;

/**
 * Times of different heats are equal when they are equal as published. Where a qualifying place is at
 * stake the reading to 1/1000 s decides, then lots; who is still equal goes on together, unless the
 * setup says that there are no lanes (`options.overfull: "OPEN"`): then the place stays open (TR 21).
 */
function heats(
  id: RuleId,
  event: Race,
  { edition, timing }: Circumstances,
  setup: Setup,
): PartsRule<HeatsCard> {
  const display = displayOf(event, timing);
  return acrossHeats(id, {
    compare: display,
    display,
    irmOrder: IRM_ORDER,
    clause: edition.timeOverHeats,
    atCut: [
      timeOverHeats(edition.thousandths, { round: ceilTo, step: THOUSANDTH }),
      decidedByOfficials<HeatsCard>(edition.lots, 'LOT', ({ competitor }) => competitor),
    ],
    overfull: readOptions(OPTIONS, setup).overfull ?? 'ADMIT_ALL',
    columns: raceColumns(event)([]),
  });
}

export function combinedRule(
  id: RuleId,
  { parts }: CombinedEvent,
  edition: Edition,
): WholePartsRule<CombinedCard> {
  const { total, moreEvents, highest } = edition;
  const ties = moreEvents === undefined || highest === undefined ? {} : { moreEvents, highest };
  return combined(id, {
    events: parts,
    clauses: { total, ...ties },
    columns: columns.points(parts),
    legalWind: LEGAL_WIND,
    irmOrder: IRM_ORDER,
  });
}
