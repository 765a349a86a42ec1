/** Vertical jumps: who is still in clears the highest bar there is, or none; a tie for the first place can be jumped off. */
import type { CompetitorCode } from '../../src/model/competitor.ts';
import { formatDecimal, type Micro, parseDecimal } from '../../src/model/decimal.ts';
import type { Attempt } from '../../src/model/fact.ts';
import type { OpenField } from '../../src/rules/contract.ts';
import type { Range } from '../../src/rules/families/range.ts';
import type { NextMark, Outlook, Prospects } from '../../src/rules/outlook/outlook.ts';
import { HUNDREDTH } from '../../src/rules/rounding.ts';
import { hasEnded, type Jumper, leftForFirst } from './jumping-order.ts';
import { JUMP_OFF } from './trials.ts';

export interface CountbackOutlookOptions<Card> {
  /** The card with trials besides. */
  withTrials(card: Card, more: readonly Attempt[]): Card;
  readonly heights: Range;
  /** A tie for the first place can be jumped off. */
  readonly hasJumpOff: boolean;
}

export const countbackOutlook =
  <Card extends Jumper>(options: CountbackOutlookOptions<Card>) =>
  (field: OpenField<Card>): Outlook<Card> => {
    const canBeTied = tiesIn(field, options);
    return {
      prospects: (_entry, card, apart) => prospectsOf(card, apart, canBeTied(card), options),
      next: (_entry, card) => nextOf(card, field, options),
    };
  };

const isOut = ({ irm, trials }: Jumper): boolean => irm !== null || hasEnded(trials);

/** Who can come to a tie for the first place that is jumped off: while somebody is still in, anybody who has a height. */
function tiesIn<Card extends Jumper>(
  { cards }: OpenField<Card>,
  { hasJumpOff }: CountbackOutlookOptions<Card>,
): (card: Card) => boolean {
  if (!hasJumpOff) return () => false;
  if (!cards.every(isOut)) return ({ irm }) => irm === null;
  const left = leftForFirst(cards);
  return (card) => left.includes(card);
}

function prospectsOf<Card extends Jumper>(
  card: Card,
  apart: number,
  canBeTied: boolean,
  { withTrials, heights }: CountbackOutlookOptions<Card>,
): Prospects<Card> {
  const out = isOut(card);
  const inJumpOff = (outcome: Attempt['outcome']): readonly Attempt[] =>
    canBeTied ? [jumpOffTrial(card, outcome, heights.most)] : [];
  const clears = out ? [] : [trial(card.code, 1, heights.most - apart * HUNDREDTH)];
  const isDone = out && !(canBeTied && card.jumpOffTrials.length > 0);
  if (out && !canBeTied) return { best: card, worst: card, isDone };
  return {
    best: withTrials(card, [...clears, ...inJumpOff('VALID')]),
    worst: withTrials(card, inJumpOff('RETIRED')),
    isDone,
  };
}

/** The height that is enough with the trial that is next: at the bar, or at a higher one that the jumper waits for. */
function nextOf<Card extends Jumper>(
  card: Card,
  { now }: OpenField<Card>,
  { withTrials, heights }: CountbackOutlookOptions<Card>,
): NextMark<Card> | null {
  const attempt = now?.turns.get(card.code)?.attempt;
  const bar = parseDecimal(now?.period ?? '');
  if (attempt === undefined || bar === null || isOut(card)) return null;
  return {
    ...{ least: bar - HUNDREDTH, most: heights.most, step: HUNDREDTH, more: true },
    // Below the bar nothing is jumped: no mark at all.
    card: (height) =>
      height < bar ? card : withTrials(card, [trial(card.code, height === bar ? attempt : 1, height)]),
    text: (height) => formatDecimal(height, 2),
  };
}

const trial = (competitor: CompetitorCode, attempt: number, height: Micro): Attempt => ({
  ...{ competitor, attempt, height, outcome: 'VALID' },
});

const jumpOffTrial = (
  { code, jumpOffTrials }: Jumper,
  outcome: Attempt['outcome'],
  height: Micro,
): Attempt => ({
  ...{ competitor: code, attempt: jumpOffTrials.length + 1, height, outcome, phase: JUMP_OFF },
});
