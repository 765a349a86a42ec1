/** Facts that have no effect: those that an operator can let through, and those that were refused. */
import { Confirmed } from './confirmed.tsx';
import { Grid } from './grid.tsx';
import { Panel, type PanelProps } from './panel.tsx';

export function HeldFactsPanel({ state, situation: { held } }: PanelProps) {
  const { said } = state;
  const columns = [
    { key: 'unit', label: said.unit },
    { key: 'fact', label: said.fact },
    { key: 'reason', label: said.reason },
    ...(state.token.value === null ? [] : [{ key: 'acts', label: said.acts }]),
  ];
  const rows = held.map(({ source, epoch, seq, unit, reason }) => {
    const fact = `${source}:${epoch}:${seq}`;
    return {
      key: fact,
      cells: [
        state.unitName(unit),
        `${source} ${seq}`,
        reason,
        <Confirmed
          key="release"
          state={state}
          word={said.release}
          ask={said.releaseAsk}
          about={`${source} ${seq}`}
          act={() => state.act('release', { fact })}
        />,
      ],
    };
  });
  return (
    <Panel id="held" title={said.held} note={<span class="count">{held.length}</span>} isWide>
      <Grid id="held-table" label={said.held} columns={columns} rows={rows} empty={said.noHeld} />
    </Panel>
  );
}

const SHOWN = 20;

export function RefusedFactsPanel({ state, situation: { refused } }: PanelProps) {
  const { said } = state;
  const columns = [
    { key: 'code', label: said.code },
    { key: 'venue', label: said.venue },
    { key: 'fact', label: said.fact },
    { key: 'unit', label: said.unit },
    { key: 'reason', label: said.reason },
  ];
  const rows = refused.slice(0, SHOWN).map(({ code, venue, source, seq, unit, reason, streamSeq }) => ({
    key: `${streamSeq} ${code}`,
    cells: [
      <code key="code">{code}</code>,
      venue,
      seq === null ? '–' : `${source} ${seq}`,
      state.unitName(unit),
      reason,
    ],
  }));
  return (
    <Panel id="refused" title={said.refusedFacts} note={<span class="count">{refused.length}</span>} isWide>
      <Grid
        id="refused-table"
        label={said.refusedFacts}
        columns={columns}
        rows={rows}
        empty={said.noRefused}
      />
    </Panel>
  );
}
