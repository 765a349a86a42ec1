/**
 * Marks and places in messages that have no attributes for them (medallists, medal table): quadruples of our own.
 */
import type { Details, Mark, Place } from '../../model/row.ts';
import { OWN, ownValue, quadruple } from './quadruple.ts';
import { numberOf, present, type XmlNode } from './xml-node.ts';

export const placeQuadruples = (place: Place, name: string): string =>
  quadruple(name, OWN, 'RANKED', place.ranked) +
  givenQuadruples(place, name) +
  quadruple(name, OWN, 'QUALIFICATION_MARK', place.qualificationMark) +
  quadruple(name, OWN, 'DECIDED_BY', place.decidedBy?.criterion) +
  quadruple(name, OWN, 'DECIDED_BY_CLAUSE', place.decidedBy?.clause) +
  quadruple(name, OWN, 'PHOTO', place.photoFinish) +
  quadruple(name, OWN, 'RULING', place.ruling);

/** What the order alone does not say of a place. */
export const givenQuadruples = (place: Place, name: string): string =>
  quadruple(name, OWN, 'TIED', place.tied) +
  quadruple(name, OWN, 'LEADS', place.leads) +
  quadruple(name, OWN, 'GIVEN_RANK', place.givenRank) +
  quadruple(name, OWN, 'GIVEN_EQUAL', place.givenEqual) +
  quadruple(name, OWN, 'GIVEN_DIFF', place.givenDiff);

export function givenOf(
  nodes: readonly XmlNode[],
): Pick<Place, 'tied' | 'leads' | 'givenRank' | 'givenEqual' | 'givenDiff'> {
  const own = (code: string): string | undefined => ownValue(nodes, code);
  return {
    tied: own('TIED') === 'Y',
    ...present({ givenRank: numberOf(own('GIVEN_RANK')), givenEqual: own('GIVEN_EQUAL') === 'Y' }),
    ...present({ givenDiff: own('GIVEN_DIFF'), leads: own('LEADS') === 'Y' }),
  };
}

export const markQuadruples = (mark: Mark, name: string): string =>
  quadruple(name, OWN, 'RESULT', mark.result) +
  quadruple(name, OWN, 'VALUE', mark.value) +
  quadruple(name, OWN, 'RESULT_TYPE', mark.resultType) +
  quadruple(name, OWN, 'IRM', mark.irm) +
  quadruple(name, OWN, 'RULE', mark.irmReason) +
  quadruple(name, OWN, 'UNCHECKED', mark.unchecked) +
  quadruple(name, OWN, 'WLT', mark.wlt) +
  mark.records.map((type, index) => quadruple(name, OWN, 'RECORD', type, index + 1)).join('') +
  quadruple(name, OWN, 'DETAILS', detailsText(mark.details));

/** Details are rare here and have no elements, so they travel as JSON. */
const detailsText = (details: Details): string =>
  Object.keys(details).length === 0 ? '' : JSON.stringify(details);

export function markOfQuadruples(nodes: readonly XmlNode[]): Mark {
  const own = (code: string): string | undefined => ownValue(nodes, code);
  return {
    result: own('RESULT') ?? null,
    resultType: (own('RESULT_TYPE') ?? null) as Mark['resultType'],
    irm: own('IRM') ?? null,
    ...present({
      value: own('VALUE'),
      irmReason: own('RULE'),
      unchecked: own('UNCHECKED') === 'Y',
      wlt: own('WLT') as Mark['wlt'],
    }),
    records: nodes
      .filter(({ attributes }) => attributes.Type === OWN && attributes.Code === 'RECORD')
      .map(({ attributes }) => attributes.Value ?? ''),
    details: JSON.parse(own('DETAILS') ?? '{}'),
  };
}

export function placeOfQuadruples(nodes: readonly XmlNode[], medal?: Place['medal']): Place {
  const own = (code: string): string | undefined => ownValue(nodes, code);
  const [criterion, clause] = [own('DECIDED_BY'), own('DECIDED_BY_CLAUSE')];
  return {
    ranked: own('RANKED') === 'Y',
    ...givenOf(nodes),
    qualificationMark: own('QUALIFICATION_MARK') ?? null,
    decidedBy:
      criterion === undefined && clause === undefined
        ? null
        : { criterion: criterion ?? '', clause: clause ?? '' },
    photoFinish: own('PHOTO') === 'Y',
    ...present({ medal, ruling: own('RULING') }),
  };
}
