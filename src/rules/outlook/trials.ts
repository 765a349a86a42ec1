/** Measured trials: all that are left reach the edge of what can be, or none counts; the next one needs a distance. */
import type { CompetitorCode } from '../../model/competitor.ts';
import { formatDecimal, type Micro } from '../../model/decimal.ts';
import type { Attempt } from '../../model/fact.ts';
import type { Irm } from '../../model/irm.ts';
import type { OpenField } from '../contract.ts';
import { validMarks } from '../families/attempt-marks.ts';
import { type Cut, throughTo } from '../families/last-rounds.ts';
import type { Range } from '../families/range.ts';
import { HUNDREDTH } from '../rounding.ts';
import type { Outlook } from './outlook.ts';

interface TrialsCard {
  readonly code: CompetitorCode;
  readonly irm: Irm | null;
  /** Best first: what places the card. */
  readonly marks: readonly Micro[];
  readonly attempts: readonly Attempt[];
}

export interface TrialsOptions {
  /** Rounds, where the setup does not say. */
  readonly attempts: number;
  readonly cut: Cut | null;
  readonly absent: readonly Irm[];
  readonly marks: Range;
}

export const trialsOutlook =
  <Card extends TrialsCard>({ marks, ...rounds }: TrialsOptions) =>
  (field: OpenField<Card>): Outlook<Card> => {
    const left = attemptsLeft(field, rounds);
    return {
      prospects: (_entry, card, apart) => {
        const toCome = left(card);
        return toCome === 0
          ? { best: card, worst: card, isDone: true }
          : { best: withMarks(card, marks.most - apart * HUNDREDTH, toCome), worst: card, isDone: false };
      },
      next: (_entry, card) =>
        left(card) === 0
          ? null
          : {
              ...{ least: marks.least, most: marks.most, step: HUNDREDTH, more: true },
              card: (mark) => withMarks(card, mark, 1),
              text: (mark) => formatDecimal(mark, 2),
            },
    };
  };

/** With so many trials more, all of this mark. */
function withMarks<Card extends TrialsCard>(card: Card, mark: Micro, count: number): Card {
  const after = card.marks.findIndex((own) => own < mark);
  const more = new Array<Micro>(count).fill(mark);
  return { ...card, marks: card.marks.toSpliced(after < 0 ? card.marks.length : after, 0, ...more) };
}

/** How many trials each may still have. */
function attemptsLeft(
  { context, cards }: OpenField<TrialsCard>,
  { attempts: usual, cut, absent }: Omit<TrialsOptions, 'marks'>,
): (card: TrialsCard) => number {
  const all = context.setup.attempts ?? usual;
  const through = cut === null ? null : inLastRounds(cards, cut, absent);
  return ({ code, irm, attempts }) => {
    if (irm !== null || attempts.some(({ outcome }) => outcome === 'RETIRED')) return 0;
    const most = through === null || through.has(code) ? all : Math.min(all, cut!.after);
    return most - attempts.filter(({ attempt }) => attempt <= most).length;
  };
}

/** Who is in the last rounds; null for everybody, as far as it is known: nobody is cut before the first rounds are over for all. */
function inLastRounds(
  cards: readonly TrialsCard[],
  cut: Cut,
  absent: readonly Irm[],
): ReadonlySet<CompetitorCode> | null {
  const present = cards.filter(({ irm }) => !absent.includes(irm ?? ''));
  if (!present.every((card) => hasFirstRounds(card, cut))) return null;
  const marked = present.map((card) => ({ code: card.code, marks: validMarks(firstOf(card, cut)) }));
  const through = throughTo(marked, cut);
  return through === null ? null : new Set(through.map(({ code }) => code));
}

const firstOf = ({ attempts }: TrialsCard, { after }: Cut): readonly Attempt[] =>
  attempts.filter(({ attempt }) => attempt <= after);

const hasFirstRounds = (card: TrialsCard, cut: Cut): boolean =>
  card.irm !== null ||
  card.attempts.some(({ outcome }) => outcome === 'RETIRED') ||
  firstOf(card, cut).length === cut.after;
