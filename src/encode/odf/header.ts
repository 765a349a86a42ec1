/** Header of a document <-> attributes of OdfBody and ExtendedInfos. */
import type { Correction, Document, DocumentType, Header, Info } from '../../model/document.ts';
import { millisecondText, parseInstant } from '../../model/instant.ts';
import { localTime } from '../../model/local-time.ts';
import type { Row } from '../../model/row.ts';
import type { Rows } from '../../model/row-list.ts';
import { NOW } from '../../model/shape/contest.ts';
import type { Shape } from '../../model/shape/field.ts';
import { OUTLOOK } from '../../model/shape/projection.ts';
import { fragmentOf } from '../fragments.ts';
import { competitionOf, competitionXml } from './competition.ts';
import { declaredOf, declaredXml } from './declared.ts';
import { isIndividual } from './person.ts';
import { always, extension, extensionValue, OWN, ownValue, quadruple } from './quadruple.ts';
import { sessionsIn, sessionsXml } from './schedule.ts';
import { childOf, childrenOf, numberOf, present, type XmlNode } from './xml-node.ts';
import { element, mandatory, optional } from './xml-text.ts';

/** Labels of our own: the output follows the structure of ODF and claims no conformity. */
const labels = (discipline: string): string =>
  mandatory('Gen', 'SPLITSECOND-GEN-1') +
  mandatory('Sport', `SPLITSECOND-${discipline}-1`) +
  mandatory('Codes', 'SPLITSECOND-CODES-1');
/** Where no venue has said what the competition is. */
const COMPETITION_CODE = 'SPLITSECOND';

const MESSAGE: Readonly<Record<DocumentType, string>> = {
  RESULT: 'DT_RESULT',
  PHASE_RESULT: 'DT_PHASE_RESULT',
  CUMULATIVE_RESULT: 'DT_CUMULATIVE_RESULT',
  POOL_STANDING: 'DT_POOL_STANDING',
  BRACKETS: 'DT_BRACKETS',
  RANKING: 'DT_RANKING',
  MEDALLISTS: 'DT_MEDALLISTS',
  MEDALS: 'DT_MEDALS',
  SCHEDULE: 'DT_SCHEDULE',
  PARTICIPANTS: 'DT_PARTIC',
  RECORDS: 'DT_RECORD',
  CURRENT: 'DT_CURRENT',
  PROJECTION: 'DT_PROJECTION',
  PLAY_BY_PLAY: 'DT_PLAY_BY_PLAY',
  COMMUNICATION: 'DT_COMMUNICATION',
  CONDITIONS: 'DT_WEATHER',
};
const TYPES: Readonly<Record<string, DocumentType>> = {
  ...Object.fromEntries(Object.entries(MESSAGE).map(([type, message]) => [message, type as DocumentType])),
  DT_PARTIC_TEAMS: 'PARTICIPANTS',
};

/** Messages that have ResultStatus in OdfBody; the others carry it under our own code. */
const RESULT_LIKE: ReadonlySet<DocumentType> = new Set([
  'RESULT',
  'PHASE_RESULT',
  'CUMULATIVE_RESULT',
  'POOL_STANDING',
  'BRACKETS',
  'RANKING',
  'MEDALLISTS',
]);

/** Participants are teams only when all of them are. */
function messageOf(type: DocumentType, rows: Rows<Row>): string {
  const teams =
    type === 'PARTICIPANTS' && rows.length > 0 && !rows.some(({ identity }) => isIndividual(identity!));
  return teams ? 'DT_PARTIC_TEAMS' : MESSAGE[type];
}

/** Everything before the body of `Competition`. Date and Time are those of the newest fact, as clocks at the venue show them. */
export function headXml(document: Document): string {
  const { header, version } = document;
  const attributes =
    mandatory('CompetitionCode', header.competition?.code ?? COMPETITION_CODE) +
    mandatory('DocumentCode', header.unit) +
    optional('DocumentSubcode', header.subcode) +
    mandatory('DocumentType', messageOf(header.type, document.rows)) +
    (RESULT_LIKE.has(header.type) ? mandatory('ResultStatus', header.status) : '') +
    mandatory('Version', version) +
    mandatory('FeedFlag', header.test ? 'T' : 'P') +
    timeAttributes(document) +
    mandatory('Source', sourceOf(header));
  const { before, after } = infosOf(header);
  const infos = `<ExtendedInfos>${before}${positionXml(document)}${after}</ExtendedInfos>`;
  return `<OdfBody${attributes}><Competition${labels(header.unit.slice(0, 3))}>${infos}${sessionsXml(header)}`;
}

/** `2024-08-01T20:05:00.104Z`: what `asOf` is; another text stands in an extension as it is. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const CLOCK = /^(.{10})T(\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?/;

function timeAttributes({ asOf, header }: Document): string {
  const local = INSTANT.test(asOf) ? localTime(asOf, header.competition?.utcOffset ?? UTC) : '';
  const [, date = '1970-01-01', hours = '00', minutes = '00', seconds = '00', millis = '000'] =
    CLOCK.exec(local) ?? [];
  const planned = header.info.day ?? /^\d{4}-\d\d-\d\d/.exec(header.info.scheduledStart ?? '')?.[0];
  return (
    mandatory('Date', date) +
    mandatory('Time', hours + minutes + seconds + millis) +
    mandatory('LogicalDate', planned ?? date)
  );
}

const UTC = '+00:00';

/** Venue (3), discipline (3), digit. */
function sourceOf({ info, unit }: Header): string {
  const venue = /^[A-Z0-9]{3}$/.test(info.venue ?? '') ? info.venue : 'SPS';
  return `${venue}${unit.slice(0, 3)}1`;
}

const INFO = 'ExtendedInfo';

/** What changes with every version. */
function positionXml({ epoch, hash, asOf, correction }: Document): string {
  const exact = INSTANT.test(asOf) ? '' : extension('AS_OF', asOf);
  return (
    always(INFO, OWN, 'POSITION', epoch, undefined, extension('HASH', hash) + exact) +
    correctionXml(correction)
  );
}

function correctionXml(correction: Correction | null): string {
  if (correction === null) return '';
  const moved = correction.moved.map((competitor, index) => extension('MOVED', competitor, index + 1));
  const extensions = extension('REASON', correction.reason) + moved.join('');
  return always(INFO, OWN, 'CORRECTION', correction.of, undefined, extensions);
}

/** Values of the unit as a whole: type, code, field. */
const VALUES = [
  ['UI', 'WIND_SPEED', 'wind'],
  ['UI', 'TEMPERATURE', 'temperature'],
  ['UI', 'HUMIDITY', 'humidity'],
  ['UI', 'PRESSURE', 'pressure'],
  ['UI', 'QUAL_STANDARD', 'qualifyingStandard'],
] as const;

/** The same that are ours. */
const OWN_VALUES = [
  ['SCHEDULED_START', 'scheduledStart'],
  ['DAY', 'day'],
  ['FINISHED_EVENTS', 'finishedEvents'],
  ['TOTAL_EVENTS', 'totalEvents'],
] as const;

/** The part of ExtendedInfos that only a new header changes, around the position. */
const infosOf = fragmentOf<Header, { before: string; after: string }>((header) => {
  const { info } = header;
  const times = optional('StartDate', info.started) + optional('EndDate', info.ended);
  return {
    before: (times === '' ? '' : element('UnitDateTime', times)) + unitInfos(info),
    after:
      headerInfos(header) +
      progressXml(info) +
      declaredChild('Now', NOW, header.now) +
      declaredChild('Outlook', OUTLOOK, header.outlook) +
      sportXml(header) +
      venueXml(info),
  };
});

function headerInfos(header: Header): string {
  const { reliability, names, columns, competition, info } = header;
  const reasons = reliability.reasons.map((reason, index) => extension('REASON', reason, index + 1));
  return (
    quadruple(INFO, OWN, 'RULE', header.rule) +
    (RESULT_LIKE.has(header.type) ? '' : quadruple(INFO, OWN, 'STATUS', header.status)) +
    always(INFO, OWN, 'RELIABILITY', reliability.ok ? 'Y' : 'N', undefined, reasons.join('')) +
    quadruple(INFO, OWN, 'PHASE_NAME', names.phase) +
    nameCodesXml(names) +
    gapXml(header.gap) +
    OWN_VALUES.map(([code, field]) => quadruple(INFO, OWN, code, info[field])).join('') +
    competitionXml(competition) +
    columns.map(columnXml).join('')
  );
}

const gapXml = (gap: Header['gap']): string =>
  gap === undefined ? '' : always(INFO, OWN, 'GAP', gap.as, undefined, extension('DECIMALS', gap.decimals));

function gapOf(nodes: readonly XmlNode[]): Pick<Header, 'gap'> {
  const [node] = own(nodes, 'GAP');
  if (node === undefined) return {};
  const decimals = Number(extensionValue(node, 'DECIMALS') ?? 0);
  return { gap: { as: node.attributes.Value as 'TIME' | 'NUMBER', decimals } };
}

const columnXml = ({ code, label, source, align, width }: Header['columns'][number], index: number): string =>
  always(
    INFO,
    OWN,
    'COLUMN',
    source,
    index + 1,
    extension('LABEL', label) +
      extension('ALIGN', align) +
      extension('WIDTH', width) +
      extension('CODE', code),
  );

function unitInfos(info: Info): string {
  let infos = '';
  for (const [type, code, field] of VALUES) infos += quadruple(INFO, type, code, info[field]);
  for (const [index, { by, count, mark }] of (info.advance ?? []).entries()) {
    infos += always(
      INFO,
      'UI',
      'QUAL_RULE',
      mark,
      index + 1,
      extension('BY', by) + extension('COUNT', count),
    );
  }
  return infos;
}

const progressXml = ({ progress }: Info): string =>
  progress === undefined
    ? ''
    : element(
        'Progress',
        mandatory('UnitsTotal', progress.units) + mandatory('UnitsComplete', progress.complete),
      );

function declaredChild(name: string, shape: Shape, said: object | undefined): string {
  if (said === undefined) return '';
  const { attributes, children } = declaredXml(shape, said);
  return element(name, attributes, children);
}

function nameCodesXml({ codes }: Header['names']): string {
  if (codes === undefined) return '';
  const { event, phase, unit, number } = codes;
  const extensions =
    extension('EVENT', event) +
    extension('PHASE', phase) +
    extension('UNIT', unit) +
    extension('NUMBER', number);
  return extensions === '' ? '' : always(INFO, OWN, 'NAME_CODES', 'Y', undefined, extensions);
}

function sportXml({ names, unit }: Header): string {
  const gender = unit.charAt(3);
  return element(
    'SportDescription',
    mandatory('DisciplineName', names.discipline) +
      optional('EventName', names.event) +
      optional('SubEventName', names.unit) +
      optional('Gender', /[MWXO]/.test(gender) ? gender : '-'),
  );
}

function venueXml({ venue, venueName = venue, location, locationName = location }: Info): string {
  if (!venueName && !locationName) return '';
  const place = mandatory('Venue', venue) + mandatory('VenueName', venueName);
  return element(
    'VenueDescription',
    place + optional('Location', location) + optional('LocationName', locationName),
  );
}

/** The numbering of a version and its header. */
export interface Head {
  readonly numbering: Omit<Document, 'header' | 'rows'>;
  readonly header: Header;
}

export function headOf(body: XmlNode): Head | null {
  const {
    DocumentType: message = '',
    DocumentCode,
    DocumentSubcode,
    ResultStatus,
    FeedFlag,
  } = body.attributes;
  const infos = childOf(childOf(body, 'Competition'), 'ExtendedInfos');
  const nodes = childrenOf(infos, INFO);
  const type = TYPES[message];
  if (type === undefined || infos === undefined) return null;
  const header: Header = {
    type,
    unit: DocumentCode ?? '',
    subcode: DocumentSubcode ?? null,
    status: (ResultStatus ?? ownValue(nodes, 'STATUS') ?? '') as Header['status'],
    test: FeedFlag === 'T',
    rule: ownValue(nodes, 'RULE') ?? null,
    names: namesOf(infos, nodes),
    reliability: reliabilityOf(nodes),
    columns: own(nodes, 'COLUMN').map(columnOf),
    info: infoOf(infos, nodes),
    ...nowOf(childOf(infos, 'Now')),
    ...outlookOf(childOf(infos, 'Outlook')),
    ...gapOf(nodes),
    ...competitionOf(own(nodes, 'COMPETITION')[0]),
    ...sessionsIn(childOf(body, 'Competition')!),
  };
  return { numbering: numberingOf(body, nodes, header.competition?.utcOffset), header };
}

const nowOf = (node: XmlNode | undefined): Pick<Header, 'now'> =>
  node === undefined ? {} : { now: declaredOf(NOW, node) as NonNullable<Header['now']> };

const outlookOf = (node: XmlNode | undefined): Pick<Header, 'outlook'> =>
  node === undefined ? {} : { outlook: declaredOf(OUTLOOK, node) as NonNullable<Header['outlook']> };

const own = (nodes: readonly XmlNode[], code: string): readonly XmlNode[] =>
  nodes.filter(({ attributes }) => attributes.Type === OWN && attributes.Code === code);

const extensionsOf = (node: XmlNode | undefined, code: string): string[] =>
  childrenOf(node, 'Extension')
    .filter(({ attributes }) => attributes.Code === code)
    .map(({ attributes }) => attributes.Value ?? '');

function numberingOf(body: XmlNode, nodes: readonly XmlNode[], offset = UTC): Head['numbering'] {
  const [position] = own(nodes, 'POSITION');
  const [correction] = own(nodes, 'CORRECTION');
  const { Date: date, Time: time = '', Version } = body.attributes;
  const clock = `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}.${time.slice(6)}`;
  return {
    epoch: position?.attributes.Value ?? '',
    version: Number(Version),
    hash: extensionsOf(position, 'HASH')[0] ?? '',
    asOf: extensionsOf(position, 'AS_OF')[0] ?? utcText(`${date}T${clock}${offset}`),
    correction: correction === undefined ? null : correctionOf(correction),
  };
}

function utcText(local: string): string {
  const instant = parseInstant(local);
  return instant === null ? local : millisecondText(instant);
}

const correctionOf = (node: XmlNode): Correction => ({
  of: Number(node.attributes.Value),
  reason: extensionValue(node, 'REASON') ?? null,
  moved: extensionsOf(node, 'MOVED'),
});

function namesOf(infos: XmlNode, nodes: readonly XmlNode[]): Header['names'] {
  const { DisciplineName, EventName, SubEventName } = childOf(infos, 'SportDescription')?.attributes ?? {};
  const phase = ownValue(nodes, 'PHASE_NAME');
  const [coded] = own(nodes, 'NAME_CODES');
  const code = (name: string): string | undefined =>
    coded === undefined ? undefined : extensionValue(coded, name);
  const codes = { event: code('EVENT'), phase: code('PHASE'), unit: code('UNIT'), number: code('NUMBER') };
  return {
    discipline: DisciplineName ?? '',
    ...present({ event: EventName, phase, unit: SubEventName }),
    ...(coded === undefined ? {} : { codes: present(codes) }),
  };
}

function reliabilityOf(nodes: readonly XmlNode[]): Header['reliability'] {
  const [node] = own(nodes, 'RELIABILITY');
  const reasons = extensionsOf(node, 'REASON') as Header['reliability']['reasons'];
  return { ok: node?.attributes.Value === 'Y', reasons };
}

const columnOf = (node: XmlNode): Header['columns'][number] => ({
  label: extensionValue(node, 'LABEL') ?? '',
  source: node.attributes.Value ?? '',
  align: (extensionValue(node, 'ALIGN') ?? 'left') as 'left',
  width: Number(extensionValue(node, 'WIDTH')),
  ...present({ code: extensionValue(node, 'CODE') }),
});

function infoOf(infos: XmlNode, nodes: readonly XmlNode[]): Info {
  const times = childOf(infos, 'UnitDateTime')?.attributes;
  const place = childOf(infos, 'VenueDescription')?.attributes;
  const progress = childOf(infos, 'Progress')?.attributes;
  const advance = nodes.filter(
    ({ attributes }) => attributes.Type === 'UI' && attributes.Code === 'QUAL_RULE',
  );
  const values: Record<string, string | undefined> = {};
  for (const [type, code, field] of VALUES) values[field] = valueAt(nodes, type, code);
  const venueName = place?.VenueName === place?.Venue ? undefined : place?.VenueName;
  const locationName = place?.LocationName === place?.Location ? undefined : place?.LocationName;
  return {
    ...present({ ...values, venue: place?.Venue, location: place?.Location, venueName, locationName }),
    ...present({ scheduledStart: ownValue(nodes, 'SCHEDULED_START'), day: ownValue(nodes, 'DAY') }),
    ...present({ started: times?.StartDate, ended: times?.EndDate }),
    ...present({ finishedEvents: numberOf(ownValue(nodes, 'FINISHED_EVENTS')) }),
    ...present({ totalEvents: numberOf(ownValue(nodes, 'TOTAL_EVENTS')) }),
    ...(advance.length === 0 ? {} : { advance: advance.map(advanceOf) }),
    ...(progress && {
      progress: { units: Number(progress.UnitsTotal), complete: Number(progress.UnitsComplete) },
    }),
  };
}

const valueAt = (nodes: readonly XmlNode[], type: string, code: string): string | undefined =>
  nodes.find(({ attributes }) => attributes.Type === type && attributes.Code === code)?.attributes.Value;

const advanceOf = (node: XmlNode): NonNullable<Info['advance']>[number] => ({
  by: extensionValue(node, 'BY') ?? '',
  count: Number(extensionValue(node, 'COUNT')),
  mark: node.attributes.Value ?? '',
});
