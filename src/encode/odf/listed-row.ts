/**
 * Rows in messages that have no place for a result (medallists, participants): what a row says of mark
 * and place, as quadruples of our own.
 */
import type { Details, Mark, Place, Row } from '../../model/row.ts';
import { OWN, ownValue, quadruple } from './quadruple.ts';
import { numberOf, present, type XmlNode } from './xml-node.ts';
import type { Value } from './xml-text.ts';

export function listedXml({ mark, place }: Row, name: string): string {
  const own = (code: string, value: Value, pos?: number): string => quadruple(name, OWN, code, value, pos);
  return (
    own('RANK', place.rank) +
    own('RANK_EQUAL', place.rankEqual) +
    own('RESULT', mark.result) +
    own('RESULT_TYPE', mark.resultType) +
    own('IRM', mark.irm) +
    own('RULE', mark.irmReason) +
    own('UNCHECKED', mark.unchecked) +
    own('WLT', mark.wlt) +
    own('DIFF', place.diff) +
    own('QUALIFICATION_MARK', place.qualificationMark) +
    own('DECIDED_BY', place.decidedBy?.criterion) +
    own('DECIDED_BY_CLAUSE', place.decidedBy?.clause) +
    own('PHOTO', place.photoFinish) +
    own('RULING', place.ruling) +
    mark.records.map((type, index) => own('RECORD', type, index + 1)).join('') +
    own('DETAILS', detailsText(mark.details))
  );
}

/** Details are rare here and have no elements, so they travel as JSON. */
const detailsText = (details: Details): string =>
  Object.keys(details).length === 0 ? '' : JSON.stringify(details);

export function listedMark(nodes: readonly XmlNode[]): Mark {
  const own = (code: string): string | undefined => ownValue(nodes, code);
  return {
    result: own('RESULT') ?? null,
    resultType: (own('RESULT_TYPE') ?? null) as Mark['resultType'],
    irm: own('IRM') ?? null,
    ...present({
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

export function listedPlace(nodes: readonly XmlNode[], medal: Place['medal']): Place {
  const own = (code: string): string | undefined => ownValue(nodes, code);
  const [criterion, clause] = [own('DECIDED_BY'), own('DECIDED_BY_CLAUSE')];
  return {
    rank: numberOf(own('RANK')) ?? null,
    rankEqual: own('RANK_EQUAL') === 'Y',
    diff: own('DIFF') ?? null,
    qualificationMark: own('QUALIFICATION_MARK') ?? null,
    decidedBy:
      criterion === undefined && clause === undefined
        ? null
        : { criterion: criterion ?? '', clause: clause ?? '' },
    photoFinish: own('PHOTO') === 'Y',
    ...present({ medal, ruling: own('RULING') }),
  };
}
