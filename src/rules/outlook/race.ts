/** Races against the clock: who is not there yet comes in as fast as anybody can, or not at all. */
import type { Entry } from '../../model/competitor.ts';
import type { Micro } from '../../model/decimal.ts';
import type { Passing } from '../../model/fact.ts';
import type { Irm } from '../../model/irm.ts';
import { timeText } from '../../model/time-text.ts';
import type { CompetitorFacts, OpenField, Stage, UnitContext } from '../contract.ts';
import { FINISH, isFinish, type Reached, type StartType } from '../families/course.ts';
import type { Range } from '../families/range.ts';
import { decimalsOf, type Precision } from '../rounding.ts';
import type { NextMark, Outlook, Prospects } from './outlook.ts';

interface RaceCard {
  readonly stage: Stage;
  readonly confirmed: boolean;
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

export function raceOutlook<Card extends RaceCard>(
  options: RaceOptions<Card>,
): Outlook<Card, OpenField<Card>> {
  return {
    allAtOnce: true,
    prospects: (entry, card, { over }, apart) => prospectsOf(entry, card, over, apart, options),
    next: (entry, card, { context }) => nextOf(entry, card, context, options),
  };
}

function prospectsOf<Card extends RaceCard>(
  entry: Entry,
  { splits }: Card,
  over: UnitContext,
  apart: number,
  options: RaceOptions<Card>,
): Prospects<Card> {
  const { card: cardOf, compare, pending, byPicture } = options;
  const facts = over.factsOf(entry.competitor.code);
  const worst = cardOf(entry, facts, over);
  const free = { ...facts, irms: facts.irms.filter(({ code }) => !pending.includes(code ?? '')) };
  const undecided = free.irms.length === facts.irms.length ? worst : cardOf(entry, free, over);
  if (undecided.stage === 'IRM') return { best: worst, worst, isDone: true };
  const there = facts.passings.find(isFinish);
  if (there !== undefined && undecided.confirmed) {
    const isOpen = byPicture && there.order === undefined;
    const best = isOpen ? cardOf(entry, withFinish(free, { ...there, order: 0 }), over) : undecided;
    return { best, worst, isDone: true };
  }
  const since = (splits.at(-1)?.time ?? 0) - offsetOf(entry, options);
  const time = Math.max(rangeOf(options).least, since + compare.step) + apart * compare.step;
  const finish = {
    competitor: entry.competitor.code,
    point: FINISH,
    time,
    ...(byPicture ? { order: 0 } : {}),
  };
  return { best: cardOf(entry, withFinish(free, finish), over), worst, isDone: false };
}

/** Nobody is waited for before the own start. */
function nextOf<Card extends RaceCard>(
  entry: Entry,
  { stage, confirmed }: Card,
  context: UnitContext,
  options: RaceOptions<Card>,
): NextMark<Card> | null {
  const { card: cardOf, display, startType } = options;
  if (stage === 'IRM' || confirmed || (stage === 'WAITING' && startType !== 'mass')) return null;
  const { code } = entry.competitor;
  const facts = context.factsOf(code);
  const offset = offsetOf(entry, options);
  const { least, most } = rangeOf(options);
  return {
    ...{
      least: Math.ceil((least + offset) / display.step) * display.step,
      most,
      step: display.step,
      more: false,
    },
    card: (mark) =>
      cardOf(entry, withFinish(facts, { competitor: code, point: FINISH, time: mark - offset }), context),
    text: (mark) => timeText(mark, decimalsOf(display.step)),
  };
}

/** In a pursuit the start of the first counts for all. */
const offsetOf = ({ startOffset = 0 }: Entry, { startType }: { startType: StartType }): Micro =>
  startType === 'pursuit' ? startOffset : 0;

const rangeOf = ({ finish, compare }: Pick<RaceOptions<never>, 'finish' | 'compare'>): Range =>
  finish ?? { least: compare.step, most: DAY };

const withFinish = (facts: CompetitorFacts, finish: Passing): CompetitorFacts => ({
  ...facts,
  passings: [...facts.passings.filter((passing) => !isFinish(passing)), finish],
});
