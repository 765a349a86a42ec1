/** Races against the clock: who is not there yet comes in as fast as anybody can, or not at all. */
import type { Entry } from '../../model/competitor.ts';
import type { Micro } from '../../model/decimal.ts';
import type { IrmContent } from '../../model/fact.ts';
import type { Irm } from '../../model/irm.ts';
import { timeText } from '../../model/time-text.ts';
import type { CompetitorFacts, OpenField, Stage, UnitContext } from '../contract.ts';
import { NO_LINE_ORDER, type Reached, type StartType } from '../families/course.ts';
import type { Range } from '../families/range.ts';
import { decimalsOf, type Precision } from '../rounding.ts';
import type { NextMark, Outlook, Prospects } from './outlook.ts';

interface RaceCard {
  readonly stage: Stage;
  readonly irm: IrmContent | null;
  readonly time: Micro | null;
  readonly confirmed: boolean;
  readonly lineOrder: number;
  readonly penalty: Micro;
  readonly splits: readonly Reached[];
}

export interface RaceOptions<Card> {
  card(entry: Entry, facts: CompetitorFacts, context: UnitContext): Card;
  readonly compare: Precision;
  readonly display: Precision;
  readonly startType: StartType;
  /** The picture can still part equal times. */
  readonly byPicture: boolean;
  /** Finish times that can be; default: from the first step to a day. */
  readonly finish?: Range | undefined;
  /** Marks that say that something is still to be decided: they can be taken back. */
  readonly pending: readonly Irm[];
}

const DAY: Micro = 86_400_000_000;

export const raceOutlook =
  <Card extends RaceCard>(options: RaceOptions<Card>) =>
  ({ context }: OpenField<Card>): Outlook<Card> => ({
    allAtOnce: true,
    prospects: (entry, card, apart) => prospectsOf(entry, card, apart, context, options),
    next: (entry, card) => nextOf(entry, card, options),
  });

function prospectsOf<Card extends RaceCard>(
  entry: Entry,
  worst: Card,
  apart: number,
  context: UnitContext,
  options: RaceOptions<Card>,
): Prospects<Card> {
  const { compare, byPicture } = options;
  const card = withoutPending(entry, worst, context, options);
  if (card.stage === 'IRM') return { best: worst, worst, isDone: true };
  if (card.confirmed) {
    const isOpen = byPicture && card.lineOrder === NO_LINE_ORDER;
    return { best: isOpen ? { ...card, lineOrder: 0 } : card, worst, isDone: true };
  }
  const offset = offsetOf(entry, options);
  const since = (card.splits.at(-1)?.time ?? 0) - offset;
  const time = Math.max(rangeOf(options).least, since + compare.step) + apart * compare.step;
  return { best: finished(card, time + offset, byPicture ? 0 : NO_LINE_ORDER), worst, isDone: false };
}

/** The card as it is if marks are taken back that can be; the same one where there is none. */
function withoutPending<Card extends RaceCard>(
  entry: Entry,
  card: Card,
  context: UnitContext,
  { card: cardOf, pending }: RaceOptions<Card>,
): Card {
  if (!pending.includes(card.irm?.code ?? '')) return card;
  const facts = context.factsOf(entry.competitor.code);
  const irms = facts.irms.filter(({ code }) => !pending.includes(code ?? ''));
  return cardOf(entry, { ...facts, irms }, context);
}

/** With this time at the finish; what was given for penalties comes to it. */
const finished = <Card extends RaceCard>(card: Card, time: Micro, lineOrder: number): Card => ({
  ...card,
  stage: 'RANKED',
  time: time + card.penalty,
  confirmed: true,
  lineOrder,
});

/** Nobody is waited for before the own start. */
function nextOf<Card extends RaceCard>(
  entry: Entry,
  card: Card,
  options: RaceOptions<Card>,
): NextMark<Card> | null {
  const { display, startType } = options;
  const { stage, confirmed } = card;
  if (stage === 'IRM' || confirmed || (stage === 'WAITING' && startType !== 'mass')) return null;
  const { least, most } = rangeOf(options);
  return {
    least: Math.ceil((least + offsetOf(entry, options)) / display.step) * display.step,
    ...{ most, step: display.step, more: false },
    card: (mark) => finished(card, mark, NO_LINE_ORDER),
    text: (mark) => timeText(mark, decimalsOf(display.step)),
  };
}

/** In a pursuit the start of the first counts for all. */
const offsetOf = ({ startOffset = 0 }: Entry, { startType }: { startType: StartType }): Micro =>
  startType === 'pursuit' ? startOffset : 0;

const rangeOf = ({ finish, compare }: Pick<RaceOptions<never>, 'finish' | 'compare'>): Range =>
  finish ?? { least: compare.step, most: DAY };
