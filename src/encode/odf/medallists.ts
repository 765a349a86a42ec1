/** Rows with a medal <-> Medal elements of DT_MEDALLISTS. */
import type { Header } from '../../model/document.ts';
import type { Medal, StoredRow } from '../../model/row.ts';
import { markOfQuadruples, markQuadruples, placeOfQuadruples, placeQuadruples } from './listed-row.ts';
import {
  competitorAttributes,
  compositionXml,
  identityEntries,
  identityOf,
  isIndividual,
  MEDAL_ENTRY,
  teamDescription,
} from './person.ts';
import { OWN, ownValue, quadruple } from './quadruple.ts';
import { childOf, childrenOf, type XmlNode } from './xml-node.ts';
import { container, element, mandatory } from './xml-text.ts';

const ENTRY = 'ExtCompMedal';

/** Rows that follow each other with the same medal from the same unit stand under one Medal. */
export function medalsXml(
  header: Header,
  asOf: string,
  rows: readonly (readonly [order: number, row: StoredRow])[],
): string {
  const date = (header.info.ended ?? asOf).slice(0, 10);
  const unitOf = (row: StoredRow): string => row.identity.unit ?? header.unit;
  let xml = '';
  for (let first = 0; first < rows.length; ) {
    const [, { identity, place }] = rows[first]!;
    const unit = identity.unit ?? header.unit;
    let competitors = '';
    let next = first;
    for (; next < rows.length; next += 1) {
      const [order, row] = rows[next]!;
      if (row.place.medal !== place.medal || unitOf(row) !== unit) break;
      competitors += medallistXml(order, row);
    }
    const attributes =
      mandatory('Code', `ME_${place.medal}`) + mandatory('Date', date) + mandatory('Unit', unit);
    xml += element('Medal', attributes, competitors);
    first = next;
  }
  return xml;
}

function medallistXml(order: number, row: StoredRow): string {
  const { key, identity } = row;
  const entries = identityEntries(identity, isIndividual(identity) ? MEDAL_ENTRY.name : ENTRY);
  const medal =
    quadruple(ENTRY, OWN, 'START_ORDER', identity.startOrder) +
    placeQuadruples(row.place, ENTRY) +
    markQuadruples(row.mark, ENTRY) +
    (isIndividual(identity) ? '' : entries);
  const children =
    teamDescription(identity) +
    container('ExtCompMedals', medal) +
    compositionXml(key, identity, MEDAL_ENTRY, entries, new Map());
  return element('Competitor', competitorAttributes(key, identity) + mandatory('Order', order), children);
}

export function medalRowsOf(medal: XmlNode): (readonly [order: number, row: StoredRow])[] {
  const code = (medal.attributes.Code ?? '').slice(3) as Medal;
  return childrenOf(medal, 'Competitor').map((node) => {
    const nodes = childrenOf(childOf(node, 'ExtCompMedals'), ENTRY);
    const identity = identityOf(node, MEDAL_ENTRY, nodes, ownValue(nodes, 'START_ORDER'));
    return [
      Number(node.attributes.Order),
      {
        key: node.attributes.Code ?? '',
        identity,
        mark: markOfQuadruples(nodes),
        place: placeOfQuadruples(nodes, code),
      },
    ] as const;
  });
}
