/** Sessions of the header and rows of SCHEDULE <-> Session and Unit elements. */
import type { Header } from '../../model/document.ts';
import { phaseTypeOf } from '../../model/phase-kind.ts';
import type { Row, RowOf } from '../../model/row.ts';
import { inOdfOrder, languageOf, odfLanguage } from './language.ts';
import { OWN, ownValue, quadruple } from './quadruple.ts';
import { childOf, childrenOf, numberOf, present, type XmlNode } from './xml-node.ts';
import { element, mandatory, optional } from './xml-text.ts';

type Session = NonNullable<Header['sessions']>[number];
type Texts = Readonly<Record<string, string>>;

const INFO = 'ExtendedInfo';

/** `UnitMedalType`: what is decided here. */
const MEDALS = { GOLD: '1', SILVER: '2', BRONZE: '3' } as const;

/** Keys of the words that event, phase and title are made of. */
const CODES = [
  ['EVENT_CODE', 'event'],
  ['PHASE_CODE', 'phase'],
  ['UNIT_CODE', 'unit'],
  ['UNIT_NUMBER', 'number'],
] as const;

export const sessionsXml = ({ sessions = [] }: Header): string => sessions.map(sessionXml).join('');

function sessionXml(session: Session): string {
  const attributes =
    mandatory('SessionCode', session.code) +
    mandatory('StartDate', session.start) +
    mandatory('EndDate', session.end) +
    mandatory('Venue', session.venue) +
    mandatory('VenueName', session.venueName ?? session.venue) +
    optional('SessionStatus', session.status) +
    optional('SessionType', session.type) +
    optional('Medal', session.medals);
  return element('Session', attributes, namesXml('SessionName', session.name, session.names));
}

export const sessionsIn = (competition: XmlNode): Pick<Header, 'sessions'> => {
  const sessions = childrenOf(competition, 'Session').map(sessionOf);
  return sessions.length === 0 ? {} : { sessions };
};

function sessionOf(node: XmlNode): Session {
  const { SessionCode: code = '', StartDate, EndDate, Venue, VenueName } = node.attributes;
  const { SessionStatus, SessionType, Medal } = node.attributes;
  const { name, names } = namesIn(node, 'SessionName');
  return {
    code,
    name,
    ...present({ names, start: StartDate, end: EndDate }),
    ...present({ venue: Venue, venueName: VenueName === Venue ? undefined : VenueName }),
    ...present({ type: SessionType as Session['type'], status: SessionStatus as Session['status'] }),
    ...present({ medals: numberOf(Medal) }),
  };
}

export function unitXml({ key, scheduled, state }: RowOf<'SCHEDULE'>): string {
  const attributes =
    mandatory('Code', key) +
    mandatory('PhaseType', phaseTypeOf(key)) +
    mandatory('ScheduleStatus', state.status) +
    optional('StartDate', scheduled.start) +
    optional('EndDate', scheduled.end) +
    optional('ActualStartDate', scheduled.actualStart) +
    optional('ActualEndDate', scheduled.actualEnd) +
    optional('Medal', scheduled.medal === undefined ? undefined : MEDALS[scheduled.medal]) +
    optional('Venue', scheduled.venue) +
    optional('Location', scheduled.location) +
    optional('SessionCode', scheduled.session);
  const more =
    quadruple(INFO, OWN, 'EVENT', scheduled.event) +
    quadruple(INFO, OWN, 'PHASE', scheduled.phase) +
    CODES.map(([code, field]) => quadruple(INFO, OWN, code, scheduled.codes?.[field])).join('') +
    quadruple(INFO, OWN, 'RESULT_STATUS', state.resultStatus);
  return element(
    'Unit',
    attributes,
    namesXml('ItemName', scheduled.name, scheduled.names) + venueXml(scheduled) + more,
  );
}

const venueXml = ({
  venue,
  venueName = venue,
  location,
  locationName = location,
}: RowOf<'SCHEDULE'>['scheduled']): string =>
  venueName === undefined && locationName === undefined
    ? ''
    : element(
        'VenueDescription',
        mandatory('VenueName', venueName) + mandatory('LocationName', locationName),
      );

export function unitOf(node: XmlNode): Row {
  const { Code, ScheduleStatus, StartDate, EndDate, ActualStartDate, ActualEndDate } = node.attributes;
  const { Medal, Venue, Location, SessionCode } = node.attributes;
  const more = childrenOf(node, INFO);
  const said = (code: string): string | undefined => ownValue(more, code);
  const place = childOf(node, 'VenueDescription')?.attributes ?? {};
  const medal = (Object.keys(MEDALS) as (keyof typeof MEDALS)[]).find((each) => MEDALS[each] === Medal);
  const { name, names } = namesIn(node, 'ItemName');
  const codes = present(Object.fromEntries(CODES.map(([code, field]) => [field, said(code)])));
  const scheduled = {
    name,
    ...present({ names, event: said('EVENT'), phase: said('PHASE'), start: StartDate, end: EndDate }),
    ...present({ actualStart: ActualStartDate, actualEnd: ActualEndDate, session: SessionCode, medal }),
    ...present({ venue: Venue, venueName: place.VenueName === Venue ? undefined : place.VenueName }),
    ...present({
      location: Location,
      locationName: place.LocationName === Location ? undefined : place.LocationName,
    }),
    ...(Object.keys(codes).length === 0 ? {} : { codes }),
  };
  const state = { status: ScheduleStatus, ...present({ resultStatus: said('RESULT_STATUS') }) };
  return { key: Code ?? '', scheduled, state } as Row;
}

/** The name itself is written as English, before it in other languages. */
const namesXml = (element_: string, name: string, names: Texts | undefined): string =>
  inOdfOrder([['en', name], ...Object.entries(names ?? {})])
    .map(([language, value]) =>
      element(element_, mandatory('Language', odfLanguage(language)) + mandatory('Value', value)),
    )
    .join('');

function namesIn(node: XmlNode, child: string): { name: string; names?: Texts } {
  const [first, ...others] = childrenOf(node, child).map(({ attributes }) => attributes);
  const names = Object.fromEntries(
    others.map(({ Language = '', Value = '' }) => [languageOf(Language), Value]),
  );
  return { name: first?.Value ?? '', ...(others.length === 0 ? {} : { names }) };
}
