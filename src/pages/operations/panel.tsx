/** A part of the control room, with its name. */
import type { ComponentChildren } from 'preact';
import type { Situation } from '../../incidents/situation.ts';
import type { OperationsState } from './operations-state.ts';

export interface PanelProps {
  readonly state: OperationsState;
  readonly situation: Situation;
}

interface BoxProps {
  readonly id: string;
  readonly title: string;
  /** Beside the title: how many, how much. */
  readonly note?: ComponentChildren;
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

export function Panel({ id, title, note, isWide, children }: BoxProps) {
  return (
    <div id={id} class={isWide === true ? 'panel wide' : 'panel'} tabIndex={-1}>
      <div class="panel-head">
        <h2>{title}</h2>
        {note}
      </div>
      {children}
    </div>
  );
}
