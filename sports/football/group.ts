/** Tables: of a group, of those who came third, and of all matches of a tournament. */
import { formatDecimal, ONE } from '../../src/model/decimal.ts';
import type { Setup } from '../../src/model/fact.ts';
import { levelOf, type Rsc, partsOf as rscParts } from '../../src/model/rsc.ts';
import type { WholePartsRule } from '../../src/rules/contract.ts';
import { type PoolCard, pool } from '../../src/rules/families/pool.ts';
import type { PoolCriterion, PoolRecord } from '../../src/rules/families/pool-table.ts';
import { type Conduct, conductOf } from './cards.ts';
import { GROUP_COLUMNS } from './columns.ts';
import { type Edition, editionOf, tablePoints } from './editions.ts';
import { type FootballTally, IRM_ORDER } from './match.ts';
import { isGroup, isPlayOff, THIRDS } from './programme.ts';

/** Rule of a group, of the third-placed, of the event as a whole; null for phases that have no table. */
export function tableRule(rsc: Rsc, setup: Setup): WholePartsRule<PoolCard<FootballTally>> | null {
  const found = editionOf(setup);
  if (found === null) return null;
  const [name, edition] = found;
  const { phase } = rscParts(rsc);
  if (levelOf(rsc) === 'event') return tableOf(`FBL.ALL@${name}`, edition, edition.thirds);
  if (phase === THIRDS) return tableOf(`FBL.THIRDS@${name}`, edition, edition.thirds);
  return isGroup(phase) ? tableOf(`FBL.GROUP@${name}`, edition, edition.group) : null;
}

function tableOf(
  id: string,
  { win, conduct }: Edition,
  criteria: readonly PoolCriterion<FootballTally>[],
): WholePartsRule<PoolCard<FootballTally>> {
  return pool<FootballTally>(id, {
    points: (_card, outcome) => tablePoints(win, outcome),
    isByOutcome: true,
    counted: ({ goals }) => goals * ONE,
    // Kicks from the penalty mark are no part of the match (Laws of the Game 10.3).
    countsAs: ({ decision }, outcome) => (decision === 'PSO' ? 'T' : outcome),
    isPlayOff,
    clause: { code: 'TABLE_POINTS', clause: id.slice(id.indexOf('@') + 1) },
    criteria,
    onPartialSplit: 'CONTINUE',
    withdrawn: 'DELETE',
    irmOrder: IRM_ORDER,
    columns: GROUP_COLUMNS,
    shows: (record) => ({
      difference: signed(record.for - record.against),
      ...(conduct === null ? {} : { conduct: String(conductIn(record, conduct)) }),
    }),
  });
}

const signed = (value: number): string => (value > 0 ? '+' : '') + formatDecimal(value);

const conductIn = ({ matches }: PoolRecord<FootballTally>, conduct: Conduct): number =>
  matches.reduce((sum, { card }) => sum + conductOf(card.tally.cards, conduct), 0);
