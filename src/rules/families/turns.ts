/**
 * Whose turn it is where one competes after the other: from what has been done so far, and the order of each round. It
 * follows from the set of facts alone, so that what came late, twice or in another order changes nothing.
 */
import type { CompetitorCode } from '../../model/competitor.ts';
import type { Turn } from '../now.ts';

/** A turn that somebody has, or had. */
export interface Slot {
  readonly competitor: CompetitorCode;
  readonly attempt: number;
  /** Not to come any more: done, passed, or given up. */
  readonly done: boolean;
  /** Really taken: a pass can be said long before its turn. */
  readonly tried: boolean;
}

/** Those who have a turn in a round, in their order. */
export type Round = readonly Slot[];

export interface Turns {
  /** Which of the rounds is under way; -1 when there is none. */
  readonly round: number;
  readonly turns: ReadonlyMap<CompetitorCode, Turn>;
}

/**
 * Who had the last turn, who has the one after it, and who comes then, up to the first one who is there already. Who was left
 * out of a round under way comes at its end; when the next round has begun, nobody waits for him.
 */
export function turnsOf(rounds: readonly Round[]): Turns {
  const begun = rounds.findLastIndex((round) => round.some(({ tried }) => tried));
  const at = rounds[begun]?.findLastIndex(({ tried }) => tried) ?? -1;
  const queue = rounds
    .slice(Math.max(begun, 0))
    .flatMap((round, index) => toCome(round, index === 0 ? at : -1));
  const next = queue[0];
  const current = next === undefined ? begun : rounds.findIndex((round) => round.includes(next));
  return { round: current, turns: shown(rounds[begun]?.[at], queue) };
}

function shown(last: Slot | undefined, queue: readonly Slot[]): Turns['turns'] {
  const turns = new Map<CompetitorCode, Turn>();
  if (last !== undefined && last.competitor !== queue[0]?.competitor)
    turns.set(last.competitor, { role: 'PREVIOUS', attempt: last.attempt });
  for (const [index, { competitor, attempt }] of queue.entries()) {
    // A competitor is one row: neither the second of two vaults, nor who has just been, is there once more.
    if (queue[index - 1]?.competitor === competitor || turns.get(competitor)?.role === 'PREVIOUS') continue;
    if (turns.has(competitor)) break;
    turns.set(competitor, { role: index === 0 ? 'CURRENT' : 'NEXT', attempt });
  }
  return turns;
}

/** After the last one who had a turn, then those who were left out before. */
const toCome = (round: Round, at: number): readonly Slot[] =>
  [...round.slice(at + 1), ...round.slice(0, at + 1)].filter(({ done }) => !done);
