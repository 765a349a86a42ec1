/** Corrections that wait: nobody can overlook them. */
import { filled } from '../../model/words.ts';
import type { DeskState } from './desk-state.ts';

export function Waiting({ state }: { state: DeskState }) {
  const { said } = state;
  return (
    <div id="waiting" role="alert">
      {state.waiting.value.map((cue) => (
        <p key={cue.layer} class="waiting">
          <strong>▲ {filled(said.waits, { name: state.graphicName(cue.graphic) })}</strong>
          {state.token.value === null ? null : (
            <button type="button" onClick={() => void state.accept(cue)}>
              {said.accept}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}
