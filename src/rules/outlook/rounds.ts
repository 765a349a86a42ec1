/** Judged rounds that add up: those to come bring the most there is, or the competitor leaves and has no place. */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import { formatDecimal, type Micro, ONE } from '../../model/decimal.ts';
import type { Irm } from '../../model/irm.ts';
import type { CompetitorFacts, OpenField, Standing, UnitContext } from '../contract.ts';
import type { Outlook } from './outlook.ts';

interface RoundsCard {
  readonly competitor: CompetitorCode;
  readonly standing: Standing;
  readonly rounds: readonly { readonly round: number }[];
}

/** A round that nobody has judged yet, and what it is worth. */
export interface WorthOfRound {
  readonly round: number;
  readonly points: Micro;
}

export interface RoundsOptions<Card> {
  card(entry: Entry, facts: CompetitorFacts, context: UnitContext, more: readonly WorthOfRound[]): Card;
  readonly rounds: number;
  /** What a round can bring at most. */
  readonly most: Micro;
  readonly decimals: number;
  /** The mark of who leaves before the end. */
  readonly leaves: Irm;
}

export function roundsOutlook<Card extends RoundsCard>({
  card: cardOf,
  rounds,
  most,
  decimals,
  leaves,
}: RoundsOptions<Card>): Outlook<Card, OpenField<Card>> {
  const step = ONE / 10 ** decimals;
  const left = ({ rounds: judged }: Card): readonly number[] =>
    Array.from({ length: rounds }, (_none, index) => index + 1).filter(
      (number) => !judged.some(({ round }) => round === number),
    );
  return {
    prospects: (entry, card, { over }, apart) => {
      const facts = over.factsOf(card.competitor);
      const toCome = card.standing.stage === 'IRM' ? [] : left(card);
      if (toCome.length === 0) return { best: card, worst: card, isDone: true };
      const worth = toCome.map((round, index) => ({
        round,
        points: index === 0 ? most - apart * step : most,
      }));
      const irms = [...facts.irms, { competitor: card.competitor, code: leaves }];
      return {
        best: cardOf(entry, facts, over, worth),
        worst: cardOf(entry, { ...facts, irms }, over, []),
        isDone: false,
      };
    },
    next: (entry, card, { context }) => {
      const [round] = left(card);
      if (round === undefined) return null;
      const facts = context.factsOf(card.competitor);
      return {
        ...{ least: 0, most, step, more: true },
        card: (points) => cardOf(entry, facts, context, [{ round, points }]),
        text: (points) => formatDecimal(points, decimals),
      };
    },
  };
}
