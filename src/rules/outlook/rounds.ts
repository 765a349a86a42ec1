/** Judged rounds that add up: those to come bring the most there is, or the competitor leaves and has no place. */
import { formatDecimal, type Micro, ONE } from '../../model/decimal.ts';
import type { Irm } from '../../model/irm.ts';
import type { Standing } from '../contract.ts';
import type { Outlook } from './outlook.ts';

interface RoundsCard {
  readonly standing: Standing;
  readonly rounds: readonly { readonly round: number }[];
  /** Of all rounds: what places the card. */
  readonly total: Micro;
}

export interface RoundsOptions {
  readonly rounds: number;
  /** What a round can bring at most. */
  readonly most: Micro;
  readonly decimals: number;
  /** The mark of who leaves before the end. */
  readonly leaves: Irm;
}

export function roundsOutlook<Card extends RoundsCard>({
  rounds,
  most,
  decimals,
  leaves,
}: RoundsOptions): Outlook<Card> {
  const step = ONE / 10 ** decimals;
  /** How many are to come. */
  const left = ({ standing, rounds: judged }: Card): number =>
    standing.stage === 'IRM' ? 0 : rounds - new Set(judged.map(({ round }) => round)).size;
  const withPoints = (card: Card, points: Micro): Card => ({
    ...card,
    standing: { stage: 'RANKED', irm: null },
    total: card.total + points,
  });
  return {
    prospects: (_entry, card, apart) => {
      const toCome = left(card);
      if (toCome <= 0) return { best: card, worst: card, isDone: true };
      return {
        best: withPoints(card, toCome * most - apart * step),
        worst: { ...card, standing: { stage: 'IRM', irm: leaves } },
        isDone: false,
      };
    },
    next: (_entry, card) =>
      left(card) <= 0
        ? null
        : {
            ...{ least: 0, most, step, more: true },
            card: (points) => withPoints(card, points),
            text: (points) => formatDecimal(points, decimals),
          },
  };
}
