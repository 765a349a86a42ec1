/** Measured trials: all that are left reach the edge of what can be, or none counts; the next one needs a distance. */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import { formatDecimal, type Micro } from '../../model/decimal.ts';
import type { Attempt } from '../../model/fact.ts';
import type { Irm } from '../../model/irm.ts';
import type { CompetitorFacts, OpenField, UnitContext } from '../contract.ts';
import { validMarks } from '../families/attempt-marks.ts';
import { type Cut, throughTo } from '../families/last-rounds.ts';
import type { Range } from '../families/range.ts';
import { HUNDREDTH } from '../rounding.ts';
import type { Outlook } from './outlook.ts';

interface TrialsCard {
  readonly code: CompetitorCode;
  readonly irm: Irm | null;
  readonly attempts: readonly Attempt[];
}

export interface TrialsOptions<Card> {
  card(entry: Entry, facts: CompetitorFacts, context: UnitContext): Card;
  /** Rounds, where the setup does not say. */
  readonly attempts: number;
  readonly cut: Cut | null;
  readonly absent: readonly Irm[];
  readonly marks: Range;
}

export function trialsOutlook<Card extends TrialsCard>({
  card: cardOf,
  marks,
  ...rounds
}: TrialsOptions<Card>): Outlook<Card, OpenField<Card>> {
  const withMarks = (entry: Entry, context: UnitContext, attempts: readonly number[], mark: Micro): Card => {
    const { code } = entry.competitor;
    const facts = context.factsOf(code);
    const more = attempts.map((attempt): Attempt => ({ competitor: code, attempt, outcome: 'VALID', mark }));
    return cardOf(entry, { ...facts, attempts: [...facts.attempts, ...more] }, context);
  };
  return {
    prospects: (entry, card, field, apart) => {
      const left = attemptsLeft(card, field, rounds);
      const worst = cardOf(entry, field.over.factsOf(entry.competitor.code), field.over);
      if (left.length === 0) return { best: worst, worst, isDone: true };
      return {
        best: withMarks(entry, field.over, left, marks.most - apart * HUNDREDTH),
        worst,
        isDone: false,
      };
    },
    next: (entry, card, field) => {
      const [attempt] = attemptsLeft(card, field, rounds);
      if (attempt === undefined) return null;
      return {
        ...{ least: marks.least, most: marks.most, step: HUNDREDTH, more: true },
        card: (mark) => withMarks(entry, field.context, [attempt], mark),
        text: (mark) => formatDecimal(mark, 2),
      };
    },
  };
}

/** Numbers of the trials that somebody may still have. */
function attemptsLeft<Card extends TrialsCard>(
  { code, irm, attempts }: Card,
  field: OpenField<Card>,
  { attempts: usual, cut, absent }: Pick<TrialsOptions<Card>, 'attempts' | 'cut' | 'absent'>,
): readonly number[] {
  if (irm !== null || attempts.some(({ outcome }) => outcome === 'RETIRED')) return [];
  const all = field.context.setup.attempts ?? usual;
  const most = cut === null || isThrough(code, field.cards, cut, absent) ? all : Math.min(all, cut.after);
  const taken = new Set(attempts.map(({ attempt }) => attempt));
  return Array.from({ length: most }, (_none, index) => index + 1).filter((number) => !taken.has(number));
}

/** In the last rounds for all that is known: nobody is cut before the first rounds are over for everybody. */
function isThrough(
  code: CompetitorCode,
  cards: readonly TrialsCard[],
  cut: Cut,
  absent: readonly Irm[],
): boolean {
  const present = cards.filter(({ irm }) => !absent.includes(irm ?? ''));
  if (!present.every((card) => hasFirstRounds(card, cut))) return true;
  const marked = present.map((card) => ({ code: card.code, marks: validMarks(firstOf(card, cut)) }));
  return throughTo(marked, cut)?.some((each) => each.code === code) ?? true;
}

const firstOf = ({ attempts }: TrialsCard, { after }: Cut): readonly Attempt[] =>
  attempts.filter(({ attempt }) => attempt <= after);

const hasFirstRounds = (card: TrialsCard, cut: Cut): boolean =>
  card.irm !== null ||
  card.attempts.some(({ outcome }) => outcome === 'RETIRED') ||
  firstOf(card, cut).length === cut.after;
