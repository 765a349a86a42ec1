/** Units: how many have which status, and those that are under way, to come, or in doubt. */

import { durationText } from '../../client/venue-time.ts';
import { Badge } from '../parts/badge.tsx';
import { Grid } from './grid.tsx';
import { Panel, type PanelProps } from './panel.tsx';

export function UnitPanel({ state, situation: { unitsBy, units } }: PanelProps) {
  const { said, speech } = state;
  const columns = [
    { key: 'unit', label: said.unit },
    { key: 'status', label: said.status },
    { key: 'newest', label: said.newest, isNumber: true },
    { key: 'doubts', label: said.doubts },
  ];
  const rows = units.map(({ unit, status, ageMs, reasons }) => ({
    key: unit,
    state: reasons.length > 0 ? 'bad' : 'good',
    cells: [
      state.unitName(unit),
      <Badge key="status" status={status} word={speech.word('resultStatuses', status)} />,
      ageMs === null ? '–' : durationText(ageMs),
      reasons.map((reason) => speech.word('reasons', reason)).join(', '),
    ],
  }));
  const counts = Object.entries(unitsBy).map(
    ([status, count]) => `${count} ${speech.word('resultStatuses', status)}`,
  );
  return (
    <Panel id="units" title={said.units} note={<span class="count">{counts.join(' · ')}</span>}>
      <Grid id="unit-table" label={said.units} columns={columns} rows={rows} empty={said.noUnits} />
    </Panel>
  );
}
