/** Always seen: what may be believed of what is shown, how old it is, how much later it comes. */

import { type FeedState, factAge, troubled } from '../../client/feed-state.ts';
import { durationText } from '../../client/venue-time.ts';
import type { SourceReport } from '../../model/server-words.ts';
import { filled } from '../../model/words.ts';
import { Languages } from '../parts/languages.tsx';
import { addressOf, delayFrom, MOST_DELAY_S } from '../view/layout.ts';
import type { PageWords } from '../words/page-words.ts';
import type { ScreenState } from './screen-state.ts';

/** A shape of its own for each kind of trouble; a full circle for live alone. */
const SHAPES: Readonly<Record<FeedState, string>> = {
  LIVE: '●',
  UNKNOWN: '?',
  CONNECTING: '…',
  BEHIND: '◔',
  VENUE: '▲',
  QUIET: '■',
  LOST: '✖',
  CLOSED: '✖',
};

const SOURCE_WORDS: Readonly<Record<SourceReport['state'], keyof PageWords | null>> = {
  ok: null,
  silent: 'sourceSilent',
  gap: 'sourceGap',
  late: 'sourceLate',
  unknown: 'sourceUnknown',
};

export function FeedBar({ state }: { state: ScreenState }) {
  const { feed, speech, clock } = state;
  const { said } = speech;
  const layout = state.layout.value;
  const { delayS } = layout;
  const heard = feed.heard.value;
  const now = state.feedState.value;
  const trouble = now === 'VENUE' || now === 'UNKNOWN' ? troubleText(troubled(heard), said) : '';
  return (
    <div class="feed-bar">
      <p id="feed" class="feed" data-state={now} role="status">
        <span aria-hidden="true" class="shape">
          {SHAPES[now]}
        </span>{' '}
        {said[`feed${now}`]}
        {trouble === '' ? '' : `: ${trouble}`}
      </p>
      <p id="age">{heard === null ? '' : ageText(factAge(heard, clock.value), said)}</p>
      {delayS === 0 ? null : (
        <strong id="delayed">{filled(said.delayed, { seconds: String(delayS) })}</strong>
      )}
      <Languages current={speech.language} hash={addressOf(layout)} />
    </div>
  );
}

/** Which sport, and by how much later: beside the views, since they are touched as these are. */
export function FeedControls({ state }: { state: ScreenState }) {
  return (
    <div class="feed-controls">
      <Delay state={state} />
      <Discipline state={state} />
    </div>
  );
}

const ageText = (age: number | null, said: PageWords): string =>
  age === null ? said.ageUnknown : filled(said.age, { age: durationText(age) });

const troubleText = (sources: readonly SourceReport[], said: PageWords): string =>
  sources
    .slice(0, 3)
    .map(({ source, state }) => {
      const word = SOURCE_WORDS[state];
      return word === null ? '' : filled(said[word], { source });
    })
    .filter(Boolean)
    .join(', ');

function Delay({ state }: { state: ScreenState }) {
  const { said } = state.speech;
  const { delayS } = state.layout.value;
  return (
    <label>
      {said.delay}{' '}
      <input
        id="delay"
        type="number"
        min="0"
        max={MOST_DELAY_S}
        step="1"
        value={delayS}
        title={said.delaySeconds}
        onChange={({ currentTarget }) => state.lay({ delayS: delayFrom(currentTarget.value) })}
      />
    </label>
  );
}

function Discipline({ state }: { state: ScreenState }) {
  const { speech, disciplines, discipline } = state;
  return (
    <label>
      <span class="unseen">{speech.said.discipline}</span>
      <select
        id="discipline"
        value={discipline.value}
        onChange={({ currentTarget }) => state.chooseDiscipline(currentTarget.value)}
      >
        {disciplines.value.map((code) => (
          <option key={code} value={code}>
            {speech.words(code).discipline || code}
          </option>
        ))}
      </select>
    </label>
  );
}
