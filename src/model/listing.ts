/** What a document lists when it has no rows: the schedule, the medal table, the records of an event. */
import type { Document } from './document.ts';
import type { Column } from './row.ts';

export interface Listing {
  readonly columns: readonly Column[];
  readonly lines: readonly (readonly string[])[];
}

/** Null for a document whose content is its rows. */
export function listingOf({ header, rows }: Pick<Document, 'header' | 'rows'>): Listing | null {
  const { schedule, medals, records } = header.info;
  if (rows.length > 0) return null;
  if (schedule !== undefined) return listing(schedule, SCHEDULE);
  if (medals !== undefined) return listing(medals, MEDALS);
  return records === undefined ? null : listing(records, RECORDS);
}

/** A column with the text that it shows of one line. */
interface ListingColumn<Line> extends Column {
  readonly text: (line: Line) => string;
}

function listing<Line>(parts: readonly Line[], columns: readonly ListingColumn<Line>[]): Listing {
  return {
    columns: columns.map(({ label, source, align, width }) => ({ label, source, align, width })),
    lines: parts.map((part) => columns.map(({ text }) => text(part))),
  };
}

type LineOf<Key extends keyof Document['header']['info']> =
  NonNullable<Document['header']['info'][Key]> extends readonly (infer Line)[] ? Line : never;

function column<Line, Field extends keyof Line & string>(
  label: string,
  source: Field,
  align: Column['align'],
  width: number,
  text: (line: Line) => string = (line) => String(line[source] ?? ''),
): ListingColumn<Line> {
  return { label, source, align, width, text };
}

const SCHEDULE: readonly ListingColumn<LineOf<'schedule'>>[] = [
  column('Start', 'start', 'left', 20, ({ start }) => minuteText(start)),
  column('Unit', 'name', 'left', 40),
  column('State', 'status', 'left', 12, ({ status }) => words(status)),
  column('Result', 'resultStatus', 'left', 12, ({ resultStatus }) => words(resultStatus)),
];

const MEDALS: readonly ListingColumn<LineOf<'medals'>>[] = [
  column('Rank', 'rank', 'right', 4, ({ rank, rankEqual }) => `${rank}${rankEqual ? '=' : ''}`),
  column('NOC', 'organisation', 'left', 5),
  column('Gold', 'gold', 'right', 6),
  column('Silver', 'silver', 'right', 6),
  column('Bronze', 'bronze', 'right', 6),
  column('Total', 'total', 'right', 6),
];

const RECORDS: readonly ListingColumn<LineOf<'records'>>[] = [
  column('Record', 'code', 'left', 8),
  column('Type', 'recordType', 'left', 8),
  column('Result', 'result', 'right', 9),
  column('Name', 'name', 'left', 28),
  column('NOC', 'organisation', 'left', 5),
  column('Date', 'date', 'left', 10),
];

/** `2013-07-28T10:45:00.000Z` -> `2013-07-28 10:45 UTC`; with an offset it is the clock at the venue. */
function minuteText(instant = ''): string {
  const minute = instant.slice(0, 16).replace('T', ' ');
  return instant.endsWith('Z') ? `${minute} UTC` : minute;
}

/** `GETTING_READY` -> `Getting ready`. */
const words = (code = ''): string => code.charAt(0) + code.slice(1).replaceAll('_', ' ').toLowerCase();
