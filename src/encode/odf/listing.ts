/** Lists that stand in a header's `info` <-> Unit, Record and MedalStandings elements. */
import type { Header, Info, MedalLine, RecordLine, ScheduleLine } from '../../model/document.ts';
import { extensionValue, isOwn } from './quadruple.ts';
import { childOf, childrenOf, numberOf, present, type XmlNode } from './xml-node.ts';
import { container, element, mandatory, optional } from './xml-text.ts';

const COMPETITION_UNIT = '3';

export function listingXml({ info }: Header): string {
  return (info.schedule ?? []).map(unitXml).join('') + recordsXml(info.records ?? []) + standingsXml(info);
}

/** Adds to the info of a header what the body says. */
export function withListing(info: Info, competition: XmlNode): Info {
  const schedule = childrenOf(competition, 'Unit').map(unitOf(competition));
  const records = childrenOf(competition, 'Record').flatMap(recordLinesOf);
  const standings = childOf(competition, 'MedalStandings');
  return {
    ...info,
    ...(schedule.length === 0 ? {} : { schedule }),
    ...(records.length === 0 ? {} : { records }),
    ...(standings === undefined ? {} : standingsOf(standings)),
  };
}

function unitXml(line: ScheduleLine): string {
  const attributes =
    mandatory('Code', line.unit) +
    mandatory('PhaseType', COMPETITION_UNIT) +
    mandatory('ScheduleStatus', line.status) +
    optional('StartDate', line.start) +
    optional('EndDate', line.end) +
    optional('Medal', line.medal === true ? '1' : '') +
    optional('Venue', line.venue) +
    optional('Location', line.location);
  return element('Unit', attributes, element('ItemName', ` Language="ENG"${mandatory('Value', line.name)}`));
}

/** What has no attribute in Unit stands in ExtendedInfo `SS` `UNIT` with the line's number. */
const unitOf =
  (competition: XmlNode) =>
  (node: XmlNode, index: number): ScheduleLine => {
    const infos = childrenOf(childOf(competition, 'ExtendedInfos'), 'ExtendedInfo');
    const more = infos.find(
      (info) => isOwn(info) && info.attributes.Code === 'UNIT' && info.attributes.Pos === String(index + 1),
    );
    const { Code, ScheduleStatus, StartDate, EndDate, Medal, Venue, Location } = node.attributes;
    const said = (code: string): string | undefined =>
      more === undefined ? undefined : extensionValue(more, code);
    return {
      unit: Code ?? '',
      name: childOf(node, 'ItemName')?.attributes.Value ?? '',
      status: ScheduleStatus as ScheduleLine['status'],
      ...present({ event: said('EVENT'), phase: said('PHASE') }),
      ...present({ resultStatus: said('RESULT_STATUS') as ScheduleLine['resultStatus'] }),
      ...present({ start: StartDate, end: EndDate, venue: Venue, location: Location, medal: Medal === '1' }),
    };
  };

/** Lines with one code that follow each other stand under one Record. */
function recordsXml(lines: readonly RecordLine[]): string {
  let xml = '';
  for (let first = 0; first < lines.length; ) {
    const { code } = lines[first]!;
    let types = '';
    let next = first;
    for (; lines[next]?.code === code; next += 1) types += recordTypeXml(lines[next]!, next - first + 1);
    xml += element('Record', mandatory('Code', code), types);
    first = next;
  }
  return xml;
}

function recordTypeXml(line: RecordLine, order: number): string {
  const data =
    mandatory('Order', 1) +
    mandatory('Historical', line.historical === true ? 'Y' : 'N') +
    optional('Result', line.result) +
    optional('Unit', line.unit) +
    optional('Place', line.place) +
    optional('Date', line.date) +
    optional('Equalled', line.equalled) +
    optional('Unconfirmed', line.unconfirmed);
  const attributes =
    mandatory('Order', order) + mandatory('RecordType', line.recordType) + mandatory('Shared', 'N');
  return element('RecordType', attributes, element('RecordData', data, holderXml(line)));
}

/** Holders of the past have a printed name only: it stands as family name. */
function holderXml({ competitor, name, organisation }: RecordLine): string {
  if (!competitor && !name && !organisation) return '';
  const attributes =
    mandatory('Code', competitor) + mandatory('Type', 'A') + optional('Organisation', organisation);
  const description =
    mandatory('FamilyName', name) + mandatory('Gender', '') + mandatory('Organisation', organisation);
  const athlete = element('Athlete', mandatory('Code', competitor), element('Description', description));
  return element('Competitor', attributes, container('Composition', athlete));
}

function recordLinesOf(record: XmlNode): RecordLine[] {
  return childrenOf(record, 'RecordType').map((type) => {
    const data = childOf(type, 'RecordData');
    const { Result, Unit, Place, Date: date, Equalled, Unconfirmed, Historical } = data?.attributes ?? {};
    const holder = childOf(data, 'Competitor');
    const athlete = childOf(childOf(holder, 'Composition'), 'Athlete');
    return {
      code: record.attributes.Code ?? '',
      recordType: type.attributes.RecordType ?? '',
      result: Result ?? '',
      ...present({ competitor: holder?.attributes.Code, organisation: holder?.attributes.Organisation }),
      ...present({ name: childOf(athlete, 'Description')?.attributes.FamilyName }),
      ...present({ date, place: Place, unit: Unit, equalled: Equalled === 'Y' }),
      ...present({ unconfirmed: Unconfirmed === 'Y', historical: Historical === 'Y' }),
    };
  });
}

function standingsXml({ medals = [], finishedEvents, totalEvents }: Info): string {
  if (medals.length === 0) return '';
  const byTotal = sortRankTotals(medals);
  const lines = medals.map((line, index) => medalLineXml(line, index + 1, byTotal[index]!, medals));
  const attributes = mandatory('TotalEvents', totalEvents) + mandatory('FinishedEvents', finishedEvents);
  return element('MedalStandings', attributes, container('MedalsTable', lines.join('')));
}

/** A unique order by total for each line. */
function sortRankTotals(medals: readonly MedalLine[]): number[] {
  const order = medals
    .map((_, index) => index)
    .sort((a, b) => medals[a]!.rankTotal - medals[b]!.rankTotal || a - b);
  const places: number[] = [];
  for (const [place, index] of order.entries()) places[index] = place + 1;
  return places;
}

function medalLineXml(
  line: MedalLine,
  sortRank: number,
  sortRankTotal: number,
  all: readonly MedalLine[],
): string {
  const sharesTotal = all.some((other) => other !== line && other.rankTotal === line.rankTotal);
  const attributes =
    mandatory('Rank', line.rank) +
    mandatory('RankTotal', line.rankTotal) +
    mandatory('SortRank', sortRank) +
    mandatory('SortRankTotal', sortRankTotal) +
    mandatory('Organisation', line.organisation) +
    optional('RankEqual', line.rankEqual) +
    optional('RankTotalEqual', sharesTotal);
  const count = (name: string, value: number): string => (value === 0 ? '' : optional(name, value));
  const numbers =
    count('Gold', line.gold) +
    count('Silver', line.silver) +
    count('Bronze', line.bronze) +
    count('Total', line.total);
  return element('MedalLine', attributes, element('MedalNumber', mandatory('Type', 'TOT') + numbers));
}

function standingsOf(node: XmlNode): Partial<Info> {
  const lines = childrenOf(childOf(node, 'MedalsTable'), 'MedalLine');
  return {
    ...present({ finishedEvents: numberOf(node.attributes.FinishedEvents) }),
    ...present({ totalEvents: numberOf(node.attributes.TotalEvents) }),
    medals: lines.map(medalLineOf),
  };
}

function medalLineOf(node: XmlNode): MedalLine {
  const { Gold, Silver, Bronze, Total } = childOf(node, 'MedalNumber')?.attributes ?? {};
  return {
    organisation: node.attributes.Organisation ?? '',
    rank: Number(node.attributes.Rank),
    rankEqual: node.attributes.RankEqual === 'Y',
    gold: numberOf(Gold) ?? 0,
    silver: numberOf(Silver) ?? 0,
    bronze: numberOf(Bronze) ?? 0,
    total: numberOf(Total) ?? 0,
    rankTotal: Number(node.attributes.RankTotal),
  };
}
