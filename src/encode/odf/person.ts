/** Competitors and athletes: the `identity` of a row <-> Competitor, Composition, Athlete. */
import { printName } from '../../model/competitor.ts';
import type { Identity, MemberIdentity } from '../../model/row.ts';
import { OWN, ownValue, quadruple } from './quadruple.ts';
import { childOf, childrenOf, numberOf, present, type XmlNode } from './xml-node.ts';
import { container, element, mandatory, optional, type Value } from './xml-text.ts';

/** Where quadruples about a person stand: under EventUnitEntry in results, in ExtAthMedals in medal lists. */
export interface EntryForm {
  readonly wrapper: string | null;
  readonly name: string;
}

export const RESULT_ENTRY: EntryForm = { wrapper: null, name: 'EventUnitEntry' };
export const MEDAL_ENTRY: EntryForm = { wrapper: 'ExtAthMedals', name: 'ExtAthMedal' };

export const entriesXml = (form: EntryForm, entries: string): string =>
  form.wrapper === null ? entries : container(form.wrapper, entries);

export const entryNodes = (form: EntryForm, node: XmlNode): readonly XmlNode[] =>
  childrenOf(form.wrapper === null ? node : childOf(node, form.wrapper), form.name);

/** An individual is Type A and repeats its code as the one athlete of its composition. */
export const isIndividual = (identity: Identity): boolean =>
  identity.kind === 'ATHLETE' && (identity.members ?? []).length === 0;

/** `entries`: quadruples of the form; `results`: ExtendedResults of the athlete. */
export function athleteXml(
  person: MemberIdentity,
  order: number,
  form: EntryForm,
  entries: string,
  results = '',
): string {
  const attributes =
    mandatory('Code', person.competitor) + optional('Order', order) + optional('Bib', person.bib);
  const description =
    optional('GivenName', person.given) +
    mandatory('FamilyName', person.family) +
    mandatory('Gender', person.gender) +
    mandatory('Organisation', person.organisation) +
    optional('BirthDate', person.birthDate);
  const own = nameEntry(person, form.name) + entries;
  const children =
    element('Description', description) + entriesXml(form, own) + container('ExtendedResults', results);
  return element('Athlete', attributes, children);
}

/** The printed name, where it does not follow from the person's names. */
function nameEntry(person: MemberIdentity, name: string): string {
  return person.name === printName(person) ? '' : quadruple(name, OWN, 'NAME', person.name) || nameless(name);
}

const nameless = (name: string): string => element(name, mandatory('Type', OWN) + mandatory('Code', 'NAME'));

export function personOf(athlete: XmlNode, form: EntryForm): MemberIdentity {
  const description = childOf(athlete, 'Description')?.attributes ?? {};
  const names = present({ given: description.GivenName, family: description.FamilyName });
  const entries = entryNodes(form, athlete);
  const named = entries.some(({ attributes }) => attributes.Type === OWN && attributes.Code === 'NAME');
  return {
    competitor: athlete.attributes.Code ?? '',
    name: named ? (ownValue(entries, 'NAME') ?? '') : printName(names),
    organisation: description.Organisation ?? '',
    ...names,
    ...present({ gender: description.Gender, birthDate: description.BirthDate, bib: athlete.attributes.Bib }),
    ...present(Object.fromEntries(NAME_ENTRIES.map(([code, field]) => [field, ownValue(entries, code)]))),
  };
}

/** A member of a team or pair. */
export const memberXml = (member: MemberIdentity, order: number, form: EntryForm, results = ''): string =>
  athleteXml(
    member,
    order,
    form,
    NAME_ENTRIES.map(([code, field]) => quadruple(form.name, OWN, code, member[field])).join(''),
    results,
  );

/** Names for pictures and how they are said, of athletes and of members alike. */
const NAME_ENTRIES = [
  ['TV_NAME', 'tvName'],
  ['TV_INITIAL_NAME', 'tvInitialName'],
  ['SHORT_NAME', 'shortName'],
  ['PRONUNCIATION', 'pronunciation'],
] as const;

/** Identity fields that ODF has no attribute for. */
const OWN_ENTRIES = [
  ...NAME_ENTRIES,
  ['FLAG', 'flag'],
  ['LANE', 'lane'],
  ['GROUP', 'group'],
  ['SEED', 'seed'],
  ['PREVIOUS_UNIT', 'previous'],
  ['UNIT', 'unit'],
] as const;

/** The same for teams, whose description has only the name. */
const TEAM_ENTRIES = [
  ['GIVEN', 'given'],
  ['FAMILY', 'family'],
  ['GENDER', 'gender'],
  ['BIRTH_DATE', 'birthDate'],
] as const;

/** Bests as the sport's own codes, the rest as ours. */
export function identityEntries(identity: Identity, name: string, type = 'EUE'): string {
  const own = (code: string, value: Value): string => quadruple(name, OWN, code, value);
  let entries = '';
  for (const [code, value] of Object.entries(identity.bests ?? {}))
    entries += quadruple(name, type, code, value);
  for (const [code, field] of OWN_ENTRIES) entries += own(code, identity[field]);
  for (const [index, event] of (identity.events ?? []).entries()) {
    entries += quadruple(name, OWN, 'EVENT', event, index + 1);
  }
  for (const [language, called] of Object.entries(identity.organisationNames ?? {}))
    entries += quadruple(name, OWN, 'ORGANISATION_NAME', called, language);
  if (isIndividual(identity)) return entries;
  if (identity.kind !== 'TEAM') entries += own('KIND', identity.kind);
  for (const [code, field] of TEAM_ENTRIES) entries += own(code, identity[field]);
  return entries;
}

export function entriesOf(entries: readonly XmlNode[], isTeam: boolean): Partial<Identity> {
  const fields: Record<string, unknown> = {};
  for (const [code, field] of isTeam ? [...OWN_ENTRIES, ...TEAM_ENTRIES] : OWN_ENTRIES)
    fields[field] = ownValue(entries, code);
  const events = entries.filter(({ attributes }) => attributes.Type === OWN && attributes.Code === 'EVENT');
  if (events.length > 0) fields.events = events.map(({ attributes }) => attributes.Value ?? '');
  const called = entries.filter(
    ({ attributes }) => attributes.Type === OWN && attributes.Code === 'ORGANISATION_NAME',
  );
  if (called.length > 0)
    fields.organisationNames = Object.fromEntries(
      called.map(({ attributes }) => [attributes.Pos, attributes.Value ?? '']),
    );
  const bests = entries.filter(({ attributes }) => attributes.Type !== OWN);
  if (bests.length > 0) {
    fields.bests = Object.fromEntries(
      bests.map(({ attributes }) => [attributes.Code, attributes.Value ?? '']),
    );
  }
  return present(fields);
}

/** Attributes that the competitor has in each kind of message. */
export const competitorAttributes = (key: string, identity: Identity): string =>
  mandatory('Code', key) +
  mandatory('Type', isIndividual(identity) ? 'A' : 'T') +
  optional('Bib', identity.bib) +
  optional('Organisation', identity.organisation);

export const teamDescription = (identity: Identity): string =>
  isIndividual(identity) ? '' : element('Description', mandatory('TeamName', identity.name));

export function compositionXml(
  key: string,
  identity: Identity,
  form: EntryForm,
  entries: string,
  results: ReadonlyMap<string, string>,
): string {
  if (isIndividual(identity))
    return container('Composition', athleteXml({ ...identity, competitor: key }, 1, form, entries));
  const members = (identity.members ?? []).map((member, index) =>
    memberXml(member, index + 1, form, results.get(member.competitor)),
  );
  return container('Composition', members.join(''));
}

/** The reverse; `entries` are the quadruples of a team (an individual's stand with its athlete). */
export function identityOf(
  node: XmlNode,
  form: EntryForm,
  entries: readonly XmlNode[],
  startOrder?: string,
): Identity {
  const athletes = childrenOf(childOf(node, 'Composition'), 'Athlete');
  const order = present({ startOrder: numberOf(startOrder) });
  if (node.attributes.Type === 'A' && athletes[0] !== undefined) {
    const own = entriesOf(entryNodes(form, athletes[0]), false);
    const { competitor: _, ...person } = personOf(athletes[0], form);
    return { kind: 'ATHLETE', ...person, ...order, ...own };
  }
  const members = athletes.map((athlete) => personOf(athlete, form));
  return {
    kind: (ownValue(entries, 'KIND') ?? 'TEAM') as Identity['kind'],
    name: childOf(node, 'Description')?.attributes.TeamName ?? '',
    organisation: node.attributes.Organisation ?? '',
    ...present({ bib: node.attributes.Bib }),
    ...order,
    ...entriesOf(entries, true),
    ...(members.length === 0 ? {} : { members }),
  };
}
