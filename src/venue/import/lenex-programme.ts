/**
 * The programme of a LENEX meet in RSCs: which LENEX events are the phases of one event, which heats
 * are its units, where swim-offs, age groups, graded and timed finals belong.
 */
import { formatRsc, type Rsc } from '../../model/rsc.ts';
import { grouped } from './grouped.ts';
import { ImportError } from './import-error.ts';
import { partsOf } from './lenex-age-groups.ts';
import { type Chain, chainsOf, isSwimOff } from './lenex-chains.ts';
import type { LenexEvent, LenexSession } from './lenex-events.ts';
import type { LenexMeet } from './lenex-meet.ts';
import type { LenexResult } from './lenex-starters.ts';
import { OwnCodes } from './own-codes.ts';
import type { ImportReport } from './report.ts';
import type { Spool, SpooledList } from './spool.ts';

/** One LENEX event, or one age group of it. */
export interface Round {
  readonly event: LenexEvent;
  readonly session: LenexSession;
  readonly eventRsc: Rsc;
  readonly phaseRsc: Rsc;
  /** In words, where the RSC does not say it all (age groups). */
  readonly eventName: string | null;
  /** A swim-off between the tied of this phase. */
  readonly swimOff: boolean;
  readonly heats: readonly Heat[];
}

/** Everybody in a round, as the file has them. */
export const resultsOf = ({ heats }: Round): LenexResult[] =>
  heats.flatMap(({ results }) => [...results]).sort((one, other) => one.number - other.number);

export interface Heat {
  readonly unit: Rsc;
  /** Key of the LENEX heat. */
  readonly key: string;
  readonly daytime: number | null;
  /** `A`, `B` ... where places of the B-final follow those of the A-final. */
  readonly final: string | null;
  /** How far the file says that it is: `SEEDED`, `INOFFICIAL`, `OFFICIAL`, or nothing. */
  readonly status: string;
  readonly results: SpooledList<LenexResult>;
}

export const PHASES = ['HEAT', 'QFNL', 'SFNL', 'FNL-'] as const;
export type Phase = (typeof PHASES)[number];

/** All rounds with results or starters, session by session, in the order of the programme. */
export function programmeOf(meet: LenexMeet, report: ImportReport, spool: Spool): readonly Round[] {
  const swum = meet.sessions.flatMap((session) =>
    session.events.filter(({ id }) => meet.results.has(id)).map((event) => ({ event, session })),
  );
  const chains = chainsOf(swum.map(({ event }) => event));
  const numbers = new Map<Rsc, number>();
  const groupNumbers = new GroupNumbers();
  const eventCodes = new OwnCodes();
  const earlier = new Map<Rsc, readonly Heat[]>();
  return swum.flatMap(({ event, session }) => {
    const chain = chains.get(event.id)!;
    return partsOf(event, [...meet.results.get(event.id)!], meet.ageDate, report).map((part): Round => {
      const suffix = chain.suffix + (part.name === null ? '' : `G${groupNumbers.of(chain, part.ages)}`);
      const code = eventCode(event, suffix, eventCodes);
      const phaseRsc = formatRsc({ ...code, phase: phaseOf(event, chain) });
      const eventRsc = formatRsc(code);
      const swimOff = isSwimOff(event);
      const numbered: Numbered = { phaseRsc, swimOff, numbers };
      const heats = heatsOf(event, part.results, numbered, earlier.get(eventRsc) ?? null).map(
        (heat): Heat => ({ ...heat, results: spool.listOf(heat.results) }),
      );
      if (!swimOff) earlier.set(eventRsc, heats);
      const eventName =
        suffix === '' ? null : [styleName(event), part.name ?? chain.suffix.slice(1)].join(' ');
      return { event, session, eventRsc, phaseRsc, eventName, swimOff, heats };
    });
  });
}

/** Age groups have the same number in all rounds of an event, whichever groups swim in each. */
class GroupNumbers {
  readonly #numbers = new Map<Chain['rounds'], Map<string, number>>();

  of({ rounds }: Chain, ages: string): number {
    const known = this.#numbers.get(rounds) ?? new Map<string, number>();
    this.#numbers.set(rounds, known);
    const number = known.get(ages) ?? known.size + 1;
    known.set(ages, number);
    return number;
  }
}

// Phases

// What a file says is looked up in maps: an object has more names than its own.
const PHASE_OF_ROUND: ReadonlyMap<string, Phase> = new Map([
  ['PRE', 'HEAT'],
  ['SOP', 'HEAT'],
  ['QUA', 'QFNL'],
  ['SOQ', 'QFNL'],
  ['SEM', 'SFNL'],
  ['SOS', 'SFNL'],
]);

/** Timed finals that a final follows are heats. */
function phaseOf({ round }: LenexEvent, { rounds }: Chain): Phase {
  if (round === 'TIM' && (rounds.has('FIN') || rounds.has('SEM'))) return 'HEAT';
  return PHASE_OF_ROUND.get(round) ?? 'FNL-';
}

// RSCs

const STROKE_CODES: ReadonlyMap<string, string> = new Map([
  ['FREE', 'FR'],
  ['BACK', 'BA'],
  ['BREAST', 'BR'],
  ['FLY', 'BF'],
  ['APNEA', 'AP'],
  ['BIFINS', 'BI'],
  ['DYNAMIC', 'DY'],
  ['IMMERSION', 'IN'],
  ['SURFACE', 'SU'],
]);

const EVENT_CODE_LENGTH = 18;

/** In RSCs, and in words. */
const GENDERS: ReadonlyMap<string, readonly [code: string, words: string]> = new Map([
  ['F', ['W', "Women's"]],
  ['M', ['M', "Men's"]],
  ['X', ['X', 'Mixed']],
]);
const OPEN = ['O', 'Open'] as const;

function eventCode(
  event: LenexEvent,
  suffix: string,
  codes: OwnCodes,
): { discipline: string; gender: string; event: string } {
  const { gender, legs, distance, stroke, round } = event;
  const style = stroke === 'MEDLEY' ? (legs > 1 ? 'MD' : 'IM') : (STROKE_CODES.get(stroke) ?? 'XX');
  const tail = `${round === 'TIMETRIAL' ? 'TT' : ''}${suffix}`;
  const code = `${legs > 1 ? `${legs}X` : ''}${distance}M${style}${tail === '' ? '' : `-${tail}`}`;
  return {
    discipline: 'SWM',
    gender: (GENDERS.get(gender) ?? OPEN)[0],
    event: codes.of(code, code, EVENT_CODE_LENGTH),
  };
}

function styleName({ gender, legs, distance, stroke }: LenexEvent): string {
  const [, who] = GENDERS.get(gender) ?? OPEN;
  const words = stroke.charAt(0) + stroke.slice(1).toLowerCase();
  return `${who} ${legs > 1 ? `${legs} x ` : ''}${distance}m ${words}`;
}

// Heats

/** Four digits of an RSC. */
const UNITS_MAX = 9999;

interface Numbered {
  readonly phaseRsc: Rsc;
  readonly swimOff: boolean;
  /** Units of the phase so far. */
  readonly numbers: Map<Rsc, number>;
}

function heatsOf(
  event: LenexEvent,
  results: readonly LenexResult[],
  { phaseRsc, swimOff, numbers }: Numbered,
  earlier: readonly Heat[] | null,
): NumberedHeat[] {
  const swum = lenexHeats(event, results);
  const counter = swimOff ? `${phaseRsc}SO` : phaseRsc;
  const graded = event.round === 'FIN' && swum.length > 1 && earlier !== null ? gradeOf(swum, earlier) : null;
  const ordered =
    graded === null ? swum : [...swum].sort((one, other) => (graded.get(one)! < graded.get(other)! ? -1 : 1));
  return ordered.map((heat) => {
    const number = (numbers.get(counter) ?? 0) + 1;
    numbers.set(counter, number);
    if (number > UNITS_MAX)
      throw new ImportError('LENEX_TOO_LARGE', `a round has more than ${UNITS_MAX} heats`);
    const code = `${String(number).padStart(4, '0')}${swimOff ? 'RR' : '00'}--`;
    return { ...heat, unit: phaseRsc.slice(0, 26) + code, final: graded?.get(heat) ?? null };
  });
}

type NumberedHeat = Omit<Heat, 'results'> & { readonly results: readonly LenexResult[] };
type SwumHeat = Omit<NumberedHeat, 'unit'>;

/** Heats in order of their numbers. Who was in no heat (a withdrawal) is listed with the first. */
function lenexHeats(event: LenexEvent, results: readonly LenexResult[]): SwumHeat[] {
  const described = new Map(event.heats.map((heat) => [heat.key, heat]));
  const keys = [...new Set(results.flatMap(({ heat }) => heat ?? []))];
  const numberOf = (key: string): number => described.get(key)?.number ?? Number(key);
  keys.sort((one, other) => numberOf(one) - numberOf(other));
  const [first = '1'] = keys;
  const swum = grouped(results, ({ heat }) => heat ?? first);
  return (keys.length === 0 ? [first] : keys).map((key) => ({
    key,
    daytime: described.get(key)?.daytime ?? null,
    final: described.get(key)?.final ?? null,
    status: described.get(key)?.status ?? '',
    results: swum.get(key) ?? [],
  }));
}

/**
 * Several heats of a final after heats are an A-final, a B-final ...: as the file says, or else the
 * one whose swimmers were faster before is the better one.
 */
function gradeOf(heats: readonly SwumHeat[], earlier: readonly Heat[]): Map<SwumHeat, string> {
  if (heats.every(({ final }) => final !== null)) return new Map(heats.map((heat) => [heat, heat.final!]));
  const swum = earlier.flatMap(({ results }) => [...results]);
  const before = new Map(swum.map(({ competitor, time }) => [competitor.code, time]));
  const mean = ({ results }: SwumHeat): number => {
    const times = results.flatMap(({ competitor }) => before.get(competitor.code) ?? []);
    return times.reduce((sum, time) => sum + time, 0) / Math.max(times.length, 1);
  };
  const sorted = [...heats].sort((one, other) => mean(one) - mean(other));
  return new Map(
    sorted.map((heat, index) => [heat, String.fromCharCode('A'.charCodeAt(0) + Math.min(index, 25))]),
  );
}
