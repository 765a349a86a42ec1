/** Results: the unit, its phase and event, pools and brackets, splits with rank and gap. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { type Channel, channelOf, type Document } from '../../model/document.ts';
import { levelOf } from '../../model/rsc.ts';
import { Content } from '../parts/content.tsx';
import { Proof } from '../parts/proof.tsx';
import { Remarks } from '../parts/remarks.tsx';
import { SplitSheet } from '../parts/split-sheet.tsx';
import { type ShownTable, shownTable } from '../stream/shown-table.ts';
import { titleOf } from '../view/document-head.ts';
import { listsOfEvent } from '../view/event-lists.ts';
import { remarksOf } from '../view/remarks.ts';
import { capitalised, partName } from '../view/speech.ts';
import { splitPoints } from '../view/split-table.ts';
import { PaneHead } from './pane-head.tsx';
import type { ScreenState } from './screen-state.ts';
import { ownColumns, type UnitPane } from './unit-pane.ts';

interface PaneProps {
  readonly pane: UnitPane;
  readonly state: ScreenState;
}

export function ResultsView({ pane, state }: PaneProps) {
  const chosen = useSignal<Channel>(`${pane.unit}/RESULT`);
  const { speech } = state;
  const lists = listsOfEvent(pane.unit, state.all.value);
  const isUnit = chosen.value === `${pane.unit}/RESULT`;
  const shown = isUnit ? pane.document.value : state.documents.of(chosen.value).value;
  return (
    <section class="pane">
      <PaneHead pane={pane} state={state} />
      <nav class="lists" aria-label={speech.said.lists}>
        {lists.map((document) => {
          const channel = channelOf(document.header);
          return (
            <button
              type="button"
              key={channel}
              aria-current={channel === chosen.value ? 'true' : undefined}
              onClick={() => {
                chosen.value = channel;
              }}
            >
              {listName(document, state)}
            </button>
          );
        })}
      </nav>
      {shown === null ? null : (
        <>
          {isUnit ? (
            <Shown shown={shown} table={pane.shown} {...{ pane, state }} />
          ) : (
            <List key={chosen.value} channel={chosen.value} {...{ pane, state }} />
          )}
          <SplitSheet points={splitPoints(shown)} rows={shown.rows} said={speech.said} />
          <Remarks remarks={remarksOf(shown, speech)} title={speech.said.remarks} />
          <Proof standings={shown} channel={channelOf(shown.header)} speech={speech} />
        </>
      )}
    </section>
  );
}

function listName({ header }: Document, { speech }: ScreenState): string {
  const kind = capitalised(speech.word('documents', header.type));
  const part = partName(speech, header.unit, header.subcode);
  return header.type === 'RESULT'
    ? [titleOf(header, speech), part].filter(Boolean).join(' · ')
    : `${kind}${levelOf(header.unit) === 'event' ? '' : `: ${titleOf(header, speech)}`}`;
}

/** A list of the event, kept current while it is shown. */
function List({ channel, pane, state }: PaneProps & { channel: Channel }) {
  const document = state.documents.of(channel);
  const table = useMemo(
    () =>
      shownTable(document, {
        speech: state.speech,
        unitHeader: (unit) => state.documents.of(`${unit}/RESULT`).value?.header ?? null,
        added: () => ownColumns(state.own.value),
      }),
    [document],
  );
  useEffect(() => () => table.end(), [table]);
  return document.value === null ? null : <Shown shown={document.value} table={table} {...{ pane, state }} />;
}

function Shown({ shown, table, pane, state }: PaneProps & { shown: Document; table: ShownTable }) {
  return (
    <Content
      shown={shown}
      table={table}
      beside={(type) => pane.beside(type)}
      speech={state.speech}
      isMirrored={state.layout.value.isMirrored}
      pick={(key) => state.showCompetitor(key)}
    />
  );
}
