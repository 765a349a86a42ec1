/** A LENEX file (versions 2.0 and 3.0) as a meet: events, heats, competitors and what they swam. */
import { decimal, type Micro } from '../../model/decimal.ts';
import { parseTimeText } from '../../model/time-text.ts';
import { codeText, competitorText, lineText } from './feed-writer.ts';
import { grouped } from './grouped.ts';
import { ImportError } from './import-error.ts';
import type { LeftOut } from './left-out.ts';
import { at, child, children, parseXml, type XmlElement, type XmlFormat } from './xml-tree.ts';

export interface LenexMeet {
  readonly name: string;
  readonly city: string;
  readonly course: string;
  readonly sessions: readonly LenexSession[];
  readonly results: readonly LenexResult[];
  readonly nationalTeams: boolean;
  /** RESULT elements of the file. */
  readonly lines: number;
  readonly leftOut: readonly LeftOut[];
}

export interface LenexSession {
  readonly date: string;
  /** Minutes after midnight; null when not given. */
  readonly daytime: number | null;
  readonly events: readonly LenexEvent[];
}

export interface LenexEvent {
  readonly id: string;
  readonly number: string;
  readonly gender: string;
  /** `PRE SEM FIN TIM SOP SOS` ... */
  readonly round: string;
  readonly distance: number;
  readonly legs: number;
  readonly stroke: string;
  readonly daytime: number | null;
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
}

export interface LenexAgeGroup {
  readonly name: string;
  /** Results of this age group: who belongs to it, with the published place. */
  readonly places: ReadonlyMap<string, number>;
}

export interface LenexCompetitor {
  readonly code: string;
  readonly kind: 'ATHLETE' | 'TEAM';
  readonly organisation: string;
  readonly name: { readonly given?: string; readonly family?: string; readonly team?: string };
  readonly gender?: string;
  readonly birthDate?: string;
}

export interface LenexResult {
  /** Number of the RESULT element in the file. */
  readonly line: number;
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
  readonly comment: string;
  readonly splits: readonly { readonly distance: number; readonly time: Micro }[];
  /** As published over the round; for comparison only. Null for none. */
  readonly place: number | null;
}

export interface LenexMember {
  readonly competitor: LenexCompetitor;
  readonly reaction: Micro | null;
}

export const LENEX: XmlFormat = { name: 'LENEX' };

/** Throws an ImportError: NOT_LENEX, LENEX_TOO_LARGE, LENEX_DOCTYPE, LENEX_MALFORMED, LENEX_ZIPPED, LENEX_ENCODING. */
export function readLenex(file: Uint8Array | string): LenexMeet {
  const root = parseXml(file, LENEX);
  const meet = at(root, 'MEETS', 'MEET')[0];
  if (root.name !== 'LENEX' || meet === undefined) {
    throw new ImportError('NOT_LENEX', 'the file has no LENEX element with a MEET in it');
  }
  const clubs = at(meet, 'CLUBS', 'CLUB');
  const all = resultsOf(clubs);
  const leftOut: LeftOut[] = [];
  const sessions = at(meet, 'SESSIONS', 'SESSION').map(sessionOf);
  const known = new Set(sessions.flatMap(({ events }) => events.map(({ id }) => id)));
  for (const [event, of] of grouped(all, (result) => result.event))
    if (!known.has(event))
      leftOut.push({ reason: `Event ${event}: not in the programme, or no distance`, lines: of.length });
  return {
    name: lineText(meet.attributes.name ?? ''),
    city: lineText(meet.attributes.city ?? ''),
    course: meet.attributes.course ?? '',
    sessions,
    results: withoutTwins(
      all.filter(({ event }) => known.has(event)),
      leftOut,
    ),
    nationalTeams: clubs.length > 0 && clubs.every((club) => club.attributes.type === 'NATIONALTEAM'),
    lines: all.length,
    leftOut,
  };
}

// Programme

function sessionOf(session: XmlElement): LenexSession {
  const events = at(session, 'EVENTS', 'EVENT').flatMap((event) => eventOf(event) ?? []);
  return {
    date: /^\d{4}-\d{2}-\d{2}$/.test(session.attributes.date ?? '') ? session.attributes.date! : '2000-01-01',
    daytime: minutesOf(session.attributes.daytime),
    events: inOrder(events),
  };
}

const inOrder = (events: readonly (LenexEvent & { order: number })[]): LenexEvent[] =>
  [...events].sort((one, other) => one.order - other.order);

function eventOf(event: XmlElement): (LenexEvent & { order: number }) | null {
  const { attributes } = event;
  const style = child(event, 'SWIMSTYLE')?.attributes ?? {};
  const distance = Number(style.distance);
  if (!Number.isInteger(distance) || distance < 10 || distance > 99_999) return null;
  return {
    id: attributes.eventid ?? '',
    number: attributes.number ?? '',
    gender: attributes.gender ?? 'A',
    round: attributes.round ?? 'TIM',
    distance,
    legs: Math.max(1, Number(style.relaycount) || 1),
    stroke: style.stroke ?? 'UNKNOWN',
    daytime: minutesOf(attributes.daytime),
    previous: attributes.preveventid ?? '-1',
    heats: at(event, 'HEATS', 'HEAT').map(heatOf),
    ageGroups: at(event, 'AGEGROUPS', 'AGEGROUP').map(ageGroupOf),
    order: Number(attributes.order) || Number(attributes.number) || 0,
  };
}

function heatOf({ attributes }: XmlElement, index: number): LenexHeat {
  return {
    key: attributes.heatid ?? String(index + 1),
    number: Number(attributes.number) || index + 1,
    daytime: minutesOf(attributes.daytime),
    final: /^[A-Z]$/.test(attributes.final ?? '') ? attributes.final! : null,
  };
}

function ageGroupOf(group: XmlElement): LenexAgeGroup {
  const { agemin = '-1', agemax = '-1', name } = group.attributes;
  const places = at(group, 'RANKINGS', 'RANKING').map(({ attributes }): [string, number] => [
    attributes.resultid ?? '',
    Number(attributes.place) || 0,
  ]);
  return { name: lineText(name ?? ageText(agemin, agemax)), places: new Map(places) };
}

function ageText(from: string, to: string): string {
  if (from === '-1') return to === '-1' ? '' : `${to} and under`;
  return to === '-1' ? `${from} and over` : `${from}-${to}`;
}

/** `"1000"`, `"09:00"`, `"9:30"` -> minutes after midnight. Anything else is no time of day. */
export function minutesOf(text: string | undefined): number | null {
  const match = /^(\d{1,2}):?(\d{2})(?::\d{2})?$/.exec(text ?? '');
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

// Results

interface Club {
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  readonly national: boolean;
}

type Unnumbered = Omit<LenexResult, 'line'>;

function resultsOf(clubs: readonly XmlElement[]): LenexResult[] {
  const athletes = new Map<string, LenexCompetitor>();
  for (const club of clubs) {
    for (const athlete of at(club, 'ATHLETES', 'ATHLETE')) {
      const competitor = athleteOf(athlete, clubOf(club));
      athletes.set(athlete.attributes.athleteid ?? competitor.code, competitor);
    }
  }
  const results = clubs.flatMap((club) => [
    ...individualResults(club, athletes),
    ...relayResults(club, athletes),
  ]);
  return results.map((result, index) => ({ ...result, line: index + 1 }));
}

function clubOf({ attributes }: XmlElement): Club {
  const { clubid, code, nation, shortname, name = '' } = attributes;
  const national = attributes.type === 'NATIONALTEAM';
  const organisation = (national ? code || nation : code || nation || shortname) || name || 'UNA';
  return {
    key: code || clubid || name,
    name: lineText(name),
    organisation: codeText(organisation),
    national,
  };
}

function athleteOf({ attributes }: XmlElement, club: Club): LenexCompetitor {
  const { athleteid, firstname, lastname, nation, gender, birthdate } = attributes;
  const code = athleteid ?? `${club.key}-${lastname}-${firstname}-${birthdate}`;
  return {
    code: competitorText(code) || 'UNKNOWN',
    kind: 'ATHLETE',
    organisation: club.national && nation ? codeText(nation) : club.organisation,
    name: { ...(firstname ? { given: lineText(firstname) } : {}), family: lineText(lastname ?? '') },
    ...genderOf(gender),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(birthdate ?? '') ? { birthDate: birthdate! } : {}),
  };
}

/** LENEX writes F, the feed writes W as RSCs do. */
export const genderOf = (gender: string | undefined): { gender?: string } =>
  gender === 'F' || gender === 'M' || gender === 'X' ? { gender: gender === 'F' ? 'W' : gender } : {};

function individualResults(club: XmlElement, athletes: ReadonlyMap<string, LenexCompetitor>): Unnumbered[] {
  return at(club, 'ATHLETES', 'ATHLETE').flatMap((athlete) => {
    const competitor = athletes.get(athlete.attributes.athleteid ?? '') ?? athleteOf(athlete, clubOf(club));
    return at(athlete, 'RESULTS', 'RESULT').map((result) => resultOf(result, competitor, []));
  });
}

function relayResults(clubElement: XmlElement, athletes: ReadonlyMap<string, LenexCompetitor>): Unnumbered[] {
  const club = clubOf(clubElement);
  return at(clubElement, 'RELAYS', 'RELAY').flatMap((relay) => {
    const competitor = relayOf(relay, club);
    return at(relay, 'RESULTS', 'RESULT').map((result) => {
      const positions = [...at(result, 'RELAYPOSITIONS', 'RELAYPOSITION')];
      positions.sort((one, other) => Number(one.attributes.number) - Number(other.attributes.number));
      return resultOf(
        result,
        competitor,
        positions.flatMap((position) => memberOf(position, athletes, club)),
      );
    });
  });
}

function relayOf({ attributes }: XmlElement, club: Club): LenexCompetitor {
  const { gender = 'X', number = '1', name } = attributes;
  const team = lineText(name || club.name);
  return {
    code: competitorText(`${club.key}-${gender}${number}`),
    kind: 'TEAM',
    organisation: club.organisation,
    name: { team: number === '1' ? team : `${team} ${number}` },
    ...genderOf(gender),
  };
}

function memberOf(
  position: XmlElement,
  athletes: ReadonlyMap<string, LenexCompetitor>,
  club: Club,
): LenexMember[] {
  const inside = child(position, 'ATHLETE');
  const competitor =
    athletes.get(position.attributes.athleteid ?? '') ??
    (inside === undefined ? null : athleteOf(inside, club));
  return competitor === null ? [] : [{ competitor, reaction: reactionOf(position.attributes.reactiontime) }];
}

function resultOf(
  result: XmlElement,
  competitor: LenexCompetitor,
  members: readonly LenexMember[],
): Unnumbered {
  const {
    eventid = '',
    resultid = '',
    heatid,
    heat,
    lane,
    swimtime,
    reactiontime,
    status,
    comment,
    place,
  } = result.attributes;
  const heatKey = heatid ?? heat ?? '';
  return {
    event: eventid,
    id: resultid,
    heat: heatKey === '' || heatKey === '0' || heatKey === '-1' ? null : heatKey,
    lane: lane === undefined || lane === '' || heatKey === '0' ? null : codeText(lane),
    competitor,
    members,
    time: swimTime(swimtime),
    reaction: reactionOf(reactiontime),
    status: status ?? '',
    comment: lineText(comment ?? ''),
    splits: children(child(result, 'SPLITS'), 'SPLIT')
      .flatMap(splitOf)
      .sort((one, other) => one.distance - other.distance),
    place: Number(place) > 0 ? Number(place) : null,
  };
}

function splitOf({ attributes }: XmlElement): { distance: number; time: Micro }[] {
  const time = swimTime(attributes.swimtime);
  const distance = Number(attributes.distance);
  return time === null || !Number.isInteger(distance) || distance <= 0 ? [] : [{ distance, time }];
}

/** `"00:01:43.88"`; null for `NT`, zero and what some programs write instead. */
const swimTime = (text: string | undefined): Micro | null => parseTimeText(text ?? '') || null;

/** `"+68"` are hundredths: 0.68 s. A take-over can be negative. */
function reactionOf(text: string | undefined): Micro | null {
  const match = /^([+-]?)(\d{1,4})$/.exec(text ?? '');
  if (match === null) return null;
  const size = (Number(match[2]) * decimal('1')) / 100;
  return match[1] === '-' && size !== 0 ? -size : size;
}

/** Two relays of one club in one event need two codes; two results of one swimmer in one event are one too many. */
function withoutTwins(results: readonly LenexResult[], leftOut: LeftOut[]): LenexResult[] {
  const seen = new Map<string, number>();
  return results.flatMap((result) => {
    const key = `${result.event}|${result.competitor.code}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    if (before === 0) return result;
    if (result.competitor.kind === 'TEAM') {
      const code = `${result.competitor.code}-${before + 1}`;
      return { ...result, competitor: { ...result.competitor, code } };
    }
    leftOut.push({ reason: `Event ${result.event}: a second result of ${result.competitor.code}`, lines: 1 });
    return [];
  });
}
