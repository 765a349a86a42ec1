/** Always in sight: whether anything is wrong, whether this is of now, who works here. */

import { durationText } from '../../client/venue-time.ts';
import { isLoud } from '../../incidents/shown.ts';
import type { Situation } from '../../incidents/situation.ts';
import { filled } from '../../model/words.ts';
import { OperatorField } from '../parts/operator-field.tsx';
import { bytesText, clockText, numberText } from './formats.ts';
import { GLANCE_MARKS, type OperationsState } from './operations-state.ts';

export function GlanceBar({ state }: { state: OperationsState }) {
  const { said } = state;
  const situation = state.situation.value;
  const glance = state.glance.value;
  return (
    <header class="glance-bar" data-live={state.feed.value === 'LIVE'}>
      <h1>{said.title}</h1>
      <p id="glance" class="glance" data-glance={glance} role="status">
        <span aria-hidden="true">{GLANCE_MARKS[glance]}</span> <strong>{said[`glance${glance}`]}</strong>
        <small>{situation === null || glance === 'NOT_KNOWN' ? '' : countsText(situation, state)}</small>
      </p>
      <Feed state={state} />
      {situation === null ? null : <Figures state={state} situation={situation} />}
      <Operator state={state} />
    </header>
  );
}

function countsText({ incidents }: Situation, { said }: OperationsState): string {
  const active = incidents.filter(({ state }) => state !== 'CLEARED');
  const own = active.filter(({ hiddenBy }) => hiddenBy === null);
  const counts = [
    [said.newCount, active.filter(isLoud).length],
    [said.inHandCount, own.filter(({ state, isShelved }) => state === 'ACKNOWLEDGED' && !isShelved).length],
    [said.shelvedCount, own.filter(({ isShelved }) => isShelved).length],
    [said.followCount, active.length - own.length],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([word, count]) => filled(word, { count: String(count) }))
    .join(', ');
}

/** What is not live can never look like it. */
function Feed({ state }: { state: OperationsState }) {
  const { said, speech } = state;
  const feed = state.feed.value;
  const age = state.age.value;
  const situation = state.situation.value;
  const isOld = feed !== 'LIVE' && situation !== null && age !== null;
  return (
    <p id="feed" class="room-feed" data-feed={feed}>
      {said[`feed${feed}`]}
      {isOld ? (
        <small>
          {' '}
          {filled(said.asOf, { time: clockText(situation.at, speech.language), age: durationText(age) })}
        </small>
      ) : null}
    </p>
  );
}

function Figures({ state, situation }: { state: OperationsState; situation: Situation }) {
  const { said, speech } = state;
  const { sources, parts, expected, alarmsInTenMinutes, broker } = situation;
  const heard = (part: 'engine' | 'edge' | 'desk'): string =>
    filled(said.ofAll, {
      count: String(parts.filter(({ word }) => word.part === part).length),
      all: String(expected[part]),
    });
  const screens = parts.reduce(
    (sum, { word }) =>
      sum + (word.part === 'edge' ? Object.values(word.screens).reduce((one, other) => one + other, 0) : 0),
    0,
  );
  const well = sources.filter((each) => each.state === 'ok').length;
  const figures: readonly (readonly [string, string])[] = [
    [said.sources, filled(said.ofAll, { count: String(well), all: String(sources.length) })],
    [said.engines, heard('engine')],
    [said.edges, heard('edge')],
    [said.desks, heard('desk')],
    [said.screens, numberText(screens, speech.language)],
    [said.disk, broker === null ? '–' : bytesText(broker.usedBytes, speech.language)],
    [said.alarms, String(alarmsInTenMinutes)],
  ];
  return (
    <dl class="room-figures" aria-label={said.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Operator({ state }: { state: OperationsState }) {
  const { said } = state;
  if (state.token.value === null)
    return <p class="may">{state.situation.value === null ? '' : said.readOnly}</p>;
  return (
    <div class="may">
      <label for="operator">{said.operator}</label> <OperatorField operator={state.operator} />
      <small>{said.writes}</small>
      <p id="refusal" class="refusal" role="alert">
        {state.refusal.value}
      </p>
    </div>
  );
}
