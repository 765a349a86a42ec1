/**
 * Rounds of attempts, one competitor after the other: in start order first, after the first rounds in the reverse order of the
 * ranking, those without a valid mark before all others; who is equal stays in start order (TR 25.6).
 */
import type { CompetitorCode } from '../../model/competitor.ts';
import type { Attempt } from '../../model/fact.ts';
import type { Irm } from '../../model/irm.ts';
import type { WholeUnitContext } from '../contract.ts';
import type { Now } from '../now.ts';
import { isTried, validMarks } from './attempt-marks.ts';
import { byMarks, type Contestant, type Cut, throughTo } from './last-rounds.ts';
import { type Round, type Slot, turnsOf } from './turns.ts';

/** What is looked at of a card. */
export interface AttemptsCard {
  readonly code: CompetitorCode;
  readonly irm: Irm | null;
  readonly attempts: readonly Attempt[];
}

export interface Rounds {
  /** How many there are. */
  readonly attempts: number;
  readonly cut: Cut | null;
  /** After which rounds the order is made anew. */
  readonly reorder: readonly number[];
  /** IRM codes of who has not started. */
  readonly absent: readonly Irm[];
}

/** Who is on the runway or in the circle, and who comes then; the period is the number of the round. */
export function nowInRounds(
  { entries, status }: WholeUnitContext,
  cardOf: (code: CompetitorCode) => AttemptsCard | undefined,
  rounds: Rounds,
): Now | null {
  if (status === 'START_LIST') return null;
  const starters = entries
    .toSorted((one, other) => one.startOrder - other.startOrder)
    .flatMap((entry): Starter[] => {
      const card = cardOf(entry.competitor.code);
      return card === undefined || rounds.absent.includes(card.irm ?? '') ? [] : [{ entry, marks: [], card }];
    });
  const { round, turns } = turnsOf(roundsOf(starters, rounds));
  return { ...(round < 0 ? {} : { period: String(round + 1) }), turns };
}

interface Starter extends Contestant {
  readonly card: AttemptsCard;
}

/** Rounds as far as their order is known: a new one follows from results that are complete. */
function roundsOf(starters: readonly Starter[], { attempts, cut, reorder }: Rounds): readonly Round[] {
  const rounds: Round[] = [];
  let order = starters;
  for (let number = 1; number <= attempts; number += 1) {
    const after = number - 1;
    const isNew = reorder.includes(after) || cut?.after === after;
    if (isNew) {
      const isKnown = rounds.flat().every(({ done }) => done);
      const isBegun = starters.some(({ card }) => card.attempts.some((each) => each.attempt > after));
      if (!isKnown && !isBegun) return rounds;
      order = newOrder(order, after, { cut, reorder });
    }
    rounds.push(order.map((starter) => slotOf(starter.card, number)));
  }
  return rounds;
}

function newOrder(
  order: readonly Starter[],
  after: number,
  { cut, reorder }: Pick<Rounds, 'cut' | 'reorder'>,
): readonly Starter[] {
  const marked = order.map((starter) => ({ ...starter, marks: marksAfter(after, starter.card) }));
  const through = cut?.after === after ? throughTo(marked, cut) : null;
  const left = through === null ? marked : marked.filter((starter) => through.includes(starter));
  return reorder.includes(after)
    ? left.toSorted((one, other) => byMarks(other, one) || inStartOrder(one, other))
    : left;
}

const inStartOrder = (one: Starter, other: Starter): number => one.entry.startOrder - other.entry.startOrder;

const marksAfter = (round: number, { attempts }: AttemptsCard) =>
  validMarks(attempts.filter(({ attempt }) => attempt <= round));

function slotOf({ code, irm, attempts }: AttemptsCard, attempt: number): Slot {
  const own = attempts.find((each) => each.attempt === attempt);
  const hasLeft = irm !== null || attempts.some((each) => isRetired(each) && each.attempt <= attempt);
  return {
    competitor: code,
    attempt,
    done: own !== undefined || hasLeft,
    tried: own !== undefined && isTried(own),
  };
}

const isRetired = ({ outcome }: Attempt): boolean => outcome === 'RETIRED';
