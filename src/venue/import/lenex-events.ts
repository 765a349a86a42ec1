/** Events of a LENEX file: heats, age groups, and where they are in the programme. */
import { dayOf } from './clocks.ts';
import { minutesOf, wholeNumber } from './lenex-values.ts';
import type { ImportReport } from './report.ts';
import type { Spool, SpooledList } from './spool.ts';
import { lineText } from './texts.ts';
import { at, child, type XmlElement } from './xml-tree.ts';

export interface LenexSession {
  readonly date: string;
  /** Minutes after midnight; null when not given. */
  readonly daytime: number | null;
  readonly events: readonly LenexEvent[];
}

export interface LenexEvent {
  readonly id: string;
  readonly line: number;
  readonly number: string;
  readonly gender: string;
  /** `PRE SEM FIN TIM SOP SOS` ... */
  readonly round: string;
  readonly distance: number;
  readonly legs: number;
  readonly stroke: string;
  readonly daytime: number | null;
  /** Id of the event of the round before; `-1` for none. Some programs write ids that no event has. */
  readonly previous: string;
  readonly heats: readonly LenexHeat[];
  readonly ageGroups: readonly LenexAgeGroup[];
}

export interface LenexHeat {
  readonly key: string;
  readonly number: number;
  readonly daytime: number | null;
  /** `A`, `B` ... where finals are graded. */
  readonly final: string | null;
  /** `SEEDED`, `INOFFICIAL`, `OFFICIAL`; empty where the file does not say. */
  readonly status: string;
}

export interface LenexAgeGroup {
  readonly name: string;
  readonly line: number;
  /** Null for no limit. */
  readonly youngest: number | null;
  readonly oldest: number | null;
  /** `M`, `F`; empty for that of the event. */
  readonly gender: string;
  /** Classes of swimmers with a handicap. Several classes in one group are placed by points. */
  readonly handicaps: readonly string[];
  /** Results of this age group: who belongs to it, with the published place. */
  readonly places: SpooledList<readonly [resultId: string, place: number]>;
}

/** The day of a session that has none which can be read is that of the session before. */
const NO_DAY = '2000-01-01';

/** Collects sessions as the events of a file come by. */
export class LenexSessions {
  readonly #sessions = new Map<XmlElement, { date: string; daytime: number | null; events: Ordered[] }>();
  readonly #report: ImportReport;
  readonly #spool: Spool;
  #date = NO_DAY;

  constructor(report: ImportReport, spool: Spool) {
    this.#report = report;
    this.#spool = spool;
  }

  /** `session`: the same object for all events in it. Without a distance it is no event. */
  add(session: XmlElement, element: XmlElement): void {
    const event = eventOf(element, this.#spool);
    if (event !== null) this.#of(session).events.push(event);
  }

  #of(session: XmlElement): { events: Ordered[] } {
    const known = this.#sessions.get(session);
    if (known !== undefined) return known;
    const { date = '', daytime } = session.attributes;
    if (dayOf(date) !== null) this.#date = date;
    else this.#report.add('DATE_ASSUMED', session.line, `session "${date}": taken as ${this.#date}`);
    const added = { date: this.#date, daytime: minutesOf(daytime), events: [] };
    this.#sessions.set(session, added);
    return added;
  }

  all(): readonly LenexSession[] {
    return [...this.#sessions.values()].map(({ events, ...session }) => ({
      ...session,
      events: [...events].sort((one, other) => one.order - other.order),
    }));
  }
}

/** The longest relays for a cause have a hundred. */
const LEGS_MAX = 999;

type Ordered = LenexEvent & { readonly order: number };

function eventOf(event: XmlElement, spool: Spool): Ordered | null {
  const { attributes, line } = event;
  const style = child(event, 'SWIMSTYLE')?.attributes ?? {};
  const distance = wholeNumber(style.distance, 10);
  const legs = wholeNumber(style.relaycount, 1) ?? 1;
  if (distance === null || distance > 99_999 || legs > LEGS_MAX) return null;
  return {
    id: attributes.eventid ?? '',
    line,
    number: attributes.number ?? '',
    gender: attributes.gender ?? 'A',
    round: attributes.round ?? 'TIM',
    distance,
    legs,
    stroke: style.stroke ?? 'UNKNOWN',
    daytime: minutesOf(attributes.daytime),
    previous: attributes.preveventid ?? '-1',
    heats: at(event, 'HEATS', 'HEAT').map(heatOf),
    ageGroups: at(event, 'AGEGROUPS', 'AGEGROUP').map((group) => ageGroupOf(group, spool)),
    order: Number(attributes.order) || Number(attributes.number) || 0,
  };
}

function heatOf({ attributes }: XmlElement, index: number): LenexHeat {
  return {
    key: attributes.heatid ?? String(index + 1),
    number: wholeNumber(attributes.number, 1) ?? index + 1,
    daytime: minutesOf(attributes.daytime),
    final: /^[A-Z]$/.test(attributes.final ?? '') ? attributes.final! : null,
    status: attributes.status ?? '',
  };
}

function ageGroupOf(group: XmlElement, spool: Spool): LenexAgeGroup {
  const { agemin, agemax, name, gender = '', handicap = '' } = group.attributes;
  const [youngest, oldest] = [wholeNumber(agemin, 0), wholeNumber(agemax, 0)];
  const places = at(group, 'RANKINGS', 'RANKING').map(({ attributes }): [string, number] => [
    attributes.resultid ?? '',
    Number(attributes.place) || 0,
  ]);
  return {
    name: lineText(name ?? ageText(youngest, oldest)),
    line: group.line,
    youngest,
    oldest,
    gender,
    handicaps: handicap.split(/[\s,;]+/).filter((each) => each !== '' && each !== '0'),
    places: spool.listOf(places),
  };
}

function ageText(from: number | null, to: number | null): string {
  if (from === null) return to === null ? '' : `${to} and under`;
  return to === null ? `${from} and over` : `${from}-${to}`;
}
