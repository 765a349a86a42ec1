/**
 * Combined events: every part is scored by a table, the sum counts (TR 39). A part without a valid
 * mark scores nothing; who does not start a part has withdrawn. The places after each part look at
 * the whole field, so all cards are made together.
 */
import type { CompetitorCode, Entry } from '../../src/model/competitor.ts';
import { type Micro, ONE } from '../../src/model/decimal.ts';
import type { Irm } from '../../src/model/irm.ts';
import type { Column, CombinedPartDetails, ResultType } from '../../src/model/row.ts';
import { officialWind, windText } from '../../src/model/wind-text.ts';
import type {
  Criterion,
  MarkOf,
  Part,
  PartsContext,
  Ranked,
  RuleId,
  Standing,
  WholePartsRule,
} from '../../src/rules/contract.ts';
import { type Clause, most } from '../../src/rules/criteria.ts';
import { wholeUnitIrm } from '../../src/rules/families/whole-unit-irm.ts';
import { combinedOutlook } from './combined-outlook.ts';
import { isPartOf, pointsForResult, type ScoredEvent } from './scored-event.ts';

export interface CombinedOptions {
  /** In the order of competition. */
  readonly events: readonly ScoredEvent[];
  readonly clauses: { readonly total: Clause; readonly moreEvents?: Clause; readonly highest?: Clause };
  readonly columns: readonly Column[];
  readonly irmOrder: readonly Irm[];
  /** With more wind from behind in the mean of the events that measure it, a total cannot be a record (CR 31). */
  readonly legalWind: Micro;
}

interface ScoredPart {
  readonly unit: string;
  readonly name: string;
  /** Null while nothing can be scored. */
  readonly points: number | null;
  readonly result: string | null;
  readonly resultType: ResultType | null;
  readonly irm: Irm | null;
  readonly rank: number | null;
  /** As read: of the race, of the best jump. */
  readonly wind: Micro | null;
  /** Running total and the place it gives in the field. */
  readonly total: number | null;
  readonly totalRank: number | null;
}

export interface CombinedCard {
  readonly irm: Irm | null;
  readonly total: number;
  readonly scored: boolean;
  readonly parts: readonly ScoredPart[];
  /** Among athletes with the same total: parts in which this one beats another one of them. */
  readonly beaten: number;
  /** The highest points in one part. */
  readonly highest: number;
}

type Sheet = Omit<CombinedCard, 'beaten'>;

const WITHDRAWN: Irm = 'DNF';
const NOT_STARTED: Irm = 'DNS';

export function combined(id: RuleId, options: CombinedOptions): WholePartsRule<CombinedCard> {
  const { events, columns, irmOrder } = options;
  const ranked: Ranked<CombinedCard> = {
    ...{ id, columns, irmOrder, standing },
    criteria: criteriaOf(options),
    progress: [{ code: 'POINTS', clause: '', key: ({ total }) => -total }],
    mark: (card) => markOf(card, options),
    gap: { as: 'NUMBER', decimals: 0 },
  };
  return {
    ...ranked,
    over: 'parts',
    type: 'CUMULATIVE_RESULT',
    cards: (context, before) => cardsOf(context, before, options),
    outlook: combinedOutlook<CombinedCard>({
      events,
      ranked,
      among: (cards) => cards.map((card) => ({ ...card, beaten: eventsWon(card, cards) })),
    }),
  };
}

function criteriaOf({ clauses }: CombinedOptions): Criterion<CombinedCard>[] {
  const { total, moreEvents, highest } = clauses;
  const criteria = [most<CombinedCard>(total, (card) => card.total)];
  if (moreEvents !== undefined) criteria.push(most(moreEvents, (card) => card.beaten));
  if (highest !== undefined) criteria.push(most(highest, (card) => card.highest));
  return criteria;
}

function cardsOf(
  context: PartsContext,
  before: ReadonlyMap<CompetitorCode, CombinedCard>,
  options: CombinedOptions,
): ReadonlyMap<CompetitorCode, CombinedCard> {
  const sheets = new Map<CompetitorCode, Sheet>();
  for (const entry of context.entries)
    sheets.set(entry.competitor.code, sheetOf(entry, context, options.events));
  const field = withTotalRanks(sheets, options.events.length);
  const rivals = byTotal(field.values());
  const cards = new Map<CompetitorCode, CombinedCard>();
  for (const [code, sheet] of field) {
    const card = { ...sheet, beaten: eventsWon(sheet, rivals.get(sheet.total)!) };
    const known = before.get(code);
    cards.set(code, known !== undefined && saysTheSame(known, card) ? known : card);
  }
  return cards;
}

function byTotal(sheets: Iterable<Sheet>): ReadonlyMap<number, readonly Sheet[]> {
  const groups = new Map<number, Sheet[]>();
  for (const sheet of sheets) {
    const group = groups.get(sheet.total);
    if (group === undefined) groups.set(sheet.total, [sheet]);
    else group.push(sheet);
  }
  return groups;
}

function saysTheSame(one: CombinedCard, other: CombinedCard): boolean {
  const { parts: before, ...sums } = one;
  const { parts: now, ...newSums } = other;
  return sameFields(sums, newSums) && before.every((part, index) => sameFields(part, now[index]!));
}

function sameFields<T extends object>(one: T, other: T): boolean {
  for (const key of Object.keys(one) as (keyof T)[]) if (one[key] !== other[key]) return false;
  return true;
}

/** What one athlete did in each event, and the sum. */
function sheetOf(entry: Entry, context: PartsContext, events: readonly ScoredEvent[]): Sheet {
  const { code } = entry.competitor;
  const units = context.partsOf(code);
  const parts: ScoredPart[] = [];
  let total = 0;
  for (const event of events) {
    const part = scoredPart(event, units);
    total += part.points ?? 0;
    parts.push({ ...part, total: part.points === null ? null : total });
  }
  return {
    irm: wholeUnitIrm(context.factsOf(code)) ?? withdrawal(parts),
    total,
    scored: parts.some(({ points }) => points !== null),
    parts,
    highest: Math.max(0, ...parts.map(({ points }) => points ?? 0)),
  };
}

/** Not starting a part is withdrawing; who did not start the first one did not start at all. */
function withdrawal(parts: readonly ScoredPart[]): Irm | null {
  const missed = parts.findIndex(({ irm }) => irm === NOT_STARTED);
  if (missed < 0) return null;
  return missed === 0 ? NOT_STARTED : WITHDRAWN;
}

function scoredPart(event: ScoredEvent, units: readonly Part[]): ScoredPart {
  const inEvent = units.filter(({ unit }) => isPartOf(unit, event));
  const part = inEvent.findLast(({ standing: { stage } }) => stage === 'RANKED') ?? inEvent.at(-1);
  return {
    unit: part?.unit ?? '',
    name: event.name,
    points: part === undefined ? null : pointsOf(event, part),
    result: part?.mark.result ?? null,
    resultType: part?.mark.resultType ?? null,
    irm: part?.standing.irm ?? null,
    rank: part?.rank ?? null,
    wind: (part?.card as WithWind | null | undefined)?.wind ?? null,
    total: null,
    totalRank: null,
  };
}

/** What cards of races and of jumps have in common. */
interface WithWind {
  readonly wind: Micro | null;
}

/** Points for the mark as published; 0 for a part that was started without a valid mark; null before. */
function pointsOf(
  event: ScoredEvent,
  { standing: { stage, irm }, mark: { result }, setup }: Part,
): number | null {
  if (stage === 'IRM') return irm === NOT_STARTED ? null : 0;
  return stage !== 'RANKED' || result === null ? null : pointsForResult(event, result, setup);
}

/** Adds the place that the running total gives after each part. */
function withTotalRanks(
  sheets: ReadonlyMap<CompetitorCode, Sheet>,
  events: number,
): Map<CompetitorCode, Sheet> {
  const ranks = new Map<CompetitorCode, (number | null)[]>();
  for (const code of sheets.keys()) ranks.set(code, new Array(events).fill(null));
  for (let index = 0; index < events; index += 1) {
    const totals = [...sheets.values()]
      .map(({ parts }) => parts[index]!.total)
      .filter((total) => total !== null);
    for (const [code, { parts }] of sheets) {
      const own = parts[index]!.total;
      if (own !== null) ranks.get(code)![index] = 1 + totals.filter((total) => total > own).length;
    }
  }
  const ranked = new Map<CompetitorCode, Sheet>();
  for (const [code, sheet] of sheets) {
    const parts = sheet.parts.map((part, index) => ({ ...part, totalRank: ranks.get(code)![index]! }));
    ranked.set(code, { ...sheet, parts });
  }
  return ranked;
}

/** Parts in which the athlete has more points than another one of the tied, counted per rival. */
function eventsWon(own: Sheet, rivals: readonly Sheet[]): number {
  let won = 0;
  for (const rival of rivals) {
    own.parts.forEach(({ points }, index) => {
      if ((points ?? 0) > (rival.parts[index]!.points ?? 0)) won += 1;
    });
  }
  return won;
}

function standing({ irm, scored }: CombinedCard): Standing {
  if (irm !== null) return { stage: 'IRM', irm };
  return { stage: scored ? 'RANKED' : 'WAITING', irm: null };
}

function markOf({ irm, total, scored, parts }: CombinedCard, { legalWind }: CombinedOptions): MarkOf {
  const counts = irm === null && scored;
  const shown = parts.filter(({ unit }) => unit !== '').map(partDetails);
  return {
    result: counts ? String(total) : null,
    resultType: counts ? 'POINTS' : null,
    ...(counts ? { value: total * ONE } : {}),
    details: shown.length === 0 ? {} : { combined: { parts: shown } },
    ...(isTooWindyInTheMean(parts, legalWind) ? { recordResult: null } : {}),
  };
}

/** The mean of the readings as published, of the events whose wind was measured. */
function isTooWindyInTheMean(parts: readonly ScoredPart[], legal: Micro): boolean {
  const winds = parts.flatMap(({ wind }) => (wind === null ? [] : [officialWind(wind)]));
  return winds.reduce((sum, wind) => sum + wind, 0) > legal * winds.length;
}

function partDetails(part: ScoredPart): CombinedPartDetails {
  const { unit, name, result, resultType, irm, points, rank, wind, total, totalRank } = part;
  return {
    unit,
    name,
    ...(result === null ? {} : { result }),
    ...(resultType === null ? {} : { resultType }),
    ...(irm === null ? {} : { irm }),
    ...(points === null ? {} : { points: String(points) }),
    ...(rank === null ? {} : { rank }),
    ...(wind === null ? {} : { wind: windText(wind) }),
    ...(total === null ? {} : { total: String(total) }),
    ...(totalRank === null ? {} : { totalRank }),
  };
}
