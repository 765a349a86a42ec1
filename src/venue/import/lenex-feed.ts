/**
 * A LENEX meet as the facts that its timing would have sent: start lists before the session or as
 * soon as the phase before is over, then race by race the start, reactions, splits, touches, and the
 * result unofficial and official. Times of day are taken as UTC, since LENEX names no time zone;
 * races follow each other without overlapping where the programme is too tight.
 */
import { decimal, formatDecimal, type Micro, ONE } from '../../model/decimal.ts';
import type { Instant } from '../../model/fact.ts';
import { formatInstant } from '../../model/instant.ts';
import type { Rsc } from '../../model/rsc.ts';
import { codeText, type FeedFact, FeedWriter } from './feed-writer.ts';
import { grouped } from './grouped.ts';
import type { LenexCompetitor, LenexMeet, LenexResult, LenexSession } from './lenex-meet.ts';
import { type Heat, programmeOf, type Round } from './lenex-programme.ts';
import { type Progress, progressOf } from './lenex-progress.ts';

const seconds = (count: number): number => count * ONE;
const minutes = (count: number): number => seconds(count * 60);

/** Between the last touch of one race and the next start. */
const BETWEEN_RACES = seconds(90);
const BETWEEN_SESSIONS = minutes(20);
/** A race without any time takes as long as this in the programme. */
const EMPTY_RACE = seconds(30);
const LISTS_BEFORE_SESSION = minutes(30);

export function lenexFacts(meet: LenexMeet): Generator<FeedFact> {
  const rounds = programmeOf(meet);
  const progress = progressOf(rounds, meet.nationalTeams);
  const writer = new FeedWriter(`LENEX-${meet.name}`);
  const timetable = timetableOf(rounds);
  const written = new Set<Rsc>();
  for (const round of rounds) {
    const published = publicationOf(round, rounds, timetable);
    writeSetups(writer, round, {
      at: published,
      timetable,
      meet,
      progress: progress.get(round.phaseRsc) ?? null,
      written,
    });
    for (const heat of round.heats) {
      writeStartList(writer, heat, published);
      writeRace(writer, heat, timetable.get(heat.unit)!, round);
    }
  }
  for (const [phase, { withdrawn }] of progress) {
    const over = endOf(
      rounds.filter(({ phaseRsc, swimOff }) => phaseRsc === phase && !swimOff),
      timetable,
    );
    for (const competitor of withdrawn)
      writer.add(over + seconds(100), phase, { advance: { competitor, mark: '-' } });
  }
  return writer.facts();
}

// Timetable

interface Slot {
  readonly start: Instant;
  /** The last touch. */
  readonly end: Instant;
}

type Timetable = ReadonlyMap<Rsc, Slot>;

function timetableOf(rounds: readonly Round[]): Timetable {
  const timetable = new Map<Rsc, Slot>();
  const sessions = [...grouped(rounds, ({ session }) => session)];
  sessions.sort(([one], [other]) => sessionStart(one) - sessionStart(other));
  let free = 0;
  for (const [session, swum] of sessions) {
    const opens = Math.max(sessionStart(session), free);
    free = opens;
    for (const { at, units, duration } of races(swum, session)) {
      const planned = at !== null && at - opens < minutes(8 * 60) ? at : 0;
      const start = Math.max(free, planned);
      for (const unit of units) timetable.set(unit, { start, end: start + duration });
      free = start + duration + BETWEEN_RACES;
    }
    free += BETWEEN_SESSIONS;
  }
  return timetable;
}

const midnight = ({ date }: LenexSession): Instant => Date.parse(`${date}T00:00:00Z`) * 1000;
const sessionStart = (session: LenexSession): Instant =>
  midnight(session) + minutes(session.daytime ?? 9 * 60);

interface Race {
  readonly at: Instant | null;
  readonly units: readonly Rsc[];
  readonly duration: Micro;
}

/** Races in the water: age groups of one heat swim together. A graded final comes last. */
function races(rounds: readonly Round[], session: LenexSession): Race[] {
  return [...grouped(rounds, ({ event }) => event)].flatMap(([event, parts]) => {
    const heats = parts.flatMap((part) => part.heats);
    const together = [...grouped(heats, ({ key }) => key).values()];
    if (together.some(([heat]) => heat!.final !== null)) together.reverse();
    return together.map((lanes, index) => {
      const daytime = lanes[0]!.daytime ?? (index === 0 ? event.daytime : null);
      const times = lanes.flatMap(({ results }) => results.map(lastTime));
      return {
        at: daytime === null ? null : midnight(session) + minutes(daytime),
        units: lanes.map(({ unit }) => unit),
        duration: Math.max(EMPTY_RACE, ...times),
      };
    });
  });
}

const lastTime = ({ time, splits }: LenexResult): Micro => time ?? splits.at(-1)?.time ?? 0;

const endOf = (rounds: readonly Round[], timetable: Timetable): Instant =>
  Math.max(0, ...rounds.flatMap(({ heats }) => heats.map(({ unit }) => timetable.get(unit)!.end)));

/** Start lists are out half an hour before the session, or when the phases before are over. */
function publicationOf(round: Round, rounds: readonly Round[], timetable: Timetable): Instant {
  const start = Math.min(...round.heats.map(({ unit }) => timetable.get(unit)!.start));
  const index = rounds.indexOf(round);
  const before = rounds.filter(({ eventRsc }, other) => eventRsc === round.eventRsc && other < index);
  const out = Math.max(
    sessionStart(round.session) - LISTS_BEFORE_SESSION,
    endOf(before, timetable) + seconds(120),
  );
  return Math.min(out, start - seconds(60));
}

// Before the race

interface SetupContext {
  readonly at: Instant;
  readonly timetable: Timetable;
  readonly meet: LenexMeet;
  readonly progress: Progress | null;
  readonly written: Set<Rsc>;
}

function writeSetups(writer: FeedWriter, round: Round, context: SetupContext): void {
  const { at, timetable, meet, progress, written } = context;
  if (!written.has(round.eventRsc) && round.eventName !== null) {
    writer.add(at, round.eventRsc, { setup: { event: round.eventName } });
  }
  if (!written.has(round.phaseRsc) && progress !== null) {
    writer.add(at, round.phaseRsc, { setup: { advance: [advanceOf(progress)] } });
  }
  written.add(round.eventRsc).add(round.phaseRsc);
  for (const heat of round.heats) {
    const scheduledStart = formatInstant(timetable.get(heat.unit)!.start);
    const location = meet.city === '' ? {} : { location: meet.city };
    const final = heat.final === null ? {} : { final: heat.final };
    writer.add(at, heat.unit, {
      setup: { scheduledStart, ...location, points: pointsOf(round), ...final },
    });
    writer.add(at, heat.unit, { schedule: { status: 'SCHEDULED', start: scheduledStart } });
  }
}

const advanceOf = ({ count, maxPerOrganisation }: Progress): FeedFact => ({
  by: 'best',
  count,
  mark: 'Q',
  ...(maxPerOrganisation === null ? {} : { maxPerOrganisation }),
});

/** Where times were taken in this round, and the finish. */
function pointsOf({ event, results }: Round): FeedFact[] {
  const total = event.distance * event.legs;
  const distances = new Set(results.flatMap(({ splits }) => splits.map(({ distance }) => distance)));
  const before = [...distances].filter((distance) => distance < total).sort((one, other) => one - other);
  return [
    ...before.map((distance) => ({ code: `${distance}m`, distance: String(distance) })),
    { code: 'FIN', distance: String(total) },
  ];
}

function writeStartList(writer: FeedWriter, { unit, results }: Heat, at: Instant): void {
  const laneOf = ({ lane }: LenexResult): number => (lane === null ? Number.MAX_SAFE_INTEGER : Number(lane));
  const entries = [...results]
    .sort((one, other) => laneOf(one) - laneOf(other))
    .map(({ competitor, members, lane }, index) => ({
      competitor: {
        ...competitor,
        ...(members.length === 0 ? {} : { members: membersOf(members.map((member) => member.competitor)) }),
      },
      startOrder: index + 1,
      ...(lane === null ? {} : { lane }),
    }));
  writer.add(at, unit, { startList: { entries } });
}

/** A swimmer who is given twice in one relay is there once. */
const membersOf = (members: readonly LenexCompetitor[]): LenexCompetitor[] => [
  ...new Map(members.map((member) => [member.code, member])).values(),
];

// The race

const NOT_STARTED = new Set(['DNS', 'WDR', 'SICK']);

/** LENEX statuses as marks of swimming. Withdrawn and sick swimmers did not start. */
export function irmOf(status: string): string | null {
  if (status === '' || status === 'RJC') return null;
  return NOT_STARTED.has(status) ? 'DNS' : status;
}

function writeRace(writer: FeedWriter, heat: Heat, { start, end }: Slot, round: Round): void {
  const { unit, results } = heat;
  const swum = results.filter(({ status }) => !NOT_STARTED.has(status));
  writer.add(start - seconds(45), unit, { schedule: { status: 'GETTING_READY' } });
  for (const result of results)
    if (NOT_STARTED.has(result.status)) writeIrm(writer, unit, result, start - seconds(20));
  writer.add(start, unit, { schedule: { status: 'RUNNING' } });
  writer.add(start, unit, { status: { result: 'LIVE' } });
  if (swum.length > 0) writer.add(start, unit, { start: { at: formatInstant(start) } });
  for (const result of swum) writeSwim(writer, unit, result, start, round.event.distance * round.event.legs);
  writer.add(end + seconds(3), unit, { schedule: { status: 'FINISHED', actualEnd: formatInstant(end) } });
  writer.add(end + seconds(8), unit, { status: { result: 'UNOFFICIAL' } });
  for (const result of swum)
    if (irmOf(result.status) !== null) writeIrm(writer, unit, result, end + seconds(30));
  writer.add(end + seconds(45), unit, { status: { result: 'OFFICIAL' } });
}

function writeIrm(
  writer: FeedWriter,
  unit: Rsc,
  { competitor, status, comment }: LenexResult,
  at: Instant,
): void {
  const code = codeText(irmOf(status)!);
  writer.add(at, unit, {
    irm: { competitor: competitor.code, code, ...(comment === '' ? {} : { description: comment }) },
  });
}

const REACTION_SENT_AFTER = decimal('0.25');

function writeSwim(
  writer: FeedWriter,
  unit: Rsc,
  result: LenexResult,
  start: Instant,
  distance: number,
): void {
  const { competitor, reaction, splits, time } = result;
  const { code } = competitor;
  if (reaction !== null) {
    const said = { reaction: { competitor: code, time: formatDecimal(reaction) } };
    writer.add(start + Math.max(0, reaction) + REACTION_SENT_AFTER, unit, said);
  }
  writeTakeOvers(writer, unit, result, start, distance);
  for (const split of splits) {
    if (split.distance >= distance) continue;
    const passing = { competitor: code, point: `${split.distance}m`, time: formatDecimal(split.time) };
    writer.add(start + split.time, unit, { passing });
  }
  if (time !== null) {
    writer.add(start + time, unit, {
      passing: { competitor: code, point: 'FIN', time: formatDecimal(time) },
    });
  }
}

/** The take-over of each following leg, when the touch of the leg before is known. */
function writeTakeOvers(
  writer: FeedWriter,
  unit: Rsc,
  result: LenexResult,
  start: Instant,
  distance: number,
): void {
  const { members, splits } = result;
  const told = new Set([members[0]?.competitor.code]);
  for (const [index, { competitor, reaction }] of members.entries()) {
    const touched = splits.find((split) => split.distance === (distance * index) / members.length)?.time;
    if (reaction === null || touched === undefined || told.has(competitor.code)) continue;
    told.add(competitor.code);
    const said = { reaction: { competitor: competitor.code, time: formatDecimal(reaction) } };
    writer.add(start + touched + REACTION_SENT_AFTER, unit, said);
  }
}
