/** The broker: its streams with their copies, and its disk. */
import { filled } from '../../model/words.ts';
import { bytesText, numberText } from './formats.ts';
import { Grid } from './grid.tsx';
import { Mark } from './mark.tsx';
import { Panel, type PanelProps } from './panel.tsx';

export function BrokerPanel({ state, situation: { broker } }: PanelProps) {
  const { said, speech } = state;
  const { language } = speech;
  const columns = [
    { key: 'stream', label: said.stream },
    { key: 'entries', label: said.entries, isNumber: true },
    { key: 'bytes', label: said.bytes, isNumber: true },
    { key: 'copies', label: said.copies },
  ];
  const rows = (broker?.streams ?? []).map(({ name, entries, bytes, replicas, current }) => ({
    key: name,
    state: current < replicas ? 'bad' : 'good',
    cells: [
      <code key="name">{name}</code>,
      numberText(entries, language),
      bytesText(bytes, language),
      <Mark
        key="copies"
        tone={current < replicas ? 'bad' : 'good'}
        word={filled(said.ofAll, { count: String(current), all: String(replicas) })}
      />,
    ],
  }));
  return (
    <Panel
      id="broker"
      title={said.broker}
      note={<span class="count">{broker === null ? '' : diskText()}</span>}
    >
      <Grid
        id="broker-table"
        label={said.broker}
        columns={columns}
        rows={rows}
        empty={broker === null ? said.brokerSilent : said.none}
      />
    </Panel>
  );

  function diskText(): string {
    const { usedBytes, mostBytes } = broker!;
    const used = bytesText(usedBytes, language);
    return mostBytes === null
      ? filled(said.used, { used })
      : filled(said.usedOf, { used, most: bytesText(mostBytes, language) });
  }
}
