/** A real table of the control room; where it is narrow each row is a card that says what its cells are. */
import type { ComponentChildren } from 'preact';
import { Frame } from '../parts/frame.tsx';

export interface GridColumn {
  readonly key: string;
  readonly label: string;
  readonly isNumber?: boolean;
}

export interface GridRow {
  readonly key: string;
  /** For the style: `new`, `lost`. */
  readonly state?: string;
  /** In the order of the columns. */
  readonly cells: readonly ComponentChildren[];
}

interface GridProps {
  readonly id: string;
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** Said where there is no row. */
  readonly empty: string;
}

export function Grid({ id, label, columns, rows, empty }: GridProps) {
  if (rows.length === 0) return <p class="quiet-note">{empty}</p>;
  return (
    <Frame label={label} kind="grid">
      <table id={id}>
        <caption class="unseen">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label: head, isNumber }) => (
              <th scope="col" key={key} class={isNumber === true ? 'right' : ''}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, state, cells }) => (
            <tr key={key} data-key={key} data-state={state}>
              {columns.map((column, index) => (
                <td key={column.key} data-label={column.label} class={classOf(column)}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}

const classOf = ({ key, isNumber }: GridColumn): string => (isNumber === true ? `${key} right` : key);
