/**
 * A race: the order at the finish (A3). Some codes take a boat out of it, so that others move up (A6.1); others change her score
 * and leave every place as it is (A6.2, 44.3(c)).
 */
import { decimal, formatDecimal, type Micro } from '../../src/model/decimal.ts';
import type { Fact, Penalty, Score } from '../../src/model/fact.ts';
import type { Irm } from '../../src/model/irm.ts';
import type { Column } from '../../src/model/row.ts';
import type { CompetitorFacts, UnitRule } from '../../src/rules/contract.ts';
import type { Range } from '../../src/rules/families/range.ts';
import { type TimedCard, timedRace } from '../../src/rules/families/timed-race.ts';
import type { Objection } from '../../src/rules/held-facts.ts';
import { SECOND, THOUSANDTH, truncTo } from '../../src/rules/rounding.ts';
import { AVERAGES, codesIn, type Edition, KEEPS_PLACE } from './editions.ts';

export const RACE = 'sailing-race';
/** Component of a score fact: the points that the committee gives for a race, by redress or by hand. */
export const POINTS = 'POINTS';

/** What is added to the score of a boat that keeps her place. */
export interface ScorePenalty {
  readonly code: Irm;
  /** Null: as many as the book says. */
  readonly points: Micro | null;
}

export interface RaceCard extends TimedCard {
  readonly penalties: readonly ScorePenalty[];
  /** Code of redress: `RDG`, `RDGA`, `RDGB`. */
  readonly redress: Irm | null;
  /** Points that the committee gives in place of those of the race. */
  readonly given: Micro | null;
}

const COLUMNS: readonly Column[] = [
  { code: 'RANK', label: 'Rank', source: 'rank', align: 'right', width: 4 },
  { code: 'SAIL', label: 'Sail', source: 'bib', align: 'left', width: 9 },
  { code: 'NAME', label: 'Name', source: 'name', align: 'left', width: 28 },
  { code: 'ORGANISATION', label: 'NOC', source: 'organisation', align: 'left', width: 5 },
  { code: 'TIME', label: 'Time', source: 'result', align: 'right', width: 9 },
  { code: 'PENALTY', label: 'Code', source: 'details.timedRace.penalty', align: 'left', width: 8 },
];

/** From a minute (slalom) to a day. */
const FINISHES: Range = { least: decimal('20'), most: decimal('86400') };

export function raceRule(edition: Edition): UnitRule<RaceCard> {
  const precision = { round: truncTo, step: SECOND };
  // Places follow from codes as well: what is needed in a race is asked of the series.
  const {
    subcodes: _none,
    outlook: _ofTimes,
    ...timed
  } = timedRace(`SAL.RACE@${edition.year}`, {
    compare: { round: truncTo, step: THOUSANDTH },
    display: precision,
    ties: 'picture',
    irmOrder: codesIn(edition),
    clauses: {
      time: { code: 'FINISHED_EARLIER', clause: 'A3' },
      picture: { code: 'ORDER_AT_FINISH', clause: 'A3' },
    },
    limits: { finish: FINISHES },
    records: false,
    columns: COLUMNS,
  });
  return {
    ...timed,
    family: RACE,
    reads: ['passing', 'penalty', 'score'],
    card: (entry, facts, context) => ({
      ...timed.card(entry, outOfTheRace(facts), context),
      ...scoringOf(facts),
    }),
    mark: (card, context) => {
      const mark = timed.mark(card, context);
      const codes = shownCodes(card);
      if (codes === '') return mark;
      return { ...mark, details: { timedRace: { ...mark.details.timedRace!, penalty: codes } } };
    },
    check: checkScoring,
  };
}

const keepsPlace = ({ code }: { readonly code: Irm | null }): boolean =>
  code !== null && KEEPS_PLACE.includes(code);

/** What decides the place: codes that leave it as it is are no part of it. */
const outOfTheRace = (facts: CompetitorFacts): CompetitorFacts => ({
  ...facts,
  irms: facts.irms.filter((irm) => !keepsPlace(irm)),
  penalties: [],
});

function scoringOf({
  irms,
  penalties,
  scores,
}: CompetitorFacts): Pick<RaceCard, 'penalties' | 'redress' | 'given'> {
  const kept = irms.filter(keepsPlace).map(({ code }) => code!);
  const redress = kept.find((code) => code === 'RDG' || Object.hasOwn(AVERAGES, code)) ?? null;
  const named = penalties.map(({ kind, value }): ScorePenalty => ({ code: kind, points: value }));
  const bare = kept
    .filter((code) => code !== redress && !named.some((penalty) => penalty.code === code))
    .map((code): ScorePenalty => ({ code, points: null }));
  return { penalties: [...bare, ...named], redress, given: givenIn(scores) };
}

const givenIn = (scores: readonly Score[]): Micro | null =>
  scores.find(({ component }) => component === POINTS)?.value ?? null;

/** Redress by an average is shown as what it is. */
export const redressCode = (code: Irm): Irm => (Object.hasOwn(AVERAGES, code) ? 'RDG' : code);

const shownCodes = ({ penalties, redress }: RaceCard): string =>
  [...(redress === null ? [] : [redressCode(redress)]), ...penalties.map(({ code }) => code)].join(' ');

const MOST_POINTS = decimal('500');

function checkScoring(fact: Fact): Objection | null {
  if (fact.kind === 'penalty') return checkPenalty(fact.content);
  if (fact.kind !== 'score') return null;
  const { component, value } = fact.content;
  if (component !== POINTS)
    return { code: 'UNKNOWN_COMPONENT', message: `a race has ${POINTS}, no "${component}"` };
  return value >= 0 && value <= MOST_POINTS ? null : impossible(value);
}

function checkPenalty({ kind, measure, value }: Penalty): Objection | null {
  if (!KEEPS_PLACE.includes(kind))
    return { code: 'UNKNOWN_PENALTY', message: `"${kind}" is none of ${KEEPS_PLACE.join(', ')}` };
  if (measure !== 'PLACES' && measure !== 'POINTS')
    return {
      code: 'UNKNOWN_PENALTY',
      message: `${kind} in ${measure}: a score is made worse by places or points`,
    };
  return value >= 0 && value <= MOST_POINTS ? null : impossible(value);
}

const impossible = (value: Micro): Objection => ({
  code: 'IMPOSSIBLE_POINTS',
  message: `${formatDecimal(value)} points for one race`,
});
