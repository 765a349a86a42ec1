/** A document of a pane as it is shown: names lead to cards, matches of a bracket to their results. */
import type { Document } from '../../model/document.ts';
import { Content } from '../parts/content.tsx';
import type { ShownTable } from '../stream/shown-table.ts';
import { addressOf } from '../view/layout.ts';
import type { ScreenState } from './screen-state.ts';
import type { UnitPane } from './unit-pane.ts';

interface ContentProps {
  readonly shown: Document;
  readonly table: ShownTable;
  readonly pane: UnitPane;
  readonly state: ScreenState;
}

export function PaneContent({ shown, table, pane, state }: ContentProps) {
  const layout = state.layout.value;
  const hrefOf = (unit: string): string | null =>
    state.documents.of(`${unit}/RESULT`).value === null
      ? null
      : addressOf({ ...layout, view: 'results', units: [unit] });
  return (
    <Content
      shown={shown}
      table={table}
      beside={(type) => pane.beside(type)}
      speech={state.speech}
      hrefOf={hrefOf}
      isMirrored={layout.isMirrored}
      {...state.picking}
    />
  );
}
