/** An IOF list (XML 3.0, and 2.0.3 of older programs) as classes, their runners or teams, and when they were where. */
import { ONE } from '../../model/decimal.ts';
import { type Clocks, dayOf } from './clocks.ts';
import type { ImportFile } from './file-text.ts';
import { grouped } from './grouped.ts';
import { ImportError } from './import-error.ts';
import { IofClocks } from './iof-clocks.ts';
import { IofPersons } from './iof-persons.ts';
import type { IofStarter, RawStarter } from './iof-starters.ts';
import { teamOf } from './iof-teams.ts';
import { lineNumbers } from './left-out.ts';
import { Organisations } from './organisations.ts';
import type { ImportReport } from './report.ts';
import type { Spool, SpooledList } from './spool.ts';
import { lineText } from './texts.ts';
import { type XmlFormat, type XmlRecord, xmlRecords } from './xml-records.ts';
import { at, child, type XmlElement } from './xml-tree.ts';

export interface IofList {
  readonly name: string;
  /** Somebody's results may be missing: the list is of one moment. */
  readonly isSnapshot: boolean;
  /** Times of the file have fractions of a second. */
  readonly isFine: boolean;
  readonly classes: readonly IofClass[];
  readonly organisations: Organisations;
  readonly utcOffset: string | null;
  /** Results of runners and teams in the file. */
  readonly lines: number;
}

export interface IofClass {
  readonly name: string;
  readonly line: number;
  readonly gender: 'M' | 'W' | 'O';
  readonly races: readonly IofRace[];
}

/** Of runners, or of teams: never of both. */
export interface IofRace {
  /** 1, 2 ... in events of several. */
  readonly number: number;
  readonly starters: SpooledList<IofStarter>;
}

const STARTERS = ['PersonResult', 'TeamResult', 'PersonStart', 'TeamStart', 'PersonEntry', 'TeamEntry'];

const IOF: XmlFormat = {
  name: 'IOF',
  roots: ['ResultList', 'StartList', 'EntryList'],
  records: new Set(['Event', 'Class', 'ClassShortName', 'Course', ...STARTERS]),
  // Files of version 2.0.3 name their DTD; it has no say in what is read.
  habitualDoctype:
    /<!DOCTYPE\s+(?:Result|Start)List\s+(?:PUBLIC\s+"[^"<>[\]]{0,200}"|SYSTEM)\s*"[^"<>[\]]{0,200}"\s*>/,
};

/** Throws an ImportError: NOT_IOF, IOF_DELTA, IOF_VERSION, and those of `xmlRecords`. */
export function readIof(file: ImportFile, clocks: Clocks, report: ImportReport, spool: Spool): IofList {
  const reader = new ListReader(clocks, report, spool);
  for (const record of xmlRecords(file, IOF)) reader.take(record);
  return reader.list();
}

interface ClassSoFar {
  readonly id: number;
  name: string;
  line: number;
  gender: IofClass['gender'];
  /** It is placed by points. */
  isScored: boolean;
  readonly runners: SpooledList<RawStarter>;
  readonly teams: SpooledList<RawStarter>;
}

/** The day of an event that does not say it. */
const NO_DAY = '2000-01-01';

class ListReader {
  readonly #report: ImportReport;
  readonly #spool: Spool;
  readonly #clocks: IofClocks;
  readonly #persons: IofPersons;
  readonly #organisations = new Organisations();
  /** By the element around its starters, or by name in a list of entries. */
  readonly #classes = new Map<XmlElement | string, ClassSoFar>();
  readonly #numberOf = lineNumbers();
  #root: XmlElement | null = null;
  #event: XmlElement | undefined;
  #isFine = false;

  constructor(clocks: Clocks, report: ImportReport, spool: Spool) {
    this.#report = report;
    this.#spool = spool;
    this.#clocks = new IofClocks(clocks, report);
    this.#persons = new IofPersons(this.#organisations, this.#clocks, report);
  }

  take({ element, within }: XmlRecord): void {
    if (this.#root === null) this.#begin(within[0]!);
    const around = within.at(-1)!;
    if (element.name === 'Event') this.#event ??= element;
    else if (element.name === 'Class') this.#name(this.#class(around), element, child(element, 'Name')?.text);
    else if (element.name === 'ClassShortName') this.#name(this.#class(around), element, element.text);
    else if (STARTERS.includes(element.name)) this.#starter(element, around);
  }

  #begin(root: XmlElement): void {
    this.#root = root;
    const { status = '', iofVersion } = root.attributes;
    if (/^delta$/i.test(status))
      throw new ImportError(
        'IOF_DELTA',
        'the file lists changes to another one: without that, nobody can be placed',
      );
    if (root.name === 'EntryList' && iofVersion === undefined)
      throw new ImportError('IOF_VERSION', 'lists of entries are read in version 3.0');
  }

  #class(key: XmlElement | string): ClassSoFar {
    const known = this.#classes.get(key);
    if (known !== undefined) return known;
    const line = typeof key === 'string' ? 0 : key.line;
    const added: ClassSoFar = {
      id: this.#classes.size,
      name: '',
      line,
      gender: 'O',
      isScored: false,
      runners: this.#spool.list(),
      teams: this.#spool.list(),
    };
    this.#classes.set(key, added);
    return added;
  }

  #name(named: ClassSoFar, { attributes }: XmlElement, name = ''): void {
    named.name ||= lineText(name);
    if (attributes.sex !== undefined) named.gender = genderOf(attributes.sex);
  }

  #starter(element: XmlElement, around: XmlElement): void {
    const entered = element.name.endsWith('Entry');
    const classElement = entered ? child(element, 'Class') : undefined;
    const key = entered ? (child(classElement, 'Name')?.text ?? '') : around;
    const its = this.#class(key);
    if (classElement !== undefined) this.#name(its, classElement, child(classElement, 'Name')?.text);
    const listedIn = String(its.id);
    if (element.name.startsWith('Team')) its.teams.push(...this.#team(element, listedIn));
    else its.runners.push(...this.#persons.runnersOf(element, this.#numberOf, listedIn));
    its.isScored ||= isScored(element, this.#report);
  }

  #team(element: XmlElement, listedIn: string): RawStarter[] {
    const { iofVersion } = this.#root!.attributes;
    const number = element.name === 'TeamResult' ? this.#numberOf() : 0;
    const team =
      iofVersion === undefined
        ? null
        : teamOf(element, number, this.#persons, this.#clocks, this.#report, listedIn);
    if (team === null) this.#report.add('TEAM_LEFT_OUT', element.line, 'a team', number > 0 ? 1 : 0);
    return team === null ? [] : [team];
  }

  list(): IofList {
    const { status = '' } = this.#root?.attributes ?? {};
    const classes = [...this.#classes.values()].flatMap((each) => this.#finished(each));
    this.#clocks.tellAssumed();
    return {
      name: lineText(child(this.#event, 'Name')?.text ?? ''),
      isSnapshot: /^snapshot$/i.test(status),
      isFine: this.#isFine,
      classes,
      organisations: this.#organisations,
      utcOffset: this.#clocks.utcOffset,
      lines: this.#numberOf() - 1,
    };
  }

  #finished({ name, line, gender, isScored, runners, teams }: ClassSoFar): IofClass[] {
    if (isScored) {
      const results = [...runners, ...teams].filter(({ number }) => number > 0).length;
      this.#report.add('RANKED_BY_POINTS', line, `class ${name}`, results);
      return [];
    }
    return [runners, teams]
      .filter(({ length }) => length > 0)
      .map((starters) => ({ name, line, gender, races: this.#racesOf(starters) }));
  }

  #racesOf(starters: Iterable<RawStarter>): IofRace[] {
    const day = this.#day();
    return [...grouped(starters, ({ race }) => race)].map(([number, raw]) => {
      const starts = this.#clocks.instants(
        raw.map(({ start }) => start),
        day,
      );
      this.#isFine ||= raw.some(({ time }) => time !== null && time.time % ONE !== 0);
      return {
        number,
        starters: this.#spool.listOf(raw.map((starter, index) => ({ ...starter, start: starts[index]! }))),
      };
    });
  }

  #day(): string {
    const day =
      at(this.#event, 'StartTime', 'Date')[0]?.text || at(this.#event, 'StartDate', 'Date')[0]?.text || '';
    if (dayOf(day) !== null) return day;
    if (this.#report.count('DATE_ASSUMED') === 0)
      this.#report.add(
        'DATE_ASSUMED',
        this.#event?.line ?? 0,
        `day of the event "${day}": taken as ${NO_DAY}`,
      );
    return NO_DAY;
  }
}

const genderOf = (sex: string): 'M' | 'W' | 'O' => (sex === 'M' ? 'M' : sex === 'F' ? 'W' : 'O');

/** Scores of a score event are its results; others, whose type says so, are points for a list elsewhere. */
const OWN_SCORE = /^(?:|score|points?|rogaine|total)$/i;

function isScored(starter: XmlElement, report: ImportReport): boolean {
  const results = [...at(starter, 'Result'), ...at(starter, 'TeamMemberResult', 'Result')];
  const scores = results.flatMap((result) => [
    ...at(result, 'Score'),
    ...at(result, 'OverallResult', 'Score'),
  ]);
  for (const { attributes, line } of scores)
    if (!OWN_SCORE.test(attributes.type ?? ''))
      report.add('SCORE_LEFT_OUT', line, `points "${attributes.type}"`);
  return scores.some(({ attributes }) => OWN_SCORE.test(attributes.type ?? ''));
}
