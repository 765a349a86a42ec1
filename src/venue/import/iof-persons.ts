/** Runners of an IOF list: who they are, and what a result says of them. */
import { type Micro, ONE } from '../../model/decimal.ts';
import { between, type IofClocks, type When } from './iof-clocks.ts';
import type { IofPerson, IofPoint, RawStarter } from './iof-starters.ts';
import { type IofStatus, type IofTime, irmOf, statusOf, timeOf } from './iof-values.ts';
import type { Organisations } from './organisations.ts';
import { OwnCodes } from './own-codes.ts';
import type { ImportReport } from './report.ts';
import { codeText, competitorText, lineText, personName } from './texts.ts';
import { at, child, children, type XmlElement } from './xml-tree.ts';

/** What a result says of the race itself. */
export interface IofRun {
  readonly time: IofTime | null;
  readonly status: IofStatus;
  readonly lost: boolean;
}

export class IofPersons {
  readonly #organisations: Organisations;
  readonly #clocks: IofClocks;
  readonly #report: ImportReport;
  readonly #codes = new OwnCodes();
  /** The codes of all who are listed, by class and race. */
  readonly #listed = new Map<string, Set<string>>();
  /** The team in which somebody is, by class and code; teams are counted. */
  readonly #teamOf = new Map<string, number>();
  #teams = 0;
  /** Classes of which it is told that a result over several races is left out. */
  readonly #overall = new Set<string>();

  constructor(organisations: Organisations, clocks: IofClocks, report: ImportReport) {
    this.#organisations = organisations;
    this.#clocks = clocks;
    this.#report = report;
  }

  /** One for each race; one without a race for an entry. */
  runnersOf(element: XmlElement, numberOf: () => number, listedIn: string): RawStarter[] {
    if (element.name === 'PersonEntry') {
      const starter = this.#starter(element, element, 0, listedIn);
      return starter === null ? [] : [starter];
    }
    const isResult = element.name === 'PersonResult';
    return children(element, isResult ? 'Result' : 'Start').flatMap(
      (each) => this.#starter(element, each, isResult ? numberOf() : 0, listedIn) ?? [],
    );
  }

  #starter(element: XmlElement, result: XmlElement, number: number, listedIn: string): RawStarter | null {
    const person = this.personOf(element, result);
    const race = this.#raceOf(result);
    if (person === null) {
      this.#report.add('NAMELESS', element.line, 'a runner', number > 0 ? 1 : 0);
      return null;
    }
    if (child(result, 'OverallResult') !== undefined) this.#tellOverall(listedIn, result.line);
    const start = this.#clocks.read(child(result, 'StartTime'));
    const run = number > 0 ? this.runOf(result, start, person.code) : NOT_RUN;
    if (run.status.stage === 'MOVED') {
      this.#report.add('MOVED', result.line, person.code, 1);
      return null;
    }
    return {
      code: this.#listedAs(person, `${listedIn}|${race}`, result.line),
      name: person.name,
      organisation: person.organisation,
      line: result.line,
      number,
      members: null,
      bib: codeText(child(result, 'BibNumber')?.text ?? '') || null,
      race,
      start,
      ...run,
      points: this.controlsOf(result),
      position: positionOf(result),
    };
  }

  /** Once for a class. */
  #tellOverall(listedIn: string, line: number): void {
    if (this.#overall.has(listedIn)) return;
    this.#overall.add(listedIn);
    this.#report.add('OVERALL_LEFT_OUT', line, 'results over several races of a class');
  }

  #raceOf({ attributes, line }: XmlElement): number {
    const { raceNumber } = attributes;
    const race = raceNumber === undefined ? 1 : Number(raceNumber);
    if (Number.isInteger(race) && race >= 1 && race <= RACES_MAX) return race;
    this.#report.add('VALUE_UNREADABLE', line, `race number "${raceNumber}": taken as 1`);
    return 1;
  }

  /** `element` has a Person, `result` may know the card. Null for somebody without name and code. */
  personOf(element: XmlElement, result: XmlElement): IofPerson | null {
    const names = at(element, 'Person', 'Name')[0] ?? at(element, 'Person', 'PersonName')[0];
    const given = lineText(child(names, 'Given')?.text ?? '');
    const family = lineText(child(names, 'Family')?.text ?? '');
    const named = family !== '' || given !== '';
    const wished = codeIn(element, result) ?? (named ? `${family}-${given}` : '');
    const code = competitorText(wished);
    if (code === '') return null;
    const organisation = this.organisationOf(element);
    const name = personName(given, named ? family : code);
    return {
      code: this.#codeOf(code, [family, given, organisation].join('|'), element.line),
      name,
      organisation,
    };
  }

  #codeOf(wished: string, owner: string, line: number): string {
    const code = this.#codes.of(wished, owner);
    if (code !== wished) this.#report.add('CODE_MADE', line, `${wished}: ${code}`);
    return code;
  }

  /** Two of one code in one race (a borrowed card, one name) are two all the same. */
  #listedAs({ code }: IofPerson, race: string, line: number): string {
    const listed = this.#listed.get(race) ?? new Set();
    const own = listed.has(code) ? this.#codeOf(code, `${race}|${listed.size}`, line) : code;
    this.#listed.set(race, listed.add(own));
    return own;
  }

  /** Those of one more team: nobody is in two of a class. */
  inNoOtherTeam(members: readonly IofPerson[], listedIn: string, line: number): IofPerson[] {
    this.#teams += 1;
    return members.filter(({ code }) => {
      const key = `${listedIn}|${code}`;
      const team = this.#teamOf.get(key) ?? this.#teams;
      this.#teamOf.set(key, team);
      if (team !== this.#teams) this.#report.add('MEMBER_TWICE', line, code);
      return team === this.#teams;
    });
  }

  /** Of a team, which has no person. */
  teamCode(wished: string, owner: string, line: number): string {
    return this.#codeOf(competitorText(wished), `team|${owner}`, line);
  }

  organisationOf(element: XmlElement): string {
    const club = child(element, 'Organisation') ?? child(element, 'Club');
    const name = child(club, 'Name')?.text ?? '';
    const short = child(club, 'ShortName')?.text || name || child(element, 'ClubId')?.text || '';
    const country = child(club, 'Country')?.attributes.code ?? child(club, 'CountryId')?.attributes.value;
    const national = club?.attributes.type === 'NationalFederation' && country !== undefined;
    return this.#organisations.codeOf({
      code: codeText(national ? country : short),
      name: lineText(name || short),
      nation: country === undefined || country === '' ? null : codeText(country),
      national,
    });
  }

  /** A time that is not there is the difference of start and finish. */
  runOf(result: XmlElement, start: When | null, code: string): IofRun {
    const text = child(result, 'Status')?.text ?? child(result, 'CompetitorStatus')?.attributes.value ?? 'OK';
    const status = statusOf(text);
    if (status.stage === null) this.#report.add('STATUS_UNKNOWN', result.line, `${code}: status "${text}"`);
    const written = child(result, 'Time');
    const time = written === undefined ? this.#difference(result, start) : timeOf(written.text);
    const must = status.stage === 'FINISHED' || (status.stage === 'DONE' && irmOf(status.name) === null);
    const none = time === null || time.time === 0;
    const missing = none && (must || (written !== undefined && written.text !== '' && time === null));
    if (missing) this.#report.add('TIME_UNREADABLE', result.line, `${code}: time "${written?.text ?? ''}"`);
    const lost = status.stage === null || missing;
    return { time: lost ? null : time, status, lost };
  }

  #difference(result: XmlElement, start: When | null): IofTime | null {
    const time = between(start, this.#clocks.read(child(result, 'FinishTime')));
    return time === null ? null : { time, decimals: decimalsIn(time) };
  }

  /** Controls in the order of the course. Missing ones have no time; additional ones do not belong to it. */
  controlsOf(result: XmlElement): IofPoint[] {
    const splits = children(result, 'SplitTime').filter(
      ({ attributes }) => attributes.status !== 'Additional',
    );
    return splits.flatMap((split, index) => {
      const text = child(split, 'Time')?.text ?? '';
      const code = codeText(child(split, 'ControlCode')?.text ?? '');
      if (text === '' || code === '') return [];
      const order = Number(split.attributes.sequence) || index + 1;
      const read = timeOf(text);
      if (read !== null) return [{ code: `${order}-${code}`, order, time: read.time }];
      this.#report.add('VALUE_UNREADABLE', split.line, `time "${text}" at control ${code}`);
      return [];
    });
  }
}

/** Four digits of an RSC. */
const RACES_MAX = 9999;

const NOT_RUN: IofRun = { time: null, status: { name: 'Inactive', stage: 'WAITING' }, lost: false };

function codeIn(element: XmlElement, result: XmlElement): string | null {
  const codes = [
    at(element, 'Person', 'Id')[0],
    at(element, 'Person', 'PersonId')[0],
    child(element, 'PersonId'),
    child(element, 'EntryId'),
    child(result, 'ControlCard'),
    child(result, 'CCardId'),
  ];
  return codes.find((code) => code !== undefined && code.text !== '')?.text ?? null;
}

export const positionOf = (result: XmlElement | undefined): number | null =>
  Number(child(result, 'Position')?.text ?? child(result, 'ResultPosition')?.text) || null;

/** Digits of the fraction of a second that are not zero. */
const decimalsIn = (time: Micro): number =>
  String(time % ONE)
    .padStart(6, '0')
    .replace(/0+$/, '').length;
