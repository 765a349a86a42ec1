/** A document as lines of text: a basic summary, from which agate, plain text and the text in NITF are set. */
import { type Document, listRows, withDerived } from '../../model/document.ts';
import { localTime } from '../../model/local-time.ts';
import type { Derived } from '../../model/order.ts';
import { type Identity, isListType, type ListRow } from '../../model/row.ts';
import { type AgateSettings, filledIn } from './agate-settings.ts';
import { type Dispatch, isStartList, isWithdrawn, type WireSettings } from './dispatch.ts';
import { type Fields, matchLine } from './match-line.ts';
import { phrasesOf } from './phrases.ts';
import {
  countryOf,
  headerIn,
  headlineOf,
  type Notes,
  nameOf,
  notesOf,
  organisationName,
  rankText,
  wordsFor,
} from './wording.ts';

/** A line of a table has cells, a line of text is one. */
export type SummaryLine =
  | { readonly text: string }
  | { readonly cells: readonly string[]; readonly isHead: boolean };

export interface Summary {
  readonly headline: string;
  readonly notes: Notes;
  readonly lines: readonly SummaryLine[];
}

/** Of what is withdrawn nothing is said but that. */
export const summaryOf = (dispatch: Dispatch, settings: WireSettings): Summary => ({
  headline: headlineOf(dispatch, settings.language),
  notes: notesOf(dispatch, settings.language),
  lines: isWithdrawn(dispatch) ? [] : linesOf(dispatch, settings),
});

function linesOf(dispatch: Dispatch, settings: WireSettings): SummaryLine[] {
  const { document } = dispatch;
  const { type } = document.header;
  if (type === 'MEDALS') return medalLines(document, settings.language);
  if (type === 'SCHEDULE') return scheduleLines(document, settings.language);
  if (type === 'POOL_STANDING') return poolLines(document, settings.language);
  if (type === 'RECORDS') return recordLines(document, settings);
  return isListType(type) ? listLines(dispatch, settings) : [];
}

/** Who has a place, in the order of the list; then who has none. */
function listLines({ document, story }: Dispatch, { agate, language }: WireSettings): SummaryLine[] {
  const rows = listRows(document);
  const [one, other] = rows;
  if (isStartList(story) || document.header.status === 'START_LIST')
    return rows.map((row) => ({ text: filledIn(agate.startList, fieldsOf(row, agate, language)) }));
  const isMatch = document.header.type === 'RESULT' && rows.length === 2;
  if (isMatch && one!.mark.details.match !== undefined) {
    const words = wordsFor(document, language);
    const said = { agate, language, words, fieldsOf: (row: ListRow) => fieldsOf(row, agate, language) };
    return [{ text: matchLine(one!, other!, said) }];
  }
  return rows.map((row) => ({ text: filledIn(templateOf(row, agate), fieldsOf(row, agate, language)) }));
}

function templateOf({ mark, place }: ListRow, agate: AgateSettings): string {
  if (place.rank === null) return mark.irm === null ? agate.unranked : agate.irm;
  const [family = 'other'] = Object.keys(mark.details);
  return agate.lines[family] ?? agate.lines.other!;
}

function fieldsOf(row: ListRow, agate: AgateSettings, language: string): Fields {
  const { identity, mark, place } = row;
  const name = nameOf(identity, language);
  // Teams are called by what they are the team of, in whichever words.
  const country = identity.kind === 'TEAM' ? '' : countryOf(identity, language);
  // That of the last match, or of the table of a pool.
  const isOfMatch = mark.details.match !== undefined || mark.details.pool !== undefined;
  const rank = place.rank === null ? '' : String(place.rank);
  return {
    rank: place.rankEqual ? filledIn(agate.tied, { rank }) : rank,
    name,
    country: country === name ? '' : country,
    organisation: identity.organisation,
    result: isOfMatch ? '' : (mark.result ?? ''),
    irm: mark.irm ?? '',
    records: mark.records.join(', '),
    mark: place.qualificationMark ?? '',
    bib: identity.bib ?? '',
    lane: identity.lane ?? '',
    order: identity.lane ?? String(identity.startOrder ?? ''),
    members: membersText(identity, name, language),
    total: mark.details.series?.total ?? '',
  };
}

/** Nobody where the name says them all: `Fletcher / Bithell`. */
function membersText({ members = [] }: Identity, name: string, language: string): string {
  const said = name.toLowerCase();
  const isSaid = members.every((each) => said.includes((each.family ?? each.name).toLowerCase()));
  if (isSaid) return '';
  return members.map((each) => nameOf({ ...each, kind: 'ATHLETE' }, language)).join(', ');
}

/** Those that stand. */
const recordLines = ({ rows }: Document, { agate, language }: WireSettings): SummaryLine[] =>
  [...rows]
    .flatMap(({ record }) => (record === undefined || record.historical === true ? [] : [record]))
    .map(({ recordType, result, name = '', organisation, place = '', date = '', unconfirmed }) => ({
      text: filledIn(agate.record, {
        type: recordType,
        result,
        name,
        country: organisation === undefined ? '' : organisationName(organisation, language),
        place,
        date,
        note: unconfirmed === true ? phrasesOf(language).notRatified : '',
      }),
    }));

function medalLines(document: Document, language: string): SummaryLine[] {
  const words = wordsFor(document, language).columns ?? {};
  const head = ['RANK', 'ORGANISATION', 'GOLD', 'SILVER', 'BRONZE', 'TOTAL'].map(
    (code) => words[code] ?? code,
  );
  const rows = withDerived(document.header, document.rows).map(({ key, medals, place }) => {
    const { gold, silver, bronze, total } = medals!;
    const rank = rankText(place as typeof place & Derived);
    return [rank, organisationName(key, language), ...[gold, silver, bronze, total].map(String)];
  });
  return tableOf(head, rows);
}

function poolLines(document: Document, language: string): SummaryLine[] {
  const { columns } = headerIn(document, language);
  const labels = new Map(columns.map(({ source, label }) => [source, label]));
  const head = ['rank', 'name', ...POOL.map((field) => `details.pool.${field}`), 'result'];
  const rows = listRows(document).map(({ identity, mark, place }) => {
    const pool = mark.details.pool;
    const counted = POOL.map((field) => String(pool?.[field] ?? ''));
    return [rankText(place), nameOf(identity, language), ...counted, mark.irm ?? mark.result ?? ''];
  });
  return tableOf(
    head.map((source) => labels.get(source) ?? ''),
    rows,
  );
}

const POOL = ['played', 'won', 'tied', 'lost', 'for', 'against'] as const;

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): SummaryLine[] => [
  { cells: head, isHead: true },
  ...rows.map((cells) => ({ cells, isHead: false })),
];

/** By day, as clocks at the venue show it; a unit that is not simply to come or over says what is with it. */
function scheduleLines(document: Document, language: string): SummaryLine[] {
  const { header, rows } = document;
  const words = wordsFor(document, language).scheduleStatuses ?? {};
  let day = '';
  return [...rows].flatMap(({ scheduled, state }): SummaryLine[] => {
    const at = localTime(scheduled!.start ?? '', header.competition?.utcOffset);
    const isNewDay = at.slice(0, 10) !== day;
    day = at.slice(0, 10);
    const note = PLAIN.has(state!.status) ? '' : (words[state!.status] ?? state!.status);
    const name = scheduled!.names?.[language] ?? scheduled!.name;
    const text = filledIn('[{time} ]{name}[ ({note})].', { time: at.slice(11, 16), name, note });
    return [...(isNewDay && day !== '' ? [{ text: day }] : []), { text }];
  });
}

const PLAIN: ReadonlySet<string> = new Set([
  'UNSCHEDULED',
  'SCHEDULED',
  'GETTING_READY',
  'RUNNING',
  'FINISHED',
]);
