/**
 * Combined events: a part to come brings the points of the best mark that there can be, or the athlete withdraws. A total that is not complete says nothing:
 * what is needed is told against who has done the part, or comes to the best that the start list gives.
 */
import type { CompetitorCode, Entry } from '../../src/model/competitor.ts';
import { formatDecimal } from '../../src/model/decimal.ts';
import type { Irm } from '../../src/model/irm.ts';
import type { PartsContext, Ranked } from '../../src/rules/contract.ts';
import { neededMark } from '../../src/rules/outlook/needs.ts';
import type { EnoughInUnit, ListOutlook, PartToCome, UnitToCome } from '../../src/rules/outlook/outlook.ts';
import { type Contestant, keyOf, possiblePlaces } from '../../src/rules/outlook/places.ts';
import { compareSortKeys } from '../../src/rules/rank.ts';
import { isPartOf, pointsForResult, type ScoredEvent } from './scored-event.ts';

interface SumCard {
  readonly irm: Irm | null;
  readonly scored: boolean;
  readonly total: number;
  readonly parts: readonly { readonly points: number | null }[];
  readonly beaten: number;
  readonly highest: number;
}

export interface CombinedOutlookOptions<Card> {
  readonly events: readonly ScoredEvent[];
  readonly ranked: Ranked<Card>;
  /** The same, each with what separates it from the others, where these are all that have its total. */
  among(cards: readonly Card[]): readonly Card[];
}

/** A part that somebody has still something to do in. */
interface PartLeft {
  /** Which of the events. */
  readonly at: number;
  readonly unit: UnitToCome['unit'];
  readonly part: PartToCome;
  pointsFor(result: string | null): number;
}

interface Athlete<Card> extends Contestant<Card> {
  readonly code: CompetitorCode;
  readonly card: Card;
  readonly left: readonly PartLeft[];
  /** What others are held against: the card as it stands, or with the own best in the part that is left. */
  readonly expected: Card;
  /** The own best that is in it. */
  readonly reference: string | null;
  /** Nothing of it is still to come. */
  readonly isComparable: boolean;
}

export const combinedOutlook = <Card extends SumCard>(
  options: CombinedOutlookOptions<Card>,
): ListOutlook<PartsContext, Card> => ({
  looksIntoUnits: true,
  places: (context, toCome, cards) => {
    const { ranked } = options;
    const all = context.entries.map((entry) =>
      athleteOf(entry, cards.get(entry.competitor.code)!, toCome, options),
    );
    const isOver = all.every(({ left }) => left.length === 0);
    const contestants = isOver ? all.map((each) => ({ ...each, best: each.card, worst: each.card })) : all;
    const key = (card: Card) => keyOf(card, ranked, context);
    const inOrder = all.toSorted((one, other) => compareSortKeys(key(one.expected), key(other.expected)));
    const isAhead = (one: Card, other: Card): boolean => compareSortKeys(key(one), key(other)) < 0;
    return {
      places: possiblePlaces(contestants, ranked, context),
      enough: (code, last) => enoughFor(code, last, inOrder, { ...options, isAhead }),
    };
  },
});

function athleteOf<Card extends SumCard>(
  entry: Entry,
  card: Card,
  toCome: readonly UnitToCome[],
  { events }: CombinedOutlookOptions<Card>,
): Athlete<Card> {
  const { code } = entry.competitor;
  const left = card.irm === null ? toCome.flatMap((unit) => leftIn(unit, code, events)) : [];
  const [only, ...more] = left;
  const isStanding = only === undefined || (more.length === 0 && card.parts[only.at]!.points !== null);
  const own = isStanding || more.length > 0 ? null : bestOf(only.part, only);
  const best = left.reduce((sum, each) => withPoints(sum, each, each.pointsFor(each.part.best)), card);
  return {
    ...{ entry, code, card, left },
    isDone: left.length === 0,
    // Who is level with somebody can come before or behind, as long as anything is to come.
    best: { ...best, beaten: Infinity },
    worst: left.length === 0 ? { ...card, beaten: -1 } : { ...card, irm: WITHDRAWN },
    expected: own === null ? card : withPoints(card, only!, own.points),
    reference: own?.result ?? null,
    isComparable: isStanding || own !== null,
  };
}

const WITHDRAWN: Irm = 'DNF';

function leftIn(unit: UnitToCome, code: CompetitorCode, events: readonly ScoredEvent[]): PartLeft[] {
  const at = events.findIndex((event) => isPartOf(unit.unit, event));
  const part = unit.starters.includes(code) ? unit.partOf(code) : null;
  if (at < 0 || part === null || part.isDone) return [];
  const pointsFor = (result: string | null): number =>
    (result === null ? null : pointsForResult(events[at]!, result, unit.setup)) ?? 0;
  return [{ at, unit: unit.unit, part, pointsFor }];
}

/** Of this season, or of all. */
function bestOf(
  { bests: { SB, PB } }: PartToCome,
  { pointsFor }: PartLeft,
): { readonly result: string; readonly points: number } | null {
  const result = SB ?? PB ?? null;
  const points = pointsFor(result);
  return result === null || points === 0 ? null : { result, points };
}

/** The card as it is with so many points in a part. */
function withPoints<Card extends SumCard>(card: Card, { at }: Pick<PartLeft, 'at'>, points: number): Card {
  const before = card.parts[at]!.points ?? 0;
  const parts = card.parts.with(at, { ...card.parts[at]!, points });
  const highest = Math.max(card.highest, points);
  return { ...card, scored: true, parts, total: card.total - before + points, highest };
}

interface Comparing<Card> extends CombinedOutlookOptions<Card> {
  /** Of two that have the same total. */
  isAhead(one: Card, other: Card): boolean;
}

/** The worst mark in the only part that is left with which so many at most are in front. */
function enoughFor<Card extends SumCard>(
  code: CompetitorCode,
  last: number,
  inOrder: readonly Athlete<Card>[],
  comparing: Comparing<Card>,
): EnoughInUnit | null {
  const { card, left } = inOrder.find((each) => each.code === code)!;
  const [only, ...more] = left;
  const next = only?.part.next ?? null;
  if (next === null || more.length > 0) return null;
  const others = inOrder.filter((each) => each.code !== code);
  const holder = others[last - 1];
  if (holder?.isComparable !== true) return null;
  const placed = others.map(({ expected }) => expected).filter(({ irm, scored }) => irm === null && scored);
  const mark = neededMark(
    next,
    (result) => countAhead(withPoints(card, only!, only!.pointsFor(result)), placed, comparing) < last,
  );
  if (mark === null) return null;
  const { reference } = holder;
  return {
    ...{ unit: only!.unit, mark: next.text(mark), value: formatDecimal(mark) },
    ...(reference === null ? {} : { rival: holder.code, rivalMark: reference }),
  };
}

/** Those who have the same total are asked again what separates them. */
function countAhead<Card extends SumCard>(
  card: Card,
  others: readonly Card[],
  { among, isAhead }: Comparing<Card>,
): number {
  const level = others.filter(({ total }) => total === card.total);
  const [own, ...rivals] = among([card, ...level]);
  return (
    others.filter(({ total }) => total > card.total).length +
    rivals.filter((rival) => isAhead(rival, own!)).length
  );
}
