/** A LENEX file (versions 2.0 and 3.0) as a meet: events, heats, competitors and what they swam or are entered for. */
import type { ImportFile } from './file-text.ts';
import { ImportError } from './import-error.ts';
import { lineNumbers } from './left-out.ts';
import { clubOf, type LenexClub } from './lenex-clubs.ts';
import { type LenexSession, LenexSessions } from './lenex-events.ts';
import { LenexResults, type SwumEvent } from './lenex-results.ts';
import type { LenexResult } from './lenex-starters.ts';
import { Organisations } from './organisations.ts';
import { OwnCodes } from './own-codes.ts';
import type { ImportReport } from './report.ts';
import type { Spool, SpooledList } from './spool.ts';
import { lineText } from './texts.ts';
import { type XmlFormat, type XmlRecord, xmlRecords } from './xml-records.ts';
import { at, type XmlElement } from './xml-tree.ts';

export interface LenexMeet {
  readonly name: string;
  readonly city: string;
  readonly course: string;
  readonly sessions: readonly LenexSession[];
  /** By event, results, or entries where there are none yet: each competitor once. Events without either are not in it. */
  readonly results: ReadonlyMap<string, SpooledList<LenexResult>>;
  /** The day on which ages are taken. */
  readonly ageDate: AgeDate | null;
  readonly organisations: Organisations;
  readonly nationalTeams: boolean;
  /** RESULT elements of the file. */
  readonly lines: number;
}

export interface AgeDate {
  /** `YEAR`: the year of birth alone counts. `DATE`: the day, too. */
  readonly type: string;
  readonly value: string;
}

const LENEX: XmlFormat = {
  name: 'LENEX',
  roots: ['LENEX'],
  records: new Set(['AGEDATE', 'EVENT', 'ATHLETE', 'RELAY']),
};

/** `number`: which meet of the file, from 1. Throws an ImportError: NOT_LENEX, and those of `xmlRecords`. */
export function readLenex(file: ImportFile, number: number, report: ImportReport, spool: Spool): LenexMeet {
  const reader = new MeetReader(number, report, spool);
  for (const record of xmlRecords(file, LENEX)) reader.take(record);
  return reader.meet();
}

/** Results of another meet of the file, which is not the one that is read. */
interface OtherMeet {
  readonly number: number;
  readonly element: XmlElement;
  results: number;
}

class MeetReader {
  readonly #number: number;
  readonly #report: ImportReport;
  readonly #spool: Spool;
  readonly #organisations = new Organisations();
  readonly #clubKeys = new OwnCodes();
  readonly #clubs = new Map<XmlElement, LenexClub>();
  readonly #sessions: LenexSessions;
  readonly #swum: LenexResults;
  readonly #numberOf = lineNumbers();
  readonly #others: OtherMeet[] = [];
  #meets = 0;
  #newest: XmlElement | null = null;
  #meet: XmlElement | null = null;
  #ageDate: AgeDate | null = null;

  constructor(number: number, report: ImportReport, spool: Spool) {
    this.#number = number;
    this.#report = report;
    this.#spool = spool;
    this.#sessions = new LenexSessions(report, spool);
    this.#swum = new LenexResults(report, spool);
  }

  take({ element, within }: XmlRecord): void {
    const [, , meet, list, around] = within;
    // Records and time standards have athletes and events as well.
    if (meet?.name !== 'MEET') return;
    if (meet !== this.#newest) this.#begin(meet);
    if (meet !== this.#meet) this.#others.at(-1)!.results += resultsIn(element);
    else if (element.name === 'AGEDATE') {
      const { type = 'YEAR', value = '' } = element.attributes;
      this.#ageDate = { type, value };
    } else if (element.name === 'EVENT') this.#sessions.add(around!, element);
    else if (list?.name === 'CLUBS') this.#competitor(element, around!);
  }

  #begin(meet: XmlElement): void {
    this.#newest = meet;
    this.#meets += 1;
    if (this.#meets === this.#number) this.#meet = meet;
    else this.#others.push({ number: this.#meets, element: meet, results: 0 });
  }

  #competitor(element: XmlElement, club: XmlElement): void {
    let known = this.#clubs.get(club);
    if (known === undefined) {
      known = clubOf(club, this.#organisations, this.#clubKeys);
      this.#clubs.set(club, known);
    }
    if (element.name === 'ATHLETE') this.#swum.athlete(element, known, this.#numberOf);
    else this.#swum.relay(element, known, this.#numberOf);
  }

  meet(): LenexMeet {
    if (this.#meet === null)
      throw new ImportError(
        'NOT_LENEX',
        this.#meets === 0
          ? 'there is no meet in the file'
          : `the file has ${this.#meets} meets, and no number ${this.#number}`,
      );
    const others = this.#others.map((other) => {
      const { number, element, results } = other;
      const name = lineText(element.attributes.name ?? '');
      this.#report.add(
        'MEET_LEFT_OUT',
        element.line,
        `meet ${number}, ${name}: choose it with --meet`,
        results,
      );
      return results;
    });
    const { name = '', city = '', course = '' } = this.#meet.attributes;
    const sessions = this.#sessions.all();
    return {
      name: lineText(name),
      city: lineText(city),
      course,
      sessions,
      results: this.#resultsOf(sessions),
      ageDate: this.#ageDate,
      organisations: this.#organisations,
      nationalTeams: this.#clubs.size > 0 && [...this.#clubs.values()].every(({ national }) => national),
      lines: this.#numberOf() - 1 + others.reduce((sum, results) => sum + results, 0),
    };
  }

  /** Of events that there are. */
  #resultsOf(sessions: readonly LenexSession[]): LenexMeet['results'] {
    const known = new Set(sessions.flatMap(({ events }) => events.map(({ id }) => id)));
    const results = new Map<string, SpooledList<LenexResult>>();
    for (const [event, swum] of this.#swum.events()) {
      const all = startersOf(event, swum, this.#report);
      if (all.length === 0) continue;
      if (known.has(event)) results.set(event, this.#spool.listOf(withoutTwins(all, this.#report)));
      else {
        const lines = all.filter(({ number }) => number > 0).length;
        this.#report.add('EVENT_UNKNOWN', all[0]!.line, `event "${event}"`, lines);
      }
    }
    return results;
  }
}

const resultsIn = (element: XmlElement): number => at(element, 'RESULTS', 'RESULT').length;

/** Results, or entries for an event that has none. Where there are results, they say who came. */
function startersOf(event: string, { results, entries }: SwumEvent, report: ImportReport): LenexResult[] {
  const swum = [...results];
  const came = new Set(swum.map(({ competitor }) => competitor.code));
  const starters = [...entries].filter(({ competitor, status, line }) => {
    if (status !== 'RJC' && swum.length === 0) return true;
    if (!came.has(competitor.code))
      report.add('ENTRY_LEFT_OUT', line, `event "${event}": ${competitor.code} ${status}`.trim());
    return false;
  });
  return [...swum, ...starters];
}

/** Of one event. Two relays of one club in it need two codes; two results of one swimmer are one too many. */
function withoutTwins(results: readonly LenexResult[], report: ImportReport): LenexResult[] {
  const seen = new Map<string, number>();
  return results.flatMap((result) => {
    const { event, competitor, line, number } = result;
    const before = seen.get(competitor.code) ?? 0;
    seen.set(competitor.code, before + 1);
    if (before === 0) return result;
    if (competitor.kind === 'TEAM')
      return { ...result, competitor: { ...competitor, code: `${competitor.code}-${before + 1}` } };
    report.add('SECOND_RESULT', line, `event "${event}": ${competitor.code}`, number > 0 ? 1 : 0);
    return [];
  });
}
