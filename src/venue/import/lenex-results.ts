/** Results and entries of a LENEX file: who swam what, or is to swim. */
import type { LenexClub } from './lenex-clubs.ts';
import { type InClub, LenexRelays } from './lenex-relays.ts';
import type { LenexCompetitor, LenexResult } from './lenex-starters.ts';
import { birthDateOf, genderOf, reactionOf, swimTime } from './lenex-values.ts';
import { OwnCodes } from './own-codes.ts';
import type { ImportReport } from './report.ts';
import type { Spool, SpooledList } from './spool.ts';
import { codeText, competitorText, lineText, personName } from './texts.ts';
import { at, child, children, type XmlElement } from './xml-tree.ts';

/** What a file has of one event. */
export interface SwumEvent {
  readonly results: SpooledList<LenexResult>;
  readonly entries: SpooledList<LenexResult>;
}

/** Reads athletes and relays as they come by. */
export class LenexResults {
  readonly #report: ImportReport;
  readonly #spool: Spool;
  readonly #codes = new OwnCodes();
  readonly #relays: LenexRelays;
  readonly #events = new Map<string, SwumEvent>();

  constructor(report: ImportReport, spool: Spool) {
    this.#report = report;
    this.#spool = spool;
    this.#relays = new LenexRelays(report, spool, (athlete, club) => this.#athleteOf(athlete, club));
  }

  athlete(element: XmlElement, club: LenexClub, numberOf: () => number): void {
    const competitor = this.#athleteOf(element, club);
    const { athleteid } = element.attributes;
    if (athleteid !== undefined) this.#relays.athlete(athleteid, club, competitor);
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

  /** By the id of the event, once everything is read. */
  events(): ReadonlyMap<string, SwumEvent> {
    for (const relay of this.#relays.results()) this.#add(relay);
    return this.#events;
  }

  #add(result: LenexResult): void {
    const { event, number } = result;
    const known = this.#events.get(event);
    const { results, entries } = known ?? { results: this.#spool.list(), entries: this.#spool.list() };
    if (known === undefined) this.#events.set(event, { results, entries });
    (number > 0 ? results : entries).push(result);
  }

  #take(
    element: XmlElement,
    competitor: LenexCompetitor,
    club: LenexClub,
    ages: LenexResult['ages'],
    numberOf: () => number,
  ): void {
    for (const result of at(element, 'RESULTS', 'RESULT'))
      this.#put(result, this.#resultOf(result, competitor, ages, numberOf()), club);
    for (const entry of at(element, 'ENTRIES', 'ENTRY'))
      this.#put(entry, entryOf(entry, competitor, ages), club);
  }

  #put(element: XmlElement, result: LenexResult, club: LenexClub): void {
    const positions = at(element, 'RELAYPOSITIONS', 'RELAYPOSITION');
    if (positions.length === 0) this.#add(result);
    else this.#relays.add(result, club, positions);
  }

  #athleteOf({ attributes, line }: InClub, club: LenexClub): LenexCompetitor {
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
      members: [],
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

  #splitOf({ attributes, line }: XmlElement): LenexResult['splits'] {
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

function entryOf(
  { line, attributes }: XmlElement,
  competitor: LenexCompetitor,
  ages: LenexResult['ages'],
): LenexResult {
  const { status = '' } = attributes;
  return {
    line,
    number: 0,
    ...slotOf(attributes, undefined),
    competitor,
    members: [],
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
