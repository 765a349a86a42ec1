import type { Entry } from '../model/competitor.ts';
import { phaseRsc, type Rsc } from '../model/rsc.ts';
import type { OneOfTheBest, Slot } from '../rules/plan.ts';

/**
 * Who stands in a slot: an entry; nobody, so that the other side goes on without a match (a bye, an
 * opponent who was disqualified together with his); null while it is not known.
 */
export type Side = Entry | 'NOBODY' | null;

/** What slots are filled from, as things stand. */
export interface Sources {
  /** Of a planned unit; null for one whose starters only the venue knows. */
  sidesOf(unit: Rsc): readonly Side[] | null;
  /** Who won or lost: null while nobody is known to have, `NOBODY` where that will stay so. */
  outcome(unit: Rsc, outcome: 'W' | 'L'): Side;
  /** Alone on a rank of a decided list or unit; `NOBODY` where so few are placed that the rank is nobody's. */
  ranked(list: Rsc, rank: number): Side;
  oneOf(best: OneOfTheBest): Side;
  /** In the draw of the event. */
  drawn(position: number): Side;
  /** The unit of a phase in which somebody starts. */
  unitWith(competitor: string, phase: Rsc): Rsc | null;
}

export function sideIn(slot: Slot, sources: Sources): Side {
  switch (slot.from) {
    case 'UNIT':
      return through(slot.unit, slot.outcome, sources);
    case 'LIST':
      return sources.ranked(slot.list, slot.rank);
    case 'ONE_OF':
      return sources.oneOf(slot);
    case 'DRAW':
      return sources.drawn(slot.position);
    case 'BEATEN': {
      const winner = through(slot.winnerOf, 'W', sources);
      if (winner === null || winner === 'NOBODY') return winner;
      const unit = sources.unitWith(winner.competitor.code, slot.phase);
      // Whoever had a bye in that round beat nobody there.
      if (unit === null) return 'NOBODY';
      const loser = through(unit, 'L', sources);
      // Beaten there, and back in place of somebody who withdrew.
      const isWinner =
        loser !== null && loser !== 'NOBODY' && loser.competitor.code === winner.competitor.code;
      return isWinner ? 'NOBODY' : loser;
    }
  }
}

/** Where one side is nobody, the other one goes on as soon as it is known, and there is no loser. */
function through(unit: Rsc, outcome: 'W' | 'L', sources: Sources): Side {
  const sides = sources.sidesOf(unit);
  if (sides === null || !sides.includes('NOBODY')) return sources.outcome(unit, outcome);
  if (outcome === 'L') return 'NOBODY';
  const [other = 'NOBODY'] = sides.filter((side) => side !== 'NOBODY');
  return other;
}

/** What a slot hangs on: a change there may fill it anew. */
export function sourcesOf(slot: Slot, event: Rsc): readonly Rsc[] {
  if (slot.from === 'UNIT') return [slot.unit];
  if (slot.from === 'ONE_OF') return [slot.list];
  // What separates those who share a rank in a unit is said of its phase, or in an extra unit of it.
  if (slot.from === 'LIST') return [...new Set([slot.list, phaseRsc(slot.list)])];
  return slot.from === 'DRAW' ? [event] : [slot.winnerOf, slot.phase];
}
