/** Rows of SCHEDULE <-> Unit elements. */
import type { Row, RowOf } from '../../model/row.ts';
import { OWN, ownValue, quadruple } from './quadruple.ts';
import { childOf, childrenOf, present, type XmlNode } from './xml-node.ts';
import { element, mandatory, optional } from './xml-text.ts';

const COMPETITION_UNIT = '3';
const INFO = 'ExtendedInfo';

export function unitXml({ key, scheduled, state }: RowOf<'SCHEDULE'>): string {
  const attributes =
    mandatory('Code', key) +
    mandatory('PhaseType', COMPETITION_UNIT) +
    mandatory('ScheduleStatus', state.status) +
    optional('StartDate', scheduled.start) +
    optional('EndDate', scheduled.end) +
    optional('Medal', scheduled.medal === true ? '1' : '') +
    optional('Venue', scheduled.venue) +
    optional('Location', scheduled.location) +
    optional('SessionCode', scheduled.session);
  const name = element('ItemName', ` Language="ENG"${mandatory('Value', scheduled.name)}`);
  const more =
    quadruple(INFO, OWN, 'EVENT', scheduled.event) +
    quadruple(INFO, OWN, 'PHASE', scheduled.phase) +
    quadruple(INFO, OWN, 'RESULT_STATUS', state.resultStatus);
  return element('Unit', attributes, name + more);
}

export function unitOf(node: XmlNode): Row {
  const { Code, ScheduleStatus, StartDate, EndDate, Medal, Venue, Location, SessionCode } = node.attributes;
  const more = childrenOf(node, INFO);
  const said = (code: string): string | undefined => ownValue(more, code);
  const scheduled = {
    name: childOf(node, 'ItemName')?.attributes.Value ?? '',
    ...present({ event: said('EVENT'), phase: said('PHASE'), start: StartDate, end: EndDate }),
    ...present({ venue: Venue, location: Location, session: SessionCode, medal: Medal === '1' }),
  };
  const state = { status: ScheduleStatus, ...present({ resultStatus: said('RESULT_STATUS') }) };
  return { key: Code ?? '', scheduled, state } as Row;
}
