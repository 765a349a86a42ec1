/** Engines and edges: those that are heard with what they say of themselves, and those that are missed. */

import { durationText } from '../../client/venue-time.ts';
import { type EdgePart, type EnginePart, namedPart, type PartWord } from '../../incidents/part.ts';
import type { RosterPart } from '../../incidents/roster.ts';
import { filled } from '../../model/words.ts';
import { Confirmed } from './confirmed.tsx';
import { bytesText, numberText } from './formats.ts';
import { Grid, type GridRow } from './grid.tsx';
import { Mark } from './mark.tsx';
import type { OperationsState } from './operations-state.ts';
import { Panel, type PanelProps } from './panel.tsx';

export function EnginePanel({ state, situation }: PanelProps) {
  const { said, speech } = state;
  const heard = situation.parts.map(({ word }) => word).filter((word) => word.part === 'engine');
  const lost = situation.lost.filter(({ part }) => part === 'engine');
  const columns = [
    { key: 'where', label: said.name },
    { key: 'state', label: said.state },
    { key: 'position', label: said.position, isNumber: true },
    { key: 'behind', label: said.behind, isNumber: true },
    { key: 'agreement', label: said.agreement },
    { key: 'checkpoint', label: said.checkpoint, isNumber: true },
    { key: 'program', label: said.program },
    { key: 'disciplines', label: said.disciplines },
  ];
  const cellsOf = (word: EnginePart): GridRow['cells'] => [
    placeOf(word),
    <StateOf key="state" word={word} state={state} />,
    numberText(word.streamSeq, speech.language),
    behindText(word),
    word.disagreements === 0 ? (
      <Mark key="agree" tone="good" word={said.agree} />
    ) : (
      <Mark key="agree" tone="bad" word={filled(said.disagree, { count: String(word.disagreements) })} />
    ),
    word.checkpointAge === null ? said.none : durationText(word.checkpointAge * 1_000),
    <code key="epoch">{word.epoch.slice(-8)}</code>,
    word.disciplines?.join(', ') ?? said.all,
  ];
  return (
    <Panel id="engines" title={said.engines} note={<Reset lost={lost} state={state} />} isWide>
      <Grid
        id="engine-table"
        label={said.engines}
        columns={columns}
        rows={rowsOf(heard, lost, columns.length, state, cellsOf)}
        empty={said.nobody}
      />
    </Panel>
  );
}

export function EdgePanel({ state, situation }: PanelProps) {
  const { said, speech } = state;
  const heard = situation.parts.map(({ word }) => word).filter((word) => word.part === 'edge');
  const lost = situation.lost.filter(({ part }) => part === 'edge');
  const { language } = speech;
  const columns = [
    { key: 'where', label: said.name },
    { key: 'state', label: said.state },
    { key: 'json', label: said.json, isNumber: true },
    { key: 'protobuf', label: said.protobuf, isNumber: true },
    { key: 'odf', label: said.odf, isNumber: true },
    { key: 'written', label: said.written, isNumber: true },
    { key: 'unsent', label: said.unsent, isNumber: true },
    { key: 'tooSlow', label: said.tooSlow, isNumber: true },
    { key: 'behind', label: said.behind, isNumber: true },
  ];
  const cellsOf = (word: EdgePart): GridRow['cells'] => [
    placeOf(word),
    <StateOf key="state" word={word} state={state} />,
    ...['json', 'protobuf', 'odf'].map((format) => numberText(word.screens[format] ?? 0, language)),
    word.writtenP99Ms === null ? '–' : `${numberText(word.writtenP99Ms, language)} ms`,
    bytesText(word.outboundMost, language),
    numberText(word.tooSlow, language),
    behindText(word),
  ];
  return (
    <Panel id="edges" title={said.edges} note={<Reset lost={lost} state={state} />} isWide>
      <Grid
        id="edge-table"
        label={said.edges}
        columns={columns}
        rows={rowsOf(heard, lost, columns.length, state, cellsOf)}
        empty={said.nobody}
      />
    </Panel>
  );
}

/** Those that are heard, then those that should be. */
function rowsOf<Part extends EnginePart | EdgePart>(
  heard: readonly Part[],
  lost: readonly RosterPart[],
  width: number,
  { said }: OperationsState,
  cellsOf: (word: Part) => GridRow['cells'],
): readonly GridRow[] {
  const lostCells = (part: RosterPart): GridRow['cells'] => [
    placeOf(part),
    <Mark key="state" tone="gone" word={said.lost} />,
    ...new Array<string>(width - 2).fill('–'),
  ];
  return [
    ...heard.map((word) => ({ key: word.name, state: 'good', cells: cellsOf(word) })),
    ...lost.map((part) => ({ key: part.name, state: 'gone', cells: lostCells(part) })),
  ];
}

/** Who is missed on purpose is missed until an operator says so. */
function Reset({ lost, state }: { lost: readonly RosterPart[]; state: OperationsState }) {
  const { said } = state;
  if (lost.length === 0) return null;
  return (
    <Confirmed
      state={state}
      word={said.reset}
      ask={said.resetAsk}
      about={lost.map((part) => namedPart(part).name).join(', ')}
      act={() => state.act('reset', {})}
    />
  );
}

function StateOf({ word: { missing }, state: { said } }: { word: PartWord; state: OperationsState }) {
  if (missing.length === 0) return <Mark tone="good" word={said.current} />;
  return (
    <span title={missing.map(({ message }) => message).join('; ')}>
      <Mark tone="bad" word={missing.map(({ code }) => code).join(', ')} />
    </span>
  );
}

const placeOf = (part: Pick<PartWord, 'part' | 'name' | 'url'>) => <code>{namedPart(part).name}</code>;

const behindText = ({ behind }: PartWord): string => (behind === null ? '–' : `${behind} s`);
