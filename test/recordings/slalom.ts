/** A slalom of foil boards, race after race; the source has the order and no times, and no date but the year. */
import type { WireFact } from '../../src/ingest/wire.ts';
import { formatRsc } from '../../src/model/rsc.ts';
import type { RecordedCompetition } from './competitions.ts';
import type { Slot } from './pacing.ts';

export const FELIXSTOWE: RecordedCompetition = {
  discipline: 'SAL',
  venue: 'FLX',
  competition: {
    code: 'UKWA2019S3',
    names: { en: 'UKWA Slalom 3, Felixstowe 2019', fr: 'UKWA Slalom 3, Felixstowe 2019' },
    timeZone: 'Europe/London',
    utcOffset: '+01:00',
    languages: ['en', 'fr'],
    venues: [{ code: 'FLX', names: { en: 'Felixstowe', fr: 'Felixstowe' } }],
  },
  sessions: [
    {
      code: 'SAL01',
      names: { en: 'Recorded day', fr: 'Journée enregistrée' },
      start: '2019-06-15T10:00:00+01:00',
      end: '2019-06-15T18:00:00+01:00',
      type: 'MOR',
    },
  ],
};

export const FIRST_START = Date.UTC(2019, 5, 15, 10, 0);

const QUARTER_OF_AN_HOUR = 900;
const NAMED = formatRsc({ discipline: 'SAL', gender: 'O', event: 'FOIL' }).slice(0, 22);

/** The fleet by its name, in place of that of the table. */
export const slalom = (facts: readonly WireFact[]): WireFact[] =>
  facts.map((fact) => ({ ...fact, unit: `${NAMED}${fact.unit!.slice(22)}` }));

export const racesOf = (facts: readonly WireFact[]): Slot[] =>
  [...new Set(facts.flatMap(({ unit = '' }) => (/PREL\d{6}--$/.test(unit) ? unit : [])))]
    .sort()
    .map((unit, index) => ({ unit, startsAt: index * QUARTER_OF_AN_HOUR }));
