/** Incidents: the loudest first, with what is to be done; what follows from one stands under it, what has cleared below all. */
import { useState } from 'preact/hooks';
import { durationText } from '../../client/venue-time.ts';
import { isShelved } from '../../incidents/life-cycle.ts';
import type { ShownIncident } from '../../incidents/shown.ts';
import type { Situation } from '../../incidents/situation.ts';
import { INCIDENTS, incidentKey } from '../../incidents/table.ts';
import { filled } from '../../model/words.ts';
import { focus, panelOf } from '../parts/keys-stay.ts';
import { clockText } from './formats.ts';
import { Grid, type GridRow } from './grid.tsx';
import { Mark, type Tone } from './mark.tsx';
import type { OperationsState } from './operations-state.ts';
import { Panel, type PanelProps } from './panel.tsx';

export function IncidentList({ state, situation }: PanelProps) {
  const { said } = state;
  const { incidents } = situation;
  const active = incidents.filter((each) => each.state !== 'CLEARED' && each.hiddenBy === null);
  const over = incidents.filter((each) => each.state === 'CLEARED');
  const columns = [
    { key: 'state', label: said.state },
    { key: 'since', label: said.since, isNumber: true },
    { key: 'incident', label: said.incident },
    { key: 'action', label: said.action },
    ...(state.token.value === null ? [] : [{ key: 'acts', label: said.acts }]),
  ];
  const rowOf = (incident: ShownIncident): GridRow => ({
    key: incidentKey(incident),
    state: stateOf(incident).toLowerCase(),
    cells: [
      <StateCell key="state" incident={incident} state={state} situation={situation} />,
      durationText(situation.at - incident.since),
      <TextCell key="text" incident={incident} state={state} situation={situation} />,
      <ActionText key="action" text={state.wordsOf(incident).action} />,
      <Acts key="acts" incident={incident} state={state} />,
    ],
  });
  return (
    <Panel id="incidents" title={said.incidents} isWide>
      <Grid
        id="incident-table"
        label={said.incidents}
        columns={columns}
        rows={active.map(rowOf)}
        empty={said.noIncidents}
      />
      {over.length === 0 ? null : (
        <details class="cleared">
          <summary>{filled(said.clearedLately, { count: String(over.length) })}</summary>
          <ul>
            {over.map((incident) => (
              <li key={incidentKey(incident)} data-key={incidentKey(incident)}>
                {clockText(incident.clearedAt!, state.speech.language)} {state.wordsOf(incident).text}
                {incident.acknowledged === null ? ` (${said.nobodySaw})` : ''}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

const stateOf = ({
  state,
  isShelved: rests,
}: ShownIncident): 'NEW' | 'ACKNOWLEDGED' | 'CLEARED' | 'SHELVED' => (rests ? 'SHELVED' : state);

const TONES: Readonly<Record<ReturnType<typeof stateOf>, Tone>> = {
  NEW: 'bad',
  ACKNOWLEDGED: 'watch',
  SHELVED: 'unknown',
  CLEARED: 'good',
};

interface CellProps {
  readonly incident: ShownIncident;
  readonly state: OperationsState;
  readonly situation: Situation;
}

function StateCell({ incident, state, situation }: CellProps) {
  const { said, speech } = state;
  const { acknowledged, shelved, isRecorded } = incident;
  const now = stateOf(incident);
  const who =
    shelved !== null && isShelved(incident, situation.at)
      ? filled(said.shelvedBy, { name: shelved.by, time: clockText(shelved.until, speech.language) })
      : acknowledged === null
        ? ''
        : filled(said.acknowledgedBy, {
            name: acknowledged.by,
            age: durationText(situation.at - acknowledged.at),
          });
  return (
    <>
      <Mark tone={TONES[now]} word={said[`state${now}`]} />
      <small>{who === '' ? (isRecorded ? '' : said.unrecorded) : who}</small>
    </>
  );
}

function TextCell({ incident, state, situation }: CellProps) {
  const { said } = state;
  const key = incidentKey(incident);
  const consequences = situation.incidents.filter(({ hiddenBy }) => hiddenBy === key);
  const { occurrence, code } = incident;
  return (
    <>
      <span class="incident-text">{state.wordsOf(incident).text}</span>
      <small>
        {said[`severity${INCIDENTS[code].severity}`]}
        {occurrence > 1 ? `, ${filled(said.occurrence, { count: String(occurrence) })}` : ''}
      </small>
      {consequences.length === 0 ? null : (
        <details>
          <summary>{filled(said.follows, { count: String(consequences.length) })}</summary>
          <ul>
            {consequences.map((each) => (
              <li key={incidentKey(each)}>{state.wordsOf(each).text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What stands in backquotes is what is typed or read somewhere. */
function ActionText({ text }: { text: string }) {
  return (
    <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))}</>
  );
}

/** Minutes. */
const SHELF_TIMES = [15, 60, 240] as const;

function Acts({ incident, state }: Omit<CellProps, 'situation'>) {
  const { said } = state;
  const [isShelving, setShelving] = useState(false);
  const { code, about, occurrence, isRecorded } = incident;
  const { text } = state.wordsOf(incident);
  if (state.token.value === null || !isRecorded) return null;
  /** Its button goes with what was done. */
  const done = async (doing: Promise<boolean>, button: HTMLButtonElement): Promise<void> => {
    const panel = panelOf(button);
    if (!(await doing)) return;
    setShelving(false);
    panel?.focus();
  };
  const shelve = (minutes: number, button: HTMLButtonElement): Promise<void> =>
    done(state.act('shelve', { code, about, minutes }), button);
  if (isShelving)
    return (
      <span class="buttons">
        <span>{said.shelveFor}</span>
        {SHELF_TIMES.map((minutes, index) => (
          <button
            type="button"
            key={minutes}
            ref={index === 0 ? focus : null}
            onClick={({ currentTarget }) => shelve(minutes, currentTarget)}
          >
            {minutes < 60
              ? filled(said.minutes, { count: String(minutes) })
              : filled(said.hours, { count: String(minutes / 60) })}
          </button>
        ))}
        <button type="button" onClick={() => setShelving(false)}>
          {said.cancel}
        </button>
      </span>
    );
  return (
    <span class="buttons">
      {incident.state === 'NEW' ? (
        <button
          type="button"
          class="strong"
          aria-label={`${said.acknowledge}: ${text}`}
          onClick={({ currentTarget }) =>
            done(state.act('acknowledge', { code, about, occurrence }), currentTarget)
          }
        >
          {said.acknowledge}
        </button>
      ) : null}
      {incident.isShelved ? (
        <button
          type="button"
          aria-label={`${said.unshelve}: ${text}`}
          onClick={({ currentTarget }) => shelve(0, currentTarget)}
        >
          {said.unshelve}
        </button>
      ) : (
        <button type="button" aria-label={`${said.shelve}: ${text}`} onClick={() => setShelving(true)}>
          {said.shelve}…
        </button>
      )}
    </span>
  );
}
