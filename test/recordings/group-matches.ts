/** The last two matches of a football group, side by side, with their clocks; the four before them are over when it begins. */
import type { WireFact } from '../../src/ingest/wire.ts';
import type { RecordedCompetition } from './competitions.ts';
import type { TimedFact } from './pacing.ts';

const MINUTE = 60;
const HALF_TIME = 15 * MINUTE;
/** What was added at the end of both halves is not in the source: as long as it usually is. */
const ADDED = [2, 4] as const;

export const ROME: RecordedCompetition = {
  discipline: 'FBL',
  venue: 'ROM',
  competition: {
    code: 'EURO2020',
    names: { en: 'UEFA EURO 2020', fr: 'UEFA EURO 2020' },
    timeZone: 'Europe/Rome',
    utcOffset: '+02:00',
    languages: ['en', 'fr'],
    venues: [
      { code: 'ROM', names: { en: 'Stadio Olimpico, Rome', fr: 'Stadio Olimpico, Rome' } },
      { code: 'BAK', names: { en: 'Olympic Stadium, Baku', fr: 'Stade olympique, Bakou' } },
    ],
  },
  sessions: [
    {
      code: 'FBL01',
      names: { en: 'Group A, matchday 3', fr: 'Groupe A, troisième journée' },
      start: '2021-06-20T18:00:00+02:00',
      end: '2021-06-20T20:00:00+02:00',
      type: 'EVE',
    },
  ],
};

/** Both last matches began at 18:00 in Rome. */
export const KICK_OFF = Date.UTC(2021, 5, 20, 16, 0);

const unitOf = (number: number): string => `FBLMTEAM11------------GPA-000${number}00--`;
const LIVE: readonly (readonly [unit: string, venue: string])[] = [
  [unitOf(5), 'BAK'],
  [unitOf(6), 'ROM'],
];

/** `converted`: facts of the tournament, as converted; those of its groups come twice. */
export function groupMatches(converted: readonly WireFact[]): TimedFact[] {
  const seen = new Set<string>();
  const facts = converted.filter(({ source: _source, seq: _seq, ...fact }) => {
    const text = JSON.stringify(fact);
    return !seen.has(text) && seen.add(text);
  });
  const said = facts.filter(({ unit = '' }) => unit.startsWith('FBLMTEAM11------------GPA-000'));
  const above = facts.filter(
    ({ unit }) =>
      unit === 'FBLMTEAM11------------------------' || unit === 'FBLMTEAM11------------GPA---------',
  );
  const live = LIVE.map(([unit]) => unit);
  const before = said.filter(({ unit = '' }) => !live.includes(unit));
  return [
    ...[...above, ...before].map((fact) => ({ at: -20 * MINUTE, fact })),
    ...LIVE.flatMap(([unit, venue]) =>
      matchOf(
        unit,
        venue,
        said.filter((fact) => fact.unit === unit),
      ),
    ),
  ];
}

function matchOf(unit: string, venue: string, said: readonly WireFact[]): TimedFact[] {
  const timed: TimedFact[] = [];
  const tell = (at: number, fact: object): void => {
    timed.push({ at, fact: { unit, ...fact } as unknown as WireFact });
  };
  tell(-15 * MINUTE, {
    setup: { venue, session: 'FBL01', scheduledStart: new Date(KICK_OFF).toISOString() },
  });
  for (const fact of said) if (fact.startList !== undefined) tell(-10 * MINUTE, fact);
  tell(-10 * MINUTE, { schedule: { status: 'SCHEDULED' } });
  tell(-2 * MINUTE, { schedule: { status: 'GETTING_READY' } });
  tell(0, { schedule: { status: 'RUNNING' } });
  for (const half of [0, 1] as const) {
    const period = `H${half + 1}`;
    const minutes = 45 + ADDED[half];
    for (let minute = 0; minute <= minutes; minute += 1)
      tell(secondOf(half, minute), {
        clock: { period, time: String((45 * half + minute) * MINUTE), running: minute < minutes },
      });
  }
  for (const fact of said) {
    const { action } = fact as { readonly action?: { readonly period: string; readonly clock: string } };
    if (action === undefined) continue;
    const half = action.period === 'H1' ? 0 : 1;
    const [minute = 0, added = 0] = action.clock.split('+').map(Number);
    tell(secondOf(half, minute + added - 45 * half) - 20, fact);
  }
  const end = secondOf(1, 45 + ADDED[1]);
  tell(end + 1, { clock: { period: 'FT', time: String(90 * MINUTE), running: false } });
  tell(end + 30, { status: { result: 'UNOFFICIAL' } });
  tell(end + 30, { schedule: { status: 'FINISHED' } });
  tell(end + 4 * MINUTE, { status: { result: 'OFFICIAL' } });
  return timed;
}

/** Since the kick-off; half-time lies between. */
const secondOf = (half: 0 | 1, minute: number): number =>
  minute * MINUTE + (half === 0 ? 0 : (45 + ADDED[0]) * MINUTE + HALF_TIME);
