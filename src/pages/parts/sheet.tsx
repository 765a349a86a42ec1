/** A document as the table that it declares: a real table, a row painted again only when it says something else. */
import type { ReadonlySignal } from '@preact/signals';
import { isOfCard } from '../../client/cells.ts';
import type { Column } from '../../model/row.ts';
import { filled } from '../../model/words.ts';
import type { TableStore } from '../stream/table-store.ts';
import type { News, TableLine } from '../view/table-lines.ts';
import type { PageWords } from '../words/page-words.ts';
import { Frame } from './frame.tsx';
import { PickedName, type Picking } from './picked-name.tsx';

interface SheetProps {
  readonly table: TableStore;
  readonly caption: string;
  readonly said: PageWords;
  readonly pick: Picking['pick'];
}

export function Sheet({ table, caption, said, pick }: SheetProps) {
  const { columns, shown } = table.columns.value;
  return (
    <Frame label={caption}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {shown.map((index) => (
              <th scope="col" class={classOf(columns[index]!)} key={columns[index]!.source}>
                {columns[index]!.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.keys.value.map((key) => (
            <SheetRow
              key={key}
              line={table.row(key)}
              columns={columns}
              shown={shown}
              said={said}
              pick={pick}
            />
          ))}
        </tbody>
      </table>
    </Frame>
  );
}

interface RowProps {
  readonly line: ReadonlySignal<TableLine>;
  readonly columns: readonly Column[];
  readonly shown: readonly number[];
  readonly said: PageWords;
  readonly pick: Picking['pick'];
}

function SheetRow({ line, columns, shown, said, pick }: RowProps) {
  const { key, texts, isUnplaced, news } = line.value;
  return (
    <tr
      data-key={key}
      class={[news === null ? '' : 'changed', isUnplaced ? 'unplaced' : ''].join(' ').trim()}
    >
      {shown.map((index) => (
        <td class={classOf(columns[index]!)} key={columns[index]!.source}>
          {columns[index]!.source === 'name' ? (
            <PickedName competitor={key} name={texts[index]!} pick={pick} />
          ) : (
            texts[index]
          )}
          {columns[index]!.source === 'rank' && news !== null ? <OldRank news={news} said={said} /> : null}
        </td>
      ))}
    </tr>
  );
}

/** An arrow up or down with the rank before: the shape says it, not the colour. */
function OldRank({ news: { oldRank, newRank }, said }: { news: News; said: PageWords }) {
  if (oldRank === null || newRank === null || oldRank === newRank) return null;
  return (
    <small class="old-rank">
      <span aria-hidden="true">{newRank < oldRank ? '▲' : '▼'}</span>{' '}
      {filled(said.oldRank, { rank: String(oldRank) })}
    </small>
  );
}

/** Attempts, heights and splits are entered in brackets: they stand closer than the rest. */
const classOf = (column: Column): string =>
  [column.align, NAMED.has(column.source) ? column.source : '', isOfCard(column) ? 'card' : '']
    .filter(Boolean)
    .join(' ');

/** Columns that the style of the page knows. */
const NAMED = new Set(['rank', 'name', 'organisation', 'result']);
