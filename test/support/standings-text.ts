import { type TextColumn, textTable } from '../../src/cli/text-table.ts';
import { channelOf, type Document, type DocumentOf, isOfType, listRows } from '../../src/model/document.ts';
import type { ListRow } from '../../src/model/row.ts';
import { disciplineOf } from '../../src/model/rsc.ts';
import { wordsOf } from '../../src/rules/words/words-of.ts';
import { SPORTS } from '../../src/sports.ts';

/** Listing documents follow from the others and would drown the standings. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'SCHEDULE',
  'PARTICIPANTS',
  'MEDALS',
  'CURRENT',
  'PROJECTION',
  'COMMUNICATION',
  'CONDITIONS',
  'PLAY_BY_PLAY',
]);

const COLUMNS: readonly TextColumn[] = [
  { label: 'rank', align: 'left' },
  { label: 'bib', align: 'right' },
  { label: 'name', align: 'left' },
  { label: 'NOC', align: 'left' },
  { label: 'result', align: 'right' },
  { label: 'irm', align: 'left' },
  { label: 'won', align: 'left' },
  { label: 'mark', align: 'left' },
  { label: 'medal', align: 'left' },
  { label: 'records', align: 'left' },
  { label: 'decided by', align: 'left' },
];

/** Documents as one text that reads like a result sheet: what golden files hold. Without versions, which depend on the way there. */
export function standingsText(documents: Iterable<Document>): string {
  return [...documents]
    .filter(({ header }) => !LEFT_OUT.has(header.type))
    .sort((one, other) => (channelOf(one.header) < channelOf(other.header) ? -1 : 1))
    .map(documentText)
    .join('\n');
}

function documentText(document: Document): string {
  const { header } = document;
  const wind = header.info.wind === undefined ? [] : [`wind ${header.info.wind}`];
  const title = [
    channelOf(header),
    header.status,
    header.rule ?? 'no rule',
    ...wind,
    ...header.reliability.reasons,
  ];
  if (header.type === 'RECORDS') return `${title.join('  ')}\n${indented(recordsText(document.rows))}`;
  if (isOfType(document, 'BRACKETS')) return `${title.join('  ')}\n${indented(bracketText(document))}`;
  const cells = listRows(document).map((row) => rowCells(row, criteriaOf(document.header.unit)));
  const told = COLUMNS.filter((_column, index) => cells.some((row) => row[index] !== ''));
  const list = textTable(
    told,
    cells.map((row) => row.filter((_cell, index) => told.includes(COLUMNS[index]!))),
  );
  return `${title.join('  ')}\n${indented(list)}`;
}

function rowCells(
  { key, identity, mark, place }: ListRow,
  criteria: Readonly<Record<string, string>>,
): string[] {
  return [
    place.rank === null ? '-' : `${place.rank}${place.rankEqual ? '=' : ''}`,
    identity.bib ?? key,
    identity.name,
    identity.organisation,
    mark.result ?? '',
    mark.irm ?? '',
    [mark.wlt, mark.details.match?.decision].filter((text) => text !== undefined).join(' '),
    place.qualificationMark ?? '',
    place.medal ?? '',
    mark.records.join(' '),
    place.decidedBy === null
      ? ''
      : `${place.decidedBy.clause}  ${criteria[place.decidedBy.criterion] ?? place.decidedBy.criterion}`.trim(),
  ];
}

/** `SFNL 1  A 2 | B 0  A won (IPP)`, a match a line. */
function bracketText({ rows }: DocumentOf<'BRACKETS'>): string {
  const lines = [...rows].map(({ bracket: { round, bracket, order }, sides: { sides }, outcome }) => [
    `${bracket} ${round ?? ''} ${order}`,
    ...sides.map(({ competitor, name, bye }, index) =>
      [competitor === undefined ? (bye === true ? 'bye' : '?') : name, outcome.scores[index]]
        .join(' ')
        .trim(),
    ),
    outcome.winner === undefined ? '' : `${outcome.winner} ${outcome.decision ?? ''}`.trim(),
  ]);
  return textTable(
    ['match', 'one', 'other', 'won'].map((label) => ({ label, align: 'left' })),
    lines,
  );
}

/** `WR 8.97 A`: those that stand, and those that were beaten. */
const recordsText = (rows: Document['rows']): string =>
  [...rows]
    .map(({ record }) => [
      record?.recordType,
      record?.result,
      record?.competitor,
      record?.historical ? 'beaten' : '',
    ])
    .map((words) => `${words.filter(Boolean).join(' ')}\n`)
    .join('');

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');

/** Goldens are read by people; a code without words (of a sport that only tests know) stands as it is. */
function criteriaOf(unit: string): Readonly<Record<string, string>> {
  const sport = SPORTS.find(({ discipline }) => discipline === disciplineOf(unit));
  return (sport === undefined ? null : wordsOf(sport, 'en'))?.criteria ?? {};
}
