/** Sources: how each is, how old its last fact is, which of its numbers are missing. */

import { durationText } from '../../client/venue-time.ts';
import type { SourceState } from '../../model/server-words.ts';
import { Grid } from './grid.tsx';
import { Mark, type Tone } from './mark.tsx';
import { Panel, type PanelProps } from './panel.tsx';

const TONES: Readonly<Record<SourceState, Tone>> = {
  ok: 'good',
  late: 'watch',
  silent: 'bad',
  gap: 'bad',
  unknown: 'unknown',
};

const HOLES_NAMED = 3;

export function SourcePanel({ state, situation: { sources } }: PanelProps) {
  const { said } = state;
  const columns = [
    { key: 'source', label: said.source },
    { key: 'venue', label: said.venue },
    { key: 'state', label: said.state },
    { key: 'lastFact', label: said.lastFact, isNumber: true },
    { key: 'number', label: said.number, isNumber: true },
    { key: 'holes', label: said.holes },
  ];
  const rows = sources.map(({ source, venue, state: how, lastFactAgeMs, seq, holes }) => ({
    key: source,
    state: TONES[how],
    cells: [
      source,
      venue === '' ? '–' : venue,
      <Mark key="state" tone={TONES[how]} word={said[`source${how}`]} />,
      lastFactAgeMs === null ? '–' : durationText(lastFactAgeMs),
      seq === null ? '–' : String(seq),
      holesText(holes),
    ],
  }));
  return (
    <Panel id="sources" title={said.sources} note={<span class="count">{sources.length}</span>}>
      <Grid id="source-table" label={said.sources} columns={columns} rows={rows} empty={said.noSources} />
    </Panel>
  );
}

function holesText(holes: readonly (readonly [number, number])[]): string {
  const named = holes
    .slice(0, HOLES_NAMED)
    .map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  return holes.length > HOLES_NAMED ? `${named.join(', ')} … (${holes.length})` : named.join(', ');
}
