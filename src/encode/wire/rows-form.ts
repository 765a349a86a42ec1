/**
 * Rows as JSON of any shape, for systems that say what they want to be told: control apps of graphics, webhooks. The shape is JSON in which places are filled
 * in: `"{rows}"` is a list with an object for each row, `"{fields}"` one object with all rows, `{headline}` and others are texts. Under the name `...` an
 * object takes in the fields of another one.
 */
import type { Document, Header } from '../../model/document.ts';
import { chosenColumns, columnsOf, type FlatColumn } from '../flat/columns.ts';
import { flatRows } from '../flat/rows.ts';
import { type Dispatch, isWithdrawn, type WireSettings } from './dispatch.ts';
import type { RowsSettings } from './rows-settings.ts';
import { headerIn, headlineOf, noteLines } from './wording.ts';

/** The columns under the names that they are to have; null for one that no document of this type has. */
export function namedColumns(
  columns: RowsSettings['columns'],
  { type }: Pick<Header, 'type'>,
): (FlatColumn | null)[] {
  const all = columnsOf({ type, columns: [] });
  if (columns === null) return all;
  return Object.entries(columns).map(([name, column]) => {
    const [chosen] = chosenColumns(column, all, type) ?? [];
    return chosen === undefined ? null : { name, source: chosen.source };
  });
}

export function rowsForm(dispatch: Dispatch, settings: WireSettings): string {
  const { body, withdrawn } = settings.rows;
  const shape = isWithdrawn(dispatch) ? (withdrawn ?? body) : body;
  return JSON.stringify(filled(shape, placesOf(dispatch, settings)));
}

type Places = Readonly<Record<string, unknown>>;

function placesOf(dispatch: Dispatch, settings: WireSettings): Places {
  const { story, number, kind, document } = dispatch;
  const { language, rows: wanted } = settings;
  const said = { ...document, header: headerIn(document, language) };
  const columns = namedColumns(wanted.columns, said.header).filter((column) => column !== null);
  const rows = isWithdrawn(dispatch) ? [] : rowsIn(said, columns, wanted.most);
  const names = columns.map(({ name }) => name);
  return {
    story,
    number,
    kind,
    unit: document.header.unit,
    status: document.header.status,
    headline: headlineOf(dispatch, language),
    notes: noteLines(dispatch, language).join(' '),
    rows: rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]!]))),
    get fields() {
      const lines = Array.from({ length: wanted.most }, (_no, line) =>
        names.map((name, index) => [name.replaceAll('#', String(line + 1)), rows[line]?.[index] ?? '']),
      );
      return Object.fromEntries(lines.flat());
    },
  };
}

const rowsIn = (document: Document, columns: readonly FlatColumn[], most: number): (readonly string[])[] =>
  flatRows(document, columns, { from: 1, count: most });

const ONE_PLACE = /^\{(\w+)\}$/;
const SPREAD = '...';

/** A text that is a place alone becomes what stands there; names of fields stay as they are. */
function filled(shape: unknown, places: Places): unknown {
  if (typeof shape === 'string') {
    const [, alone = ''] = ONE_PLACE.exec(shape) ?? [];
    if (Object.hasOwn(places, alone)) return places[alone];
    return shape.replaceAll(/\{(\w+)\}/g, (all, name: string) =>
      Object.hasOwn(places, name) ? String(places[name]) : all,
    );
  }
  if (Array.isArray(shape)) return shape.map((each) => filled(each, places));
  if (typeof shape !== 'object' || shape === null) return shape;
  const entries = Object.entries(shape).flatMap(([name, value]) => {
    const said = filled(value, places);
    return name === SPREAD ? Object.entries(said as object) : [[name, said] as const];
  });
  return Object.fromEntries(entries);
}
