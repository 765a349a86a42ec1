/** Incidents of sources, of what they say, and of units. */
import { isDecided } from '../model/result-status.ts';
import { eventRsc, unpad } from '../model/rsc.ts';
import type { Found, IncidentKind } from './kind.ts';
import type { Measured, RefusedFact, SourceSeen, UnitSeen } from './measured.ts';

/** A unit that is under way says something more often than this. */
const STALE_MS = 10 * 60_000;

/** Units that a source has a part in, and that are not over. */
const openUnitsOf = ({ events }: SourceSeen, units: readonly UnitSeen[]): readonly UnitSeen[] =>
  units.filter(({ unit, status }) => !isDecided(status) && events.includes(eventRsc(unit)));

function sourcesOf(unit: string, { sources }: Measured): readonly string[] {
  const event = eventRsc(unit);
  return sources.filter(({ events }) => events.includes(event)).map(({ source }) => source);
}

function grouped(
  facts: readonly RefusedFact[],
  aboutOf: (fact: RefusedFact) => string,
): Map<string, RefusedFact[]> {
  const groups = new Map<string, RefusedFact[]>();
  for (const fact of facts) {
    const group = groups.get(aboutOf(fact));
    if (group === undefined) groups.set(aboutOf(fact), [fact]);
    else group.push(fact);
  }
  return groups;
}

/** Whether a unit is the one of a fact, or in its event or phase. */
const isWithin = (unit: string, about: string): boolean => unit.startsWith(unpad(about));

/** Without an engine nobody can say how sources are. */
const areSourcesKnown = ({ sources }: Measured): boolean => sources.every(({ state }) => state !== 'unknown');

const missingIn = ({ holes }: SourceSeen): number =>
  holes.reduce((count, [from, to]) => count + to - from + 1, 0);

export const VENUE_INCIDENTS = {
  SOURCE_SILENT: {
    severity: 'NOW',
    alert: 'SplitsecondSourceSilent',
    forMs: 0,
    text: 'Source {source} is silent, units not over: {units}',
    action: 'Call the venue: its link, or its program. It sends what it kept when it is back.',
    hides: ['UNIT_STALE'],
    isKnown: areSourcesKnown,
    find: ({ sources, units }) =>
      sources
        .filter(({ state }) => state === 'silent')
        .map((source) => ({ source: source.source, units: openUnitsOf(source, units).length }))
        .filter((silent) => silent.units > 0)
        .map((values) => ({ about: values.source, values })),
  },
  FACTS_MISSING: {
    severity: 'NOW',
    alert: 'SplitsecondFactsMissing',
    forMs: 30_000,
    text: 'Facts of source {source} are missing: {count}',
    action:
      "Start the venue's program with its outbox: it sends them again. What no outbox has is asked of the venue and said anew.",
    hides: [],
    isKnown: areSourcesKnown,
    find: ({ sources }) =>
      sources
        .filter(({ state, holes }) => state === 'gap' || holes.length > 0)
        .map((source): Found => {
          const count = Math.max(1, missingIn(source));
          return { about: source.source, count, values: { source: source.source, count } };
        }),
  },
  FACTS_HELD: {
    severity: 'NOW',
    alert: 'SplitsecondFactsHeld',
    forMs: 0,
    text: 'Facts of {unit} are held ({count}): {reason}',
    action:
      'Ask the venue. If the value is right, release it at the desk; if it is wrong, the venue sends a corrected one.',
    hides: [],
    find: ({ held, units }) => [
      ...[...grouped(held, ({ unit }) => unit)].map(([unit, facts]) => ({
        about: unit,
        count: facts.length,
        values: { unit, count: facts.length, reason: facts.at(-1)!.reason },
      })),
      // What the document says goes before what this desk has read: the one that is held may be long ago.
      ...units
        .filter(
          ({ unit, reasons }) => reasons.includes('HELD') && !held.some((fact) => isWithin(unit, fact.unit)),
        )
        .map(({ unit }) => ({ about: unit, values: { unit, count: 1, reason: 'HELD' } })),
    ],
  },
  FACTS_REFUSED: {
    severity: 'TODAY',
    alert: 'SplitsecondFactsRefused',
    forMs: 0,
    text: 'Facts of venue {venue} refused in ten minutes: {count} ({codes})',
    action: 'Tell the venue code and reason: it sends each with the next number, corrected.',
    hides: [],
    find: ({ refusedLately }) =>
      [...grouped(refusedLately, ({ venue }) => venue)].map(([venue, facts]) => ({
        about: venue,
        count: facts.length,
        values: { venue, count: facts.length, codes: [...new Set(facts.map(({ code }) => code))].join(', ') },
      })),
  },
  UNIT_STALE: {
    severity: 'TODAY',
    alert: 'SplitsecondUnitStale',
    forMs: 0,
    text: 'Nothing was said of unit {unit} for {minutes} min, and it is under way',
    action: 'Ask the venue whether it is interrupted or over: then it says so.',
    hides: [],
    find: (measured) =>
      measured.units
        .filter(({ status, ageMs }) => status === 'LIVE' && ageMs !== null && ageMs > STALE_MS)
        .map(({ unit, ageMs }) => ({
          about: unit,
          values: { unit, minutes: Math.floor(ageMs! / 60_000) },
          within: [unit, ...sourcesOf(unit, measured)],
        })),
  },
} as const satisfies Readonly<Record<string, IncidentKind>>;
