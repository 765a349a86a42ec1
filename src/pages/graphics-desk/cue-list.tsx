/** What is on air on the output, the uppermost first, with who took it. */
import { filled } from '../../model/words.ts';
import type { Cue } from '../../on-air/output.ts';
import { listLine } from '../view/document-search.ts';
import type { DeskState } from './desk-state.ts';

export function CueList({ state }: { state: DeskState }) {
  const { said } = state;
  const cues = state.cues.value;
  return (
    <section id="cues" class="cues" aria-label={said.cues} tabIndex={-1}>
      <h2>{said.cues}</h2>
      {cues.length === 0 ? <p>{said.noCues}</p> : null}
      <ul>
        {cues.map((cue) => (
          <CueLine key={cue.layer} cue={cue} state={state} />
        ))}
      </ul>
    </section>
  );
}

function CueLine({ cue, state }: { cue: Cue; state: DeskState }) {
  const { said } = state;
  const seen = state.seen.value.get(cue.layer);
  const waits = seen?.waiting != null;
  const mayAct = state.token.value !== null && state.feed.value === 'LIVE';
  const name = state.graphicName(cue.graphic);
  return (
    <li data-layer={cue.layer} data-waits={waits}>
      <p>
        <strong>{cue.layer === cue.graphic ? name : filled(said.cueLine, { name, layer: cue.layer })}</strong>{' '}
        <span class="state">{waits ? `▲ ${said.stateWAITS}` : stateWord(seen?.state, state)}</span>
        <small>
          {[
            aboutText(cue, state),
            cue.told.competitor,
            pageText(cue, seen?.steps ?? 1, state),
            filled(said.takenBy, { name: cue.by }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </p>
      <button type="button" aria-label={`${said.edit}: ${name}`} onClick={() => state.edit(cue)}>
        {said.edit}
      </button>
      {state.token.value === null ? null : (
        <button
          type="button"
          aria-label={`${said.out}: ${name}`}
          disabled={!mayAct}
          onClick={() => void state.out(cue)}
        >
          {said.out}
        </button>
      )}
    </li>
  );
}

const stateWord = (state: string | undefined, { said }: DeskState): string =>
  state === 'EMPTY' ? said.stateEMPTY : state === 'OUT' ? said.stateOUT : said.stateIN;

/** What a document is called; whatever is live by its sport. */
function aboutText(
  { told: { channel, discipline } }: Cue,
  { listed, speech }: DeskState,
): string | undefined {
  const one = listed.value?.find((each) => each.channel === channel);
  return one === undefined ? (channel ?? discipline) : listLine(one, speech).title;
}

const pageText = ({ step }: Cue, steps: number, { said }: DeskState): string =>
  steps > 1 ? filled(said.pageOf, { page: String(step + 1), pages: String(steps) }) : '';
