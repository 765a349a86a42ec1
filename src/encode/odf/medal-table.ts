/** Rows of MEDALS <-> MedalStandings. */
import type { Info } from '../../model/document.ts';
import type { Derived } from '../../model/order.ts';
import type { Medal, Row, RowOf } from '../../model/row.ts';
import { placeOfQuadruples, placeQuadruples } from './listed-row.ts';
import { OWN, ownValue, quadruple } from './quadruple.ts';
import { childOf, childrenOf, numberOf, type XmlNode } from './xml-node.ts';
import { container, element, mandatory, optional } from './xml-text.ts';

type MedalRow = RowOf<'MEDALS'> & { readonly place: Derived };

const INFO = 'ExtendedInfo';

export function standingsXml(rows: readonly MedalRow[], { finishedEvents, totalEvents }: Info): string {
  if (rows.length === 0) return '';
  const byTotal = sortRankTotals(rows);
  const lines = rows.map((row, index) => medalLineXml(row, index + 1, byTotal[index]!, rows));
  const attributes = mandatory('TotalEvents', totalEvents) + mandatory('FinishedEvents', finishedEvents);
  return element('MedalStandings', attributes, container('MedalsTable', lines.join('')));
}

/** A unique order by total for each line. */
function sortRankTotals(rows: readonly MedalRow[]): number[] {
  const order = rows
    .map((_, index) => index)
    .sort((a, b) => rows[a]!.medals.rankTotal - rows[b]!.medals.rankTotal || a - b);
  const places: number[] = [];
  for (const [place, index] of order.entries()) places[index] = place + 1;
  return places;
}

function medalLineXml(
  row: MedalRow,
  sortRank: number,
  sortRankTotal: number,
  all: readonly MedalRow[],
): string {
  const { key, medals, place } = row;
  const sharesTotal = all.some((other) => other !== row && other.medals.rankTotal === medals.rankTotal);
  const attributes =
    mandatory('Rank', place.rank) +
    mandatory('RankTotal', medals.rankTotal) +
    mandatory('SortRank', sortRank) +
    mandatory('SortRankTotal', sortRankTotal) +
    mandatory('Organisation', key) +
    optional('RankEqual', place.rankEqual) +
    optional('RankTotalEqual', sharesTotal);
  const count = (name: string, value: number): string => (value === 0 ? '' : optional(name, value));
  const numbers =
    count('Gold', medals.gold) +
    count('Silver', medals.silver) +
    count('Bronze', medals.bronze) +
    count('Total', medals.total);
  const number = element('MedalNumber', mandatory('Type', 'TOT') + numbers);
  return element(
    'MedalLine',
    attributes,
    number + placeQuadruples(place, INFO) + quadruple(INFO, OWN, 'MEDAL', place.medal),
  );
}

export const medalTableRows = (standings: XmlNode): Row[] =>
  childrenOf(childOf(standings, 'MedalsTable'), 'MedalLine').map((node): Row => {
    const { Gold, Silver, Bronze, Total } = childOf(node, 'MedalNumber')?.attributes ?? {};
    const medals = {
      gold: numberOf(Gold) ?? 0,
      silver: numberOf(Silver) ?? 0,
      bronze: numberOf(Bronze) ?? 0,
      total: numberOf(Total) ?? 0,
      rankTotal: Number(node.attributes.RankTotal),
    };
    const more = childrenOf(node, INFO);
    const place = placeOfQuadruples(more, ownValue(more, 'MEDAL') as Medal | undefined);
    return { key: node.attributes.Organisation ?? '', medals, place };
  });
