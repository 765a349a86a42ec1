/** Rows of PARTICIPANTS <-> Participant and Team elements of DT_PARTIC and DT_PARTIC_TEAMS. */
import type { Header } from '../../model/document.ts';
import type { Identity, Row, RowOf } from '../../model/row.ts';
import { disciplineRsc } from '../../model/rsc.ts';
import { entriesOf, identityEntries, isIndividual, memberXml, personOf, RESULT_ENTRY } from './person.ts';
import { OWN, ownValue, quadruple } from './quadruple.ts';
import { childOf, childrenOf, numberOf, present, type XmlNode } from './xml-node.ts';
import { container, element, mandatory, optional } from './xml-text.ts';

const ENTRY = 'EventEntry';
const ATHLETE_FUNCTION = 'AA01';

type ParticipantRow = RowOf<'PARTICIPANTS'>;

export const participantXml = (header: Header, order: number, row: ParticipantRow): string =>
  isIndividual(row.identity) ? personXml(header, order, row) : teamXml(header, order, row);

function personXml(header: Header, order: number, row: ParticipantRow): string {
  const { key, identity } = row;
  const { given = '', family = '', name } = identity;
  const attributes =
    mandatory('Code', key) +
    mandatory('Parent', key) +
    optional('GivenName', given) +
    mandatory('FamilyName', family) +
    mandatory('PrintName', name) +
    mandatory('PrintInitialName', identity.shortName ?? name) +
    mandatory('TVName', identity.tvName ?? name) +
    mandatory('TVInitialName', identity.tvInitialName ?? name) +
    mandatory('TVFamilyName', family.toUpperCase()) +
    mandatory('Gender', identity.gender) +
    mandatory('Organisation', identity.organisation) +
    optional('BirthDate', identity.birthDate) +
    mandatory('MainFunctionId', ATHLETE_FUNCTION) +
    mandatory('Current', 'true');
  return element('Participant', attributes, disciplineXml(header, order, row));
}

function teamXml(header: Header, order: number, row: ParticipantRow): string {
  const { key, identity } = row;
  const attributes =
    mandatory('Code', key) +
    mandatory('Organisation', identity.organisation) +
    mandatory('Name', identity.name) +
    optional('Gender', identity.gender) +
    mandatory('Current', 'true');
  const members = (identity.members ?? []).map((member, index) => memberXml(member, index + 1, RESULT_ENTRY));
  return element(
    'Team',
    attributes,
    container('Composition', members.join('')) + disciplineXml(header, order, row),
  );
}

function disciplineXml(header: Header, order: number, row: ParticipantRow): string {
  const { identity } = row;
  const entries =
    quadruple(ENTRY, OWN, 'SORT_ORDER', order) +
    quadruple(ENTRY, OWN, 'START_ORDER', identity.startOrder) +
    identityEntries(identity, ENTRY, 'ENTRY');
  const events = identity.events?.length ? identity.events : [identity.unit ?? header.unit];
  const registered = events.map((event, index) =>
    element(
      'RegisteredEvent',
      mandatory('Event', event) + optional('Bib', identity.bib),
      index === 0 ? entries : '',
    ),
  );
  return element('Discipline', mandatory('Code', disciplineRsc(header.unit)), registered.join(''));
}

export function participantOf(node: XmlNode): readonly [order: number, row: Row] {
  const event = childOf(childOf(node, 'Discipline'), 'RegisteredEvent');
  const entries = childrenOf(event, ENTRY);
  const shared = present({
    bib: event?.attributes.Bib,
    startOrder: numberOf(ownValue(entries, 'START_ORDER')),
  });
  const identity = node.name === 'Team' ? teamOf(node, entries) : participantIdentity(node, entries);
  return [
    Number(ownValue(entries, 'SORT_ORDER')),
    { key: node.attributes.Code ?? '', identity: { ...identity, ...shared } },
  ];
}

function participantIdentity({ attributes }: XmlNode, entries: readonly XmlNode[]): Identity {
  return {
    kind: 'ATHLETE',
    name: attributes.PrintName ?? '',
    organisation: attributes.Organisation ?? '',
    ...present({ given: attributes.GivenName, family: attributes.FamilyName }),
    ...present({ gender: attributes.Gender, birthDate: attributes.BirthDate }),
    ...entriesOf(entries, false),
  };
}

function teamOf(node: XmlNode, entries: readonly XmlNode[]): Identity {
  const members = childrenOf(childOf(node, 'Composition'), 'Athlete').map((athlete) =>
    personOf(athlete, RESULT_ENTRY),
  );
  return {
    kind: (ownValue(entries, 'KIND') ?? 'TEAM') as Identity['kind'],
    name: node.attributes.Name ?? '',
    organisation: node.attributes.Organisation ?? '',
    ...entriesOf(entries, true),
    ...(members.length === 0 ? {} : { members }),
  };
}
