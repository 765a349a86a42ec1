/** What happened, apart from what is to be acted on: the newest first. */
import type { LoggedEvent } from '../../incidents/situation.ts';
import { isIncidentCode } from '../../incidents/table.ts';
import { filled } from '../../model/words.ts';
import { clockText } from './formats.ts';
import { Grid } from './grid.tsx';
import type { OperationsState } from './operations-state.ts';
import { Panel, type PanelProps } from './panel.tsx';

const SHOWN = 40;

export function EventLog({ state, situation: { log } }: PanelProps) {
  const { said, speech } = state;
  const columns = [
    { key: 'time', label: said.time },
    { key: 'what', label: said.what },
    { key: 'who', label: said.who },
  ];
  const rows = log.slice(0, SHOWN).map((event, index) => ({
    key: `${event.at} ${event.what} ${log.length - index}`,
    cells: [clockText(event.at, speech.language), textOf(event, state), event.by ?? ''],
  }));
  return (
    <Panel id="log" title={said.log}>
      <Grid id="log-table" label={said.log} columns={columns} rows={rows} empty={said.noLog} />
    </Panel>
  );
}

/** One that this page has no word for says its code. */
function textOf({ what, values }: LoggedEvent, state: OperationsState): string {
  const pattern = (state.said as Readonly<Record<string, string>>)[`log${what}`];
  if (pattern === undefined) return what;
  const { code } = values;
  const incident = isIncidentCode(code) ? state.wordsOf({ code, values }).text : '';
  return filled(pattern, { ...state.valuesIn(values), incident });
}
