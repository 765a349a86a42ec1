/** One row <-> one Result element. */

import { carried } from '../../model/carried.ts';
import type { Derived } from '../../model/order.ts';
import type { CombinedPartDetails, Details, Identity, Mark, Place, Row, StoredRow } from '../../model/row.ts';
import { ByteSink } from '../byte-sink.ts';
import { fragmentOf } from '../fragments.ts';
import type { SportCodes } from './codes.ts';
import { type DetailsXml, detailsOf, detailsXml } from './details.ts';
import { givenOf, givenQuadruples } from './listed-row.ts';
import {
  competitorAttributes,
  compositionXml,
  identityEntries,
  identityOf,
  isIndividual,
  RESULT_ENTRY,
  teamDescription,
} from './person.ts';
import { always, extension, extensionValue, OWN, ownValue, quadruple } from './quadruple.ts';
import { sportCodesOf } from './sport-codes.ts';
import { childOf, childrenOf, numberOf, present, type XmlNode } from './xml-node.ts';
import { container, element, mandatory, optional } from './xml-text.ts';

/** What the XML of a row depends on beside the row: the event that records are of, and the sport's codes. */
export interface Scope {
  readonly event: string;
  readonly sport: SportCodes;
}

export const scopeOf = (unit: string): Scope => ({
  event: unit.slice(0, 14),
  sport: sportCodesOf(unit.slice(0, 3)),
});

const parts = new ByteSink(4096);
const results = carried<Row, { readonly event: string; readonly bytes: Uint8Array }>();

/** All of a Result but `<Result SortOrder="n"` and what follows from the order. A row that two events show is made for each in turn. */
export function resultBytes(row: StoredRow, scope: Scope): Uint8Array {
  const known = results.get(row);
  if (known?.event === scope.event) return known.bytes;
  const bytes = madeResult(row, scope);
  results.set(row, { event: scope.event, bytes });
  return bytes;
}

/** A change of place alone makes a few attributes new; the rest is copied. */
function madeResult({ key, identity, mark, place }: StoredRow, scope: Scope): Uint8Array {
  const done = markXml(mark, identity, scope);
  const own = placeResults(place);
  const opened = own !== '' || done.results.length > 0;
  parts.put(
    Buffer.from(
      `${placeAttributes(place)}${done.attributes}${startAttributes(identity)}>${opened ? OPEN : ''}`,
    ),
  );
  parts.put(done.results);
  if (opened) parts.put(Buffer.from(own + CLOSE));
  parts.put(done.after);
  parts.put(
    done.athletes === null
      ? competitorBytes(key, identity)
      : Buffer.from(competitorXml(key, identity, done.athletes)),
  );
  parts.put(END);
  return parts.take();
}

const OPEN = '<ExtendedResults>';
const CLOSE = '</ExtendedResults>';
const END = Buffer.from('</Result>');

/** What a mark says in a Result. */
interface MarkXml {
  readonly event: string;
  readonly attributes: string;
  readonly results: Uint8Array;
  /** RecordIndicators and ResultItems. */
  readonly after: Uint8Array;
  /** ExtendedResults of a team's athletes; null when there are none, as with most marks. */
  readonly athletes: DetailsXml['ofAthletes'] | null;
}

const marks = carried<Mark, MarkXml>();

function markXml(mark: Mark, identity: Identity, scope: Scope): MarkXml {
  const known = marks.get(mark);
  // Where athletes come into it, it depends on who is a member.
  if (known?.event === scope.event && known.athletes === null && !mayNameAthletes(mark, identity))
    return known;
  const details = detailsXml(mark.details, scope.sport, memberCodes(identity));
  const made: MarkXml = {
    event: scope.event,
    attributes: markAttributes(mark),
    results: Buffer.from(
      details.ofRow + quadruple(ER, 'ER', 'RULE', mark.irmReason) + quadruple(ER, OWN, 'VALUE', mark.value),
    ),
    after: Buffer.from(recordsXml(mark, scope) + itemsXml(mark)),
    athletes: details.ofAthletes.size === 0 ? null : details.ofAthletes,
  };
  marks.set(mark, made);
  return made;
}

const mayNameAthletes = ({ details }: Mark, { members = [] }: Identity): boolean =>
  members.length > 0 && (details.judged !== undefined || details.timedRace?.legs !== undefined);

const memberCodes = fragmentOf<Identity, ReadonlySet<string>>(
  (identity) => new Set((identity.members ?? []).map(({ competitor }) => competitor)),
);

const placeAttributes = (place: Place): string => optional('QualificationMark', place.qualificationMark);

/** What follows from the place in the list. */
export const derivedAttributes = ({ rank, rankEqual, diff }: Derived): string =>
  optional('Rank', rank) + optional('RankEqual', rankEqual) + optional('Diff', diff);

const markAttributes = (mark: Mark): string =>
  optional('ResultType', mark.resultType) +
  optional('Result', mark.result) +
  optional('Unchecked', mark.unchecked) +
  optional('IRM', mark.irm) +
  optional('WLT', mark.wlt);

/** What is printed is the lane where there is one; what is sorted by is the order of starting. */
const startAttributes = (identity: Identity): string =>
  optional('StartOrder', identity.lane ?? identity.startOrder) +
  optional('StartSortOrder', identity.startOrder);

const ER = 'ExtendedResult';

function placeResults(place: Place): string {
  const decided = place.decidedBy;
  return (
    givenQuadruples(place, ER) +
    quadruple(ER, 'ER', 'PHOTO', place.photoFinish) +
    quadruple(ER, OWN, 'MEDAL', place.medal) +
    quadruple(ER, OWN, 'RULING', place.ruling) +
    (decided === null
      ? ''
      : always(ER, OWN, 'DECIDED_BY', decided.criterion, undefined, extension('CLAUSE', decided.clause)))
  );
}

function recordsXml(mark: Mark, scope: Scope): string {
  const indicators = mark.records.map((type, index) =>
    element(
      'RecordIndicator',
      mandatory('Order', index + 1) + mandatory('Code', scope.event) + mandatory('RecordType', type),
    ),
  );
  return container('RecordIndicators', indicators.join(''));
}

const itemsXml = (mark: Mark): string =>
  container('ResultItems', (mark.details.combined?.parts ?? []).map(itemXml).join(''));

function itemXml(part: CombinedPartDetails, index: number): string {
  const attributes =
    optional('Rank', part.rank) +
    optional('ResultType', part.resultType) +
    optional('Result', part.result) +
    optional('IRM', part.irm) +
    optional('ResultPoints', part.points);
  const total =
    part.total === undefined && part.totalRank === undefined
      ? ''
      : element(
          ER,
          ` Type="ER" Code="TOTAL_PTS"${optional('Value', part.total)}${optional('Rank', part.totalRank)}`,
        );
  const results =
    quadruple(ER, 'ER', 'WIND_SPEED', part.wind) + total + quadruple(ER, OWN, 'NAME', part.name);
  const result = element('Result', attributes, container('ExtendedResults', results));
  return element('ResultItem', mandatory('Unit', part.unit) + mandatory('Order', index + 1), result);
}

/** An identity is that of one competitor, whose code is the key of the row. */
const competitors = carried<Identity, { readonly key: string; readonly bytes: Uint8Array }>();

function competitorBytes(key: string, identity: Identity): Uint8Array {
  const known = competitors.get(identity);
  if (known?.key === key) return known.bytes;
  const bytes = Buffer.from(competitorXml(key, identity));
  competitors.set(identity, { key, bytes });
  return bytes;
}

export function competitorXml(
  key: string,
  identity: Identity,
  results: DetailsXml['ofAthletes'] = new Map(),
): string {
  const entries = identityEntries(identity, RESULT_ENTRY.name);
  const ofTeam = isIndividual(identity) ? '' : entries;
  const composition = compositionXml(key, identity, RESULT_ENTRY, entries, results);
  return element(
    'Competitor',
    competitorAttributes(key, identity),
    teamDescription(identity) + ofTeam + composition,
  );
}

export function rowOf(node: XmlNode, sport: SportCodes): Row {
  const competitor = childOf(node, 'Competitor') ?? { name: '', attributes: {}, children: [] };
  const results = childrenOf(childOf(node, 'ExtendedResults'), ER);
  const entries = childrenOf(competitor, RESULT_ENTRY.name);
  const athletes = childrenOf(childOf(competitor, 'Composition'), 'Athlete').map(
    (athlete) =>
      [athlete.attributes.Code ?? '', childrenOf(childOf(athlete, 'ExtendedResults'), ER)] as const,
  );
  const details = { ...detailsOf(results, athletes, sport), ...combinedOf(node) };
  return {
    key: competitor.attributes.Code ?? '',
    identity: identityOf(competitor, RESULT_ENTRY, entries, node.attributes.StartSortOrder),
    mark: markOf(node, results, details),
    place: placeOf(node.attributes, results),
  };
}

function markOf({ attributes, children }: XmlNode, results: readonly XmlNode[], details: Details): Mark {
  const indicators = children.find(({ name }) => name === 'RecordIndicators')?.children ?? [];
  return {
    result: attributes.Result ?? null,
    resultType: (attributes.ResultType ?? null) as Mark['resultType'],
    irm: attributes.IRM ?? null,
    ...present({ value: ownValue(results, 'VALUE') }),
    ...present({ irmReason: resultValue(results, 'RULE'), unchecked: attributes.Unchecked === 'Y' }),
    ...present({ wlt: attributes.WLT as Mark['wlt'] }),
    records: indicators.map((indicator) => indicator.attributes.RecordType ?? ''),
    details,
  };
}

function placeOf(attributes: XmlNode['attributes'], results: readonly XmlNode[]): Place {
  const decided = results.find(
    (node) => node.attributes.Code === 'DECIDED_BY' && node.attributes.Type === OWN,
  );
  return {
    ranked: attributes.Rank !== undefined,
    ...givenOf(results),
    qualificationMark: attributes.QualificationMark ?? null,
    decidedBy:
      decided === undefined
        ? null
        : { criterion: decided.attributes.Value ?? '', clause: extensionValue(decided, 'CLAUSE') ?? '' },
    photoFinish: resultValue(results, 'PHOTO') === 'Y',
    ...present({ medal: ownValue(results, 'MEDAL') as Place['medal'], ruling: ownValue(results, 'RULING') }),
  };
}

const resultValue = (results: readonly XmlNode[], code: string): string | undefined =>
  results.find(({ attributes }) => attributes.Type === 'ER' && attributes.Code === code)?.attributes.Value;

function combinedOf(node: XmlNode): Details {
  const items = childrenOf(childOf(node, 'ResultItems'), 'ResultItem');
  return items.length === 0 ? {} : { combined: { parts: items.map(partOf) } };
}

function partOf(node: XmlNode): CombinedPartDetails {
  const result = childOf(node, 'Result');
  const { Rank, ResultType, Result, IRM, ResultPoints } = result?.attributes ?? {};
  const results = childrenOf(childOf(result, 'ExtendedResults'), ER);
  const total = results.find(({ attributes }) => attributes.Code === 'TOTAL_PTS')?.attributes;
  return {
    unit: node.attributes.Unit ?? '',
    name: ownValue(results, 'NAME') ?? '',
    ...present({ result: Result, resultType: ResultType as CombinedPartDetails['resultType'], irm: IRM }),
    ...present({ points: ResultPoints, rank: numberOf(Rank), wind: resultValue(results, 'WIND_SPEED') }),
    ...present({ total: total?.Value, totalRank: numberOf(total?.Rank) }),
  };
}
