/** The commentator screen: views, the state of everything that is shown, the units side by side. */
import { VIEWS, type View } from '../view/layout.ts';
import { AthleteView } from './athlete-view.tsx';
import { FeedBar, FeedControls } from './feed-bar.tsx';
import { Help } from './help.tsx';
import { keyOf } from './keys.ts';
import { LookUp } from './look-up.tsx';
import { NowView } from './now-view.tsx';
import { Overview } from './overview.tsx';
import { ResultsView } from './results-view.tsx';
import type { ScreenState } from './screen-state.ts';
import { StartView } from './start-view.tsx';
import type { UnitPane } from './unit-pane.ts';
import { VIEW_WORDS } from './view-words.ts';

export function Screen({ state }: { state: ScreenState }) {
  return (
    <>
      <header class="desk-top">
        <div class="desk-controls">
          <Views state={state} />
          <FeedControls state={state} />
        </div>
        <FeedBar state={state} />
      </header>
      {state.lookedUp.value === null ? null : <LookUp state={state} />}
      {state.isHelpOpen.value ? <Help state={state} /> : null}
      <main id="view" class="desk" tabIndex={-1}>
        <h1 class="unseen">{state.speech.said[VIEW_WORDS[state.layout.value.view]]}</h1>
        <ViewOf state={state} />
      </main>
    </>
  );
}

/** The way back is the first button, whatever is shown: once there it says so. */
function Views({ state }: { state: ScreenState }) {
  const { said } = state.speech;
  const { view } = state.layout.value;
  return (
    <nav class="views" aria-label={said.commentatorPage}>
      <button
        type="button"
        class="back-to-now"
        aria-current={view === 'now' ? 'page' : undefined}
        onClick={() => state.backToNow()}
      >
        {view === 'now' ? (
          <>
            {said.viewNow} <kbd>{keyOf('now')}</kbd>
          </>
        ) : (
          <>
            <span aria-hidden="true">⟲</span> {said.backToNow} <kbd>Esc</kbd>
          </>
        )}
      </button>
      {VIEWS.filter((each) => each !== 'now').map((each) => (
        <button
          type="button"
          key={each}
          aria-current={each === view ? 'page' : undefined}
          onClick={() => state.lay({ view: each })}
        >
          {said[VIEW_WORDS[each]]} <kbd>{keyOf(each)}</kbd>
        </button>
      ))}
      <button
        type="button"
        aria-label={said.keys}
        onClick={() => {
          state.isHelpOpen.value = true;
        }}
      >
        <kbd>?</kbd>
      </button>
    </nav>
  );
}

function ViewOf({ state }: { state: ScreenState }) {
  const { view } = state.layout.value;
  if (view === 'athlete') return <AthleteView state={state} />;
  if (view === 'overview') return <Overview state={state} />;
  const panes = state.panes.value;
  if (panes.length === 0) return <p class="nothing">{state.speech.said.nothingNow}</p>;
  return (
    <div class="panes" data-count={panes.length}>
      {panes.map((pane) => (
        <PaneOf key={`${view} ${pane.unit}`} view={view} pane={pane} state={state} />
      ))}
    </div>
  );
}

function PaneOf({ view, pane, state }: { view: View; pane: UnitPane; state: ScreenState }) {
  if (view === 'start') return <StartView pane={pane} state={state} />;
  if (view === 'results') return <ResultsView pane={pane} state={state} />;
  return <NowView pane={pane} state={state} />;
}
