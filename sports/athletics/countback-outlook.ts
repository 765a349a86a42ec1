/** Vertical jumps: who is still in clears the highest bar there is, or none; a tie for the first place can be jumped off. */
import type { CompetitorCode, Entry } from '../../src/model/competitor.ts';
import { formatDecimal, type Micro, parseDecimal } from '../../src/model/decimal.ts';
import type { Attempt } from '../../src/model/fact.ts';
import type { CompetitorFacts, OpenField, UnitContext } from '../../src/rules/contract.ts';
import type { Range } from '../../src/rules/families/range.ts';
import type { NextMark, Outlook, Prospects } from '../../src/rules/outlook/outlook.ts';
import { HUNDREDTH } from '../../src/rules/rounding.ts';
import { hasEnded, type Jumper, leftForFirst } from './jumping-order.ts';
import { JUMP_OFF } from './trials.ts';

export interface CountbackOutlookOptions<Card> {
  card(entry: Entry, facts: CompetitorFacts, context: UnitContext): Card;
  readonly heights: Range;
  /** A tie for the first place can be jumped off. */
  readonly hasJumpOff: boolean;
}

export function countbackOutlook<Card extends Jumper>(
  options: CountbackOutlookOptions<Card>,
): Outlook<Card, OpenField<Card>> {
  return {
    prospects: (entry, card, field, apart) => prospectsOf(entry, card, field, apart, options),
    next: (entry, card, field) => nextOf(entry, card, field, options),
  };
}

const isOut = ({ irm, trials }: Jumper): boolean => irm !== null || hasEnded(trials);

function prospectsOf<Card extends Jumper>(
  entry: Entry,
  card: Card,
  { over, cards }: OpenField<Card>,
  apart: number,
  options: CountbackOutlookOptions<Card>,
): Prospects<Card> {
  const { heights, hasJumpOff } = options;
  const facts = over.factsOf(card.code);
  const made = (more: readonly Attempt[]): Card => withTrials(entry, facts, over, more, options);
  const out = isOut(card);
  const clears = trial(card.code, 1, heights.most - apart * HUNDREDTH);
  // While somebody is still in, anybody who has a height can come to a tie for the first place.
  const canBeTied = cards.every(isOut) ? leftForFirst(cards).includes(card) : card.irm === null;
  const more = (own: readonly Attempt[], outcome: Attempt['outcome']): readonly Attempt[] =>
    hasJumpOff && canBeTied ? [...own, inJumpOff(card, outcome, heights.most)] : own;
  return {
    best: made(more(out ? [] : [clears], 'VALID')),
    worst: made(more([], 'RETIRED')),
    isDone: out && !(hasJumpOff && canBeTied && card.jumpOffTrials.length > 0),
  };
}

/** The height that is enough with the trial that is next: at the bar, or at a higher one that the jumper waits for. */
function nextOf<Card extends Jumper>(
  entry: Entry,
  card: Card,
  { context, now }: OpenField<Card>,
  options: CountbackOutlookOptions<Card>,
): NextMark<Card> | null {
  const attempt = now?.turns.get(card.code)?.attempt;
  const bar = parseDecimal(now?.period ?? '');
  if (attempt === undefined || bar === null || isOut(card)) return null;
  const facts = context.factsOf(card.code);
  return {
    ...{ least: bar - HUNDREDTH, most: options.heights.most, step: HUNDREDTH, more: true },
    // Below the bar nothing is jumped: no mark at all.
    card: (height) =>
      height < bar
        ? card
        : withTrials(
            entry,
            facts,
            context,
            [trial(card.code, height === bar ? attempt : 1, height)],
            options,
          ),
    text: (height) => formatDecimal(height, 2),
  };
}

const trial = (competitor: CompetitorCode, attempt: number, height: Micro): Attempt => ({
  ...{ competitor, attempt, height, outcome: 'VALID' },
});

const inJumpOff = ({ code, jumpOffTrials }: Jumper, outcome: Attempt['outcome'], height: Micro): Attempt => ({
  ...{ competitor: code, attempt: jumpOffTrials.length + 1, height, outcome, phase: JUMP_OFF },
});

const withTrials = <Card>(
  entry: Entry,
  facts: CompetitorFacts,
  context: UnitContext,
  more: readonly Attempt[],
  { card }: CountbackOutlookOptions<Card>,
): Card => card(entry, { ...facts, attempts: [...facts.attempts, ...more] }, context);
