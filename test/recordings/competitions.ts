/**
 * What the recorded competitions were called, where they were held and how far ahead of UTC their clocks were: public facts. The
 * codes of the Games are those of ODF; that of Barcelona, the venue codes and the session codes are ours.
 */
import type { WireFact } from '../../src/ingest/wire.ts';

/** A session, and the clock times between which its units begin. */
interface SessionOf {
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
  readonly start: string;
  readonly end: string;
  readonly type: 'MOR' | 'EVE';
}

export interface RecordedCompetition {
  readonly discipline: string;
  readonly venue: string;
  readonly competition: object;
  readonly sessions: readonly SessionOf[];
}

export const RIO: RecordedCompetition = {
  discipline: 'ATH',
  venue: 'OST',
  competition: {
    code: 'OG2016',
    names: { en: 'Olympic Games Rio 2016', fr: 'Jeux Olympiques de Rio 2016' },
    timeZone: 'America/Sao_Paulo',
    utcOffset: '-03:00',
    languages: ['en', 'fr'],
    venues: [{ code: 'OST', names: { en: 'Olympic Stadium', fr: 'Stade olympique' } }],
  },
  sessions: [
    {
      code: 'ATH01',
      names: { en: 'Recorded evening', fr: 'Soirée enregistrée' },
      start: '2016-08-16T20:20:00-03:00',
      end: '2016-08-16T22:10:00-03:00',
      type: 'EVE',
    },
  ],
};

export const TOKYO: RecordedCompetition = {
  discipline: 'GAR',
  venue: 'AGC',
  competition: {
    code: 'OG2020',
    names: { en: 'Olympic Games Tokyo 2020', fr: 'Jeux Olympiques de Tokyo 2020' },
    timeZone: 'Asia/Tokyo',
    utcOffset: '+09:00',
    languages: ['en', 'fr'],
    venues: [
      { code: 'AGC', names: { en: 'Ariake Gymnastics Centre', fr: "Centre de gymnastique d'Ariake" } },
    ],
  },
  sessions: [
    {
      code: 'GAR01',
      names: { en: 'Recorded evening', fr: 'Soirée enregistrée' },
      start: '2021-07-29T19:40:00+09:00',
      end: '2021-07-29T22:10:00+09:00',
      type: 'EVE',
    },
  ],
};

export const AMSTERDAM: RecordedCompetition = {
  discipline: 'ROW',
  venue: 'BOS',
  competition: {
    code: 'WCH2014',
    names: { en: 'World Rowing Championships 2014', fr: "Championnats du monde d'aviron 2014" },
    timeZone: 'Europe/Amsterdam',
    utcOffset: '+02:00',
    languages: ['en', 'fr'],
    venues: [{ code: 'BOS', names: { en: 'Bosbaan, Amsterdam', fr: 'Bosbaan, Amsterdam' } }],
  },
  sessions: [
    {
      code: 'ROW01',
      names: { en: 'Recorded ladder', fr: 'Échelle enregistrée' },
      start: '2014-08-24T09:00:00+02:00',
      end: '2014-08-24T15:30:00+02:00',
      type: 'MOR',
    },
  ],
};

const SWUM = [
  '2013-07-28 MOR',
  '2013-07-28 EVE',
  '2013-07-29 EVE',
  '2013-07-31 MOR',
  '2013-07-31 EVE',
  '2013-08-01 EVE',
];

export const BARCELONA: RecordedCompetition = {
  discipline: 'SWM',
  venue: 'PSJ',
  competition: {
    code: 'WCH2013',
    names: { en: '15th FINA World Championships', fr: '15es Championnats du monde FINA' },
    timeZone: 'Europe/Madrid',
    utcOffset: '+02:00',
    languages: ['en', 'fr'],
    venues: [
      { code: 'PSJ', names: { en: 'Palau Sant Jordi, Barcelona', fr: 'Palau Sant Jordi, Barcelone' } },
    ],
  },
  // Two sessions a day from 28 July on, at 10:00 and 18:00.
  sessions: SWUM.map((named) => {
    const [date, type] = named.split(' ') as [string, 'MOR' | 'EVE'];
    const day = (Date.parse(date) - Date.parse('2013-07-28')) / 86_400_000;
    const number = 2 * day + (type === 'MOR' ? 1 : 2);
    const [from, to] = type === 'MOR' ? ['10:00', '13:00'] : ['18:00', '21:00'];
    return {
      code: `SWM${String(number).padStart(2, '0')}`,
      names: {
        en: `Day ${day + 1}, ${type === 'MOR' ? 'heats' : 'semifinals and finals'}`,
        fr: `Jour ${day + 1}, ${type === 'MOR' ? 'séries' : 'demi-finales et finales'}`,
      },
      start: `${date}T${from}:00+02:00`,
      end: `${date}T${to}:00+02:00`,
      type,
    };
  }),
};

/** What is said of the discipline before everything else. */
export function* aboutOf({
  discipline,
  venue,
  competition,
  sessions,
}: RecordedCompetition): Generator<WireFact> {
  const unit = discipline.padEnd(34, '-');
  yield { unit, competition } as unknown as WireFact;
  for (const session of sessions) yield { unit, session: { ...session, venue } } as unknown as WireFact;
}

/** The setup of a unit with its venue and the session in which it begins. */
export function placed(fact: WireFact, { venue, sessions }: RecordedCompetition): WireFact {
  const {
    scheduledStart,
    location: _,
    ...setup
  } = (fact.setup ?? {}) as {
    readonly scheduledStart?: string;
    readonly location?: string;
  };
  if (scheduledStart === undefined) return fact;
  const at = Date.parse(scheduledStart);
  const session = sessions.find(({ start, end }) => Date.parse(start) <= at && at <= Date.parse(end));
  if (session === undefined) throw new Error(`no session at ${scheduledStart}`);
  return {
    ...fact,
    setup: { ...setup, scheduledStart, venue, session: session.code },
  } as unknown as WireFact;
}
