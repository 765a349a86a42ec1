/** Results and entries of a LENEX file: who swam what, or is to swim. */
import type { Micro } from '../../model/decimal.ts';
import type { LenexClub } from './lenex-clubs.ts';
import { birthDateOf, genderOf, reactionOf, swimTime } from './lenex-values.ts';
import type { OwnCodes } from './own-codes.ts';
import type { ImportReport } from './report.ts';
import { codeText, competitorText, lineText, personName } from './texts.ts';
import { at, child, children, type XmlElement } from './xml-tree.ts';

export interface LenexCompetitor {
  readonly code: string;
  readonly kind: 'ATHLETE' | 'TEAM';
  readonly organisation: string;
  readonly name: { readonly given?: string; readonly family?: string; readonly team?: string };
  readonly gender?: string;
  readonly birthDate?: string;
}

export interface LenexResult {
  /** Line of the file. */
  readonly line: number;
  /** Number of the RESULT element in the file; 0 for an entry. */
  readonly number: number;
  readonly event: string;
  readonly id: string;
  /** Key of the heat; null when the competitor was in none. */
  readonly heat: string | null;
  readonly lane: string | null;
  readonly competitor: LenexCompetitor;
  readonly members: readonly LenexMember[];
  readonly time: Micro | null;
  readonly reaction: Micro | null;
  readonly status: string;
  /** Something that bears on the place could not be read. */
  readonly lost: boolean;
  readonly comment: string;
  readonly splits: readonly { readonly distance: number; readonly time: Micro }[];
  /** As published over the round; for comparison only. Null for none. */
  readonly place: number | null;
  /** Ages of the relay as it was entered, `[12, 13]`; null for a swimmer, and where none are given. */
  readonly ages: readonly [number, number] | null;
}

export interface LenexMember {
  readonly competitor: LenexCompetitor;
  /** Not in another team of the race. */
  readonly listed: boolean;
  readonly reaction: Micro | null;
}

/** Reads athletes and relays as they come by: relays name athletes before them. */
export class LenexResults {
  readonly #report: ImportReport;
  readonly #codes: OwnCodes;
  /** By club and id, for ids of two clubs can be the same; and by id alone, the first that has it. */
  readonly #athletes = new Map<string, LenexCompetitor>();
  /** The result in which somebody is a member, by race and code. */
  readonly #teamOf = new Map<string, XmlElement>();
  readonly #unresolved: (() => void)[] = [];
  readonly results: LenexResult[] = [];
  readonly entries: LenexResult[] = [];

  constructor(report: ImportReport, codes: OwnCodes) {
    this.#report = report;
    this.#codes = codes;
  }

  athlete(element: XmlElement, club: LenexClub, numberOf: () => number): void {
    const competitor = this.#athleteOf(element, club);
    const id = element.attributes.athleteid;
    if (id !== undefined) {
      this.#athletes.set(`${club.key}|${id}`, competitor);
      if (!this.#athletes.has(`|${id}`)) this.#athletes.set(`|${id}`, competitor);
    }
    this.#take(element, competitor, club, null, numberOf);
  }

  relay(element: XmlElement, club: LenexClub, numberOf: () => number): void {
    const { gender = 'X', number = '1', name, agemin, agemax } = element.attributes;
    const team = lineText(name || club.name);
    const ages =
      Number(agemin) > 0 || Number(agemax) > 0 ? ([Number(agemin), Number(agemax)] as const) : null;
    const competitor: LenexCompetitor = {
      code: competitorText(`${club.key}-${gender}${number}`),
      kind: 'TEAM',
      organisation: club.organisation,
      name: { team: number === '1' ? team : lineText(`${team} ${number}`) },
      ...genderOf(gender),
    };
    this.#take(element, competitor, club, ages, numberOf);
  }

  /** Everybody is known now. */
  finish(): void {
    for (const resolve of this.#unresolved) resolve();
    this.#unresolved.length = 0;
    this.#teamOf.clear();
  }

  #take(
    element: XmlElement,
    competitor: LenexCompetitor,
    club: LenexClub,
    ages: LenexResult['ages'],
    numberOf: () => number,
  ): void {
    for (const result of at(element, 'RESULTS', 'RESULT'))
      this.results.push(this.#resultOf(result, competitor, club, ages, numberOf()));
    for (const entry of at(element, 'ENTRIES', 'ENTRY'))
      this.entries.push(this.#entryOf(entry, competitor, club, ages));
  }

  #athleteOf({ attributes, line }: XmlElement, club: LenexClub): LenexCompetitor {
    const { athleteid, firstname, lastname, nation, gender, birthdate } = attributes;
    const wished =
      competitorText(athleteid ?? `${club.key}-${lastname}-${firstname}-${birthdate}`) || 'UNKNOWN';
    const code = this.#codes.of(wished, [club.key, lastname, firstname, birthdate].join('|'));
    if (code !== wished) this.#report.add('CODE_MADE', line, `${lastname ?? ''} ${firstname ?? ''}: ${code}`);
    return {
      code,
      kind: 'ATHLETE',
      organisation: club.national && nation ? codeText(nation) : club.organisation,
      name: personName(lineText(firstname ?? ''), lineText(lastname ?? '')),
      ...genderOf(gender),
      ...birthDateOf(birthdate, this.#report, line),
    };
  }

  #resultOf(
    element: XmlElement,
    competitor: LenexCompetitor,
    club: LenexClub,
    ages: LenexResult['ages'],
    number: number,
  ): LenexResult {
    const { line, attributes } = element;
    const { reactiontime, comment, place } = attributes;
    const time = swimTime(attributes.swimtime);
    const status = statusOf(attributes.status ?? '');
    if (time === undefined)
      this.#report.add('TIME_UNREADABLE', line, `${competitor.code}: swim time "${attributes.swimtime}"`);
    if (status === null)
      this.#report.add('STATUS_UNKNOWN', line, `${competitor.code}: status "${attributes.status}"`);
    const lost = time === undefined || status === null;
    return {
      line,
      number,
      ...slotOf(attributes, attributes.resultid),
      competitor,
      members: this.#membersOf(element, club),
      time: lost ? null : time,
      reaction: reactionOf(reactiontime, this.#report, line),
      status: status ?? '',
      lost,
      comment: lineText(comment ?? ''),
      splits: children(child(element, 'SPLITS'), 'SPLIT')
        .flatMap((split) => this.#splitOf(split))
        .sort((one, other) => one.distance - other.distance),
      place: Number(place) > 0 ? Number(place) : null,
      ages,
    };
  }

  #entryOf(
    element: XmlElement,
    competitor: LenexCompetitor,
    club: LenexClub,
    ages: LenexResult['ages'],
  ): LenexResult {
    const { line, attributes } = element;
    const status = attributes.status ?? '';
    return {
      line,
      number: 0,
      ...slotOf(attributes, undefined),
      competitor,
      members: this.#membersOf(element, club),
      time: null,
      reaction: null,
      status: status === 'RJC' ? 'RJC' : (statusOf(status) ?? ''),
      lost: false,
      comment: '',
      splits: [],
      place: null,
      ages,
    };
  }

  /** Filled in by `finish`: an athlete can be in a club that comes later. */
  #membersOf(element: XmlElement, club: LenexClub): readonly LenexMember[] {
    const positions = [...at(element, 'RELAYPOSITIONS', 'RELAYPOSITION')];
    if (positions.length === 0) return NO_MEMBERS;
    positions.sort((one, other) => Number(one.attributes.number) - Number(other.attributes.number));
    const members: LenexMember[] = [];
    const { event, heat } = slotOf(element.attributes);
    const race = `${event}|${heat}`;
    this.#unresolved.push(() => {
      for (const position of positions) {
        const competitor = this.#memberOf(position, club);
        const reaction = reactionOf(position.attributes.reactiontime, this.#report, position.line);
        if (competitor !== null)
          members.push({ competitor, reaction, listed: this.#isFree(competitor, race, element) });
      }
    });
    return members;
  }

  /** Nobody is in two teams of a race. `team`: where somebody is named. */
  #isFree({ code }: LenexCompetitor, race: string, team: XmlElement): boolean {
    const key = `${race}|${code}`;
    const before = this.#teamOf.get(key) ?? team;
    this.#teamOf.set(key, before);
    if (before !== team) this.#report.add('MEMBER_TWICE', team.line, code);
    return before === team;
  }

  /** Of the own club before any other. */
  #memberOf(position: XmlElement, club: LenexClub): LenexCompetitor | null {
    const { athleteid = '' } = position.attributes;
    const inside = child(position, 'ATHLETE');
    const known = this.#athletes.get(`${club.key}|${athleteid}`) ?? this.#athletes.get(`|${athleteid}`);
    if (known !== undefined) return known;
    if (inside !== undefined) return this.#athleteOf(inside, club);
    if (athleteid !== '')
      this.#report.add('VALUE_UNREADABLE', position.line, `there is no athlete "${athleteid}"`);
    return null;
  }

  #splitOf({ attributes, line }: XmlElement): { distance: number; time: Micro }[] {
    const time = swimTime(attributes.swimtime);
    const distance = Number(attributes.distance);
    if (time === null) return [];
    if (time !== undefined && Number.isInteger(distance) && distance > 0) return [{ distance, time }];
    this.#report.add(
      'VALUE_UNREADABLE',
      line,
      `split "${attributes.swimtime}" at "${attributes.distance ?? ''}" m`,
    );
    return [];
  }
}

const NO_MEMBERS: readonly LenexMember[] = [];

/** Statuses of results that LENEX has; national federations write others with their prefix, `SUI.RED10`. */
const STATUSES = new Set(['', 'EXH', 'DSQ', 'DNS', 'DNF', 'SICK', 'WDR']);

const statusOf = (status: string): string | null => (STATUSES.has(status) ? status : null);

function slotOf(
  { eventid = '', heatid, heat, lane }: Readonly<Record<string, string>>,
  id = '',
): Pick<LenexResult, 'event' | 'id' | 'heat' | 'lane'> {
  const key = heatid ?? heat ?? '';
  return {
    event: eventid,
    id,
    heat: key === '' || key === '0' || key === '-1' ? null : key,
    lane: lane === undefined || lane === '' || key === '0' ? null : codeText(lane),
  };
}
