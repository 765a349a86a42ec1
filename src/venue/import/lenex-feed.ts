/**
 * A LENEX meet as facts: what there is to know of a race before it, and then race by race what its timing would have sent. Start
 * lists come before the session or as soon as the phase before is over.
 */
import type { Instant } from '../../model/fact.ts';
import { formatInstant } from '../../model/instant.ts';
import type { Rsc } from '../../model/rsc.ts';
import type { Clocks } from './clocks.ts';
import { competitionFact } from './competition-fact.ts';
import { type FeedFact, FeedWriter, inTimeOrder, type Said } from './feed-writer.ts';
import { lowest } from './grouped.ts';
import type { LenexMeet } from './lenex-meet.ts';
import { type Heat, type Round, resultsOf } from './lenex-programme.ts';
import { type Progress, progressOf } from './lenex-progress.ts';
import { BEFORE_RACE, raceFacts } from './lenex-race.ts';
import type { LenexCompetitor, LenexMember, LenexResult } from './lenex-starters.ts';
import { seconds, Timetable } from './lenex-timetable.ts';
import type { ImportReport } from './report.ts';

export function lenexFacts(
  meet: LenexMeet,
  rounds: readonly Round[],
  clocks: Clocks,
  report: ImportReport,
): Iterable<FeedFact> {
  const progress = progressOf(rounds, meet.nationalTeams);
  const writer = new FeedWriter(`LENEX-${meet.name}`, report);
  const timetable = new Timetable(rounds, clocks);
  const written = new Set<Rsc>();
  const first = lowest(rounds.map((round) => timetable.published(round)));
  if (first !== null) {
    const { name, organisations } = meet;
    const about = { discipline: 'SWM', name, clocks, organisations, utcOffset: null };
    writer.add(first, 0, () => [competitionFact(about, first, report)]);
  }
  for (const round of rounds) {
    const at = timetable.published(round);
    const above = aboveFacts(round, at, progress.get(round.phaseRsc) ?? null, written);
    if (above.length > 0) writer.add(at, round.event.line, () => above);
    const { distance, legs, line } = round.event;
    writer.add(at, line, () => announced(round, at, timetable, meet));
    for (const heat of round.heats) {
      const slot = timetable.slot(heat.unit);
      writer.add(slot.start - BEFORE_RACE, line, () => inTimeOrder(raceFacts(heat, slot, distance * legs)));
    }
  }
  for (const [phase, { withdrawn }] of progress) {
    const swum = rounds.filter(({ phaseRsc, swimOff }) => phaseRsc === phase && !swimOff);
    const at = timetable.endOf(swum) + seconds(100);
    const said = withdrawn.map((competitor) => ({
      at,
      unit: phase,
      said: { advance: { competitor, mark: '-' } },
    }));
    writer.add(at, 0, () => said);
  }
  return { [Symbol.iterator]: () => writer.facts() };
}

/** What is said once of an event and of a phase. */
function aboveFacts(round: Round, at: Instant, progress: Progress | null, written: Set<Rsc>): Said[] {
  const { eventRsc, phaseRsc, eventName } = round;
  const said: Said[] = [];
  if (!written.has(eventRsc) && eventName !== null)
    said.push({ at, unit: eventRsc, said: { setup: { event: eventName } } });
  if (!written.has(phaseRsc) && progress !== null)
    said.push({ at, unit: phaseRsc, said: { setup: { advance: [advanceOf(progress)] } } });
  written.add(eventRsc).add(phaseRsc);
  return said;
}

const advanceOf = ({ count, maxPerOrganisation }: Progress): FeedFact => ({
  by: 'best',
  count,
  mark: 'Q',
  ...(maxPerOrganisation === null ? {} : { maxPerOrganisation }),
});

function* announced(round: Round, at: Instant, timetable: Timetable, { city }: LenexMeet): Generator<Said> {
  const location = city === '' ? {} : { location: city };
  const points = pointsOf(round);
  for (const { unit, final } of round.heats) {
    const scheduledStart = formatInstant(timetable.slot(unit).start);
    const setup = { scheduledStart, ...location, points, ...(final === null ? {} : { final }) };
    yield { at, unit, said: { setup } };
    yield { at, unit, said: { schedule: { status: 'SCHEDULED', start: scheduledStart } } };
  }
  for (const heat of round.heats)
    yield { at, unit: heat.unit, said: { startList: { entries: entriesOf(heat) } } };
}

/** Where times were taken in this round, and the finish. */
function pointsOf(round: Round): FeedFact[] {
  const total = round.event.distance * round.event.legs;
  const distances = new Set(resultsOf(round).flatMap(({ splits }) => splits.map(({ distance }) => distance)));
  const before = [...distances].filter((distance) => distance < total).sort((one, other) => one - other);
  return [
    ...before.map((distance) => ({ code: `${distance}m`, distance: String(distance) })),
    { code: 'FIN', distance: String(total) },
  ];
}

function entriesOf({ results }: Heat): FeedFact[] {
  const laneOf = ({ lane }: LenexResult): number => (lane === null ? Number.MAX_SAFE_INTEGER : Number(lane));
  return [...results]
    .sort((one, other) => laneOf(one) - laneOf(other))
    .map(({ competitor, members, lane }, index) => ({
      competitor: {
        ...competitor,
        ...(members.length === 0 ? {} : { members: membersOf(members) }),
      },
      startOrder: index + 1,
      ...(lane === null ? {} : { lane }),
    }));
}

/** A swimmer who is given twice in one relay is there once. */
const membersOf = (members: readonly LenexMember[]): LenexCompetitor[] => [
  ...new Map(
    members.filter(({ listed }) => listed).map(({ competitor }) => [competitor.code, competitor]),
  ).values(),
];
