/** A day of one judo category: contests when they were called and as long as they took; when in a contest a call came is not in the source. */
import { readFileSync } from 'node:fs';
import type { WireFact } from '../../src/ingest/wire.ts';
import { formatRsc } from '../../src/model/rsc.ts';
import { calls, factsOf, unitFor } from '../../src/verify/converters/judo.ts';
import { type Contest, readContests, SIDES } from '../../src/verify/converters/judo-source.ts';
import type { RecordedCompetition } from './competitions.ts';
import type { TimedFact } from './pacing.ts';

const HALF_AN_HOUR = 1800;
/** From the call to hajime. */
const BOWS = 15;

export const PARIS: RecordedCompetition = {
  discipline: 'JUD',
  venue: 'CDM',
  competition: {
    code: 'OG2024',
    names: { en: 'Olympic Games Paris 2024', fr: 'Jeux Olympiques de Paris 2024' },
    timeZone: 'Europe/Paris',
    utcOffset: '+02:00',
    languages: ['en', 'fr'],
    venues: [{ code: 'CDM', names: { en: 'Champ-de-Mars Arena', fr: 'Arena Champ-de-Mars' } }],
  },
  sessions: [
    {
      code: 'JUD03',
      names: { en: 'Eliminations', fr: 'Éliminatoires' },
      start: '2024-07-28T09:00:00+02:00',
      end: '2024-07-28T14:30:00+02:00',
      type: 'MOR',
    },
    {
      code: 'JUD04',
      names: { en: 'Repechage and finals', fr: 'Repêchages et finales' },
      start: '2024-07-28T15:30:00+02:00',
      end: '2024-07-28T19:30:00+02:00',
      type: 'EVE',
    },
  ],
};

export function judoDay(path: string): TimedFact[] {
  const contests = readContests(readFileSync(path, 'utf8'))
    .flat()
    .filter(({ left }) => left === null);
  const [{ gender, event }] = contests as [Contest, ...Contest[]];
  const rsc = formatRsc({ discipline: 'JUD', gender, event });
  const first = Math.min(...contests.map(({ calledAt }) => calledAt));
  const draw = factsOf(rsc, contests).filter((fact) => 'startList' in fact);
  return [
    ...draw.map((fact) => ({ at: first - HALF_AN_HOUR, fact: fact as WireFact })),
    ...contests.flatMap((contest) => contestFacts(unitFor(rsc, contest), contest, first)),
  ];
}

function contestFacts(unit: string, contest: Contest, first: number): TimedFact[] {
  const { calledAt, seconds, regularTime, neverBegan } = contest;
  const timed: TimedFact[] = [];
  const tell = (at: number, fact: object): void => {
    timed.push({ at, fact: { unit, ...fact } as unknown as WireFact });
  };
  const scheduledStart = new Date(calledAt * 1000).toISOString();
  tell(first - HALF_AN_HOUR, { setup: { rule: 'JUD.CONTEST@2018', scheduledStart } });
  tell(calledAt, { schedule: { status: 'RUNNING' } });
  const end = calledAt + BOWS + (neverBegan ? 0 : seconds);
  if (neverBegan) {
    for (const side of SIDES)
      if (!contest[side].ippon) tell(end, { irm: { competitor: contest[side].code, code: 'DNS' } });
  } else {
    tell(calledAt + BOWS, clock(0, regularTime, true));
    if (seconds > regularTime) tell(calledAt + BOWS + regularTime, clock(regularTime, regularTime, true));
    for (const { at, call } of spaced(contest)) {
      const { period, clock: shown } = momentOf(at, regularTime);
      tell(calledAt + BOWS + at, { action: { ...call, period, clock: shown } });
    }
    tell(end, clock(seconds, regularTime, false));
  }
  tell(end + 5, { status: { result: 'UNOFFICIAL' } });
  tell(end + 10, { schedule: { status: 'FINISHED' } });
  tell(end + 30, { status: { result: 'OFFICIAL' } });
  return timed;
}

/** Regular time counts down, golden score up. */
function clock(at: number, regularTime: number, running: boolean): object {
  const isGolden = at > regularTime || (at === regularTime && running);
  const time = isGolden ? at - regularTime : regularTime - at;
  return { clock: { period: isGolden ? 'GS' : 'REG', time: String(time), running } };
}

function momentOf(at: number, regularTime: number): { period: string; clock: string } {
  const isGolden = at > regularTime;
  const shown = Math.floor(isGolden ? at - regularTime : regularTime - at);
  return {
    period: isGolden ? 'GS' : 'REG',
    clock: `${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, '0')}`,
  };
}

/** What ends a contest, the last of all calls: an ippon, a second waza-ari, the last shido, and any score in golden score. */
const ENDS = ['IPP', 'H', 'WAZ', 'S'];

/** Calls of both sides over the time that it took, the one that ended it last. */
function spaced(contest: Contest): { at: number; call: object }[] {
  const all = SIDES.flatMap((side) =>
    calls(contest, side).map((fact) => (fact as { action: { kind: string; competitor: string } }).action),
  );
  const decisive = endsEarly(contest)
    ? (ENDS.map((kind) => all.findLast((call) => call.kind === kind && ended(contest, call))).find(Boolean) ??
      null)
    : null;
  const others = all.filter((call) => call !== decisive);
  const last = decisive === null ? [] : [{ at: contest.seconds, call: decisive }];
  // What came in regular time came before golden score.
  const span = Math.min(contest.seconds, contest.regularTime);
  return [
    ...others.map((call, index) => ({ at: Math.floor((span * (index + 1)) / (others.length + 1)), call })),
    ...last,
  ];
}

const endsEarly = ({ seconds, regularTime, goldenScore }: Contest): boolean =>
  goldenScore || seconds < regularTime;

function ended(contest: Contest, { kind, competitor }: { kind: string; competitor: string }): boolean {
  const isWinner = competitor === contest.winner;
  return kind === 'IPP' || kind === 'WAZ' ? isWinner : !isWinner;
}
