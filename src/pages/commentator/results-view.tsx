/** Results: the unit, its phase and event, pools and brackets, splits with rank and gap. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { capitalised } from '../../client/cells.ts';
import { splitPoints } from '../../client/split-points.ts';
import { type Channel, channelOf, type Document, listRows } from '../../model/document.ts';
import { levelOf } from '../../model/rsc.ts';
import { GapChart } from '../parts/gap-chart.tsx';
import { PerformanceCard } from '../parts/performance-card.tsx';
import { Proof } from '../parts/proof.tsx';
import { Remarks } from '../parts/remarks.tsx';
import { SplitSheet } from '../parts/split-sheet.tsx';
import { shownTable } from '../stream/shown-table.ts';
import { listsOfEvent } from '../view/event-lists.ts';
import { hasCard } from '../view/performance-card.ts';
import { remarksOf } from '../view/remarks.ts';
import { namesIn, partName } from '../view/speech.ts';
import type { PageWords } from '../words/page-words.ts';
import { PaneContent } from './pane-content.tsx';
import { PaneHead } from './pane-head.tsx';
import { screenColumns } from './screen-columns.ts';
import type { ScreenState } from './screen-state.ts';
import type { UnitPane } from './unit-pane.ts';

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
            <PaneContent shown={shown} table={pane.shown} {...{ pane, state }} />
          ) : (
            <List key={chosen.value} channel={chosen.value} {...{ pane, state }} />
          )}
          <SplitSheet points={splitPoints(shown)} rows={shown.rows} said={speech.said} {...state.picking} />
          {isUnit ? (
            <>
              <GapChart shown={shown} said={speech.said} />
              <Cards {...{ shown, pane, state }} />
            </>
          ) : null}
          <Remarks remarks={remarksOf(shown, speech)} title={speech.said.remarks} />
          <Proof standings={shown} channel={channelOf(shown.header)} speech={speech} />
        </>
      )}
    </section>
  );
}

/** The event stands above already: of a list its phase, or what kind it is. */
function listName({ header }: Document, { speech }: ScreenState): string {
  const part = partName(speech, header.unit, header.subcode);
  if (header.type === 'RESULT') return part || speech.said.thisUnit;
  const { phase } = namesIn(speech, header);
  const kind = capitalised(speech.word('documents', header.type));
  if (levelOf(header.unit) === 'event' || phase === undefined) return kind;
  return header.type === 'PHASE_RESULT' ? phase : `${kind}: ${phase}`;
}

/** Everybody's card, closed: what is behind a mark is a touch or a key away, and made when it is opened. */
function Cards({ shown, pane, state }: PaneProps & { shown: Document }) {
  const { said } = state.speech;
  const rows = listRows(shown).filter(({ mark }) => hasCard(mark.details));
  if (rows.length === 0) return null;
  return (
    <section class="cards on-screen">
      <h3>{said.cards}</h3>
      {rows.map(({ key, identity, mark }) => (
        <Card key={key} competitor={key} title={identity.name} result={mark.result} {...{ pane, said }} />
      ))}
    </section>
  );
}

interface CardProps {
  readonly competitor: string;
  readonly title: string;
  readonly result: string | null;
  readonly pane: UnitPane;
  readonly said: PageWords;
}

function Card({ competitor, title, result, pane, said }: CardProps) {
  const isOpen = useSignal(false);
  return (
    <details
      data-key={competitor}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>
        {title} <b>{result}</b>
      </summary>
      {isOpen.value ? <PerformanceCard groups={pane.performanceOf(competitor)} said={said} /> : null}
    </details>
  );
}

/** A list of the event, kept current while it is shown. */
function List({ channel, pane, state }: PaneProps & { channel: Channel }) {
  const document = state.documents.of(channel);
  const table = useMemo(
    () =>
      shownTable(document, {
        speech: state.speech,
        unitHeader: (unit) => state.documents.of(`${unit}/RESULT`).value?.header ?? null,
        added: () =>
          screenColumns(document.value, state.documents.typed(channel.split('/')[0]!, 'PROJECTION'), {
            own: state.own.value,
            speech: state.speech,
          }),
      }),
    [document],
  );
  useEffect(() => () => table.end(), [table]);
  return document.value === null ? null : (
    <PaneContent shown={document.value} table={table} {...{ pane, state }} />
  );
}
