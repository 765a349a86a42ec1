/** Always in sight: whether what is shown is of now, which output, who looks at it, who works here. */
import { filled } from '../../model/words.ts';
import { isPlainName } from '../../on-air/output.ts';
import { OperatorField } from '../parts/operator-field.tsx';
import type { DeskState } from './desk-state.ts';

export function DeskBar({ state }: { state: DeskState }) {
  const { said } = state;
  const feed = state.feed.value;
  return (
    <header class="graphics-bar">
      <h1>{said.title}</h1>
      <p id="feed" class="room-feed" data-feed={feed} role="status">
        {said[`feed${feed}`]}
      </p>
      <OutputPick state={state} />
      <Operator state={state} />
      <p id="refusal" class="refusal" role="alert">
        {state.refusal.value}
      </p>
    </header>
  );
}

function OutputPick({ state }: { state: DeskState }) {
  const { said } = state;
  const { lookers } = state.output.value;
  return (
    <div class="output-pick">
      <label for="output">{said.output}</label>
      <input
        id="output"
        list="outputs"
        value={state.outputName.value}
        maxLength={32}
        autocomplete="off"
        spellcheck={false}
        onChange={({ currentTarget }) => {
          const name = currentTarget.value.trim().toLowerCase();
          if (isPlainName(name)) state.outputName.value = name;
          currentTarget.value = state.outputName.peek();
        }}
      />
      <datalist id="outputs">
        {(state.answer.value?.outputs ?? []).map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p id="lookers" class={lookers === 0 ? 'warning' : 'quiet'}>
        {lookersText(lookers, state)}
      </p>
    </div>
  );
}

function lookersText(lookers: number | null, { said }: DeskState): string {
  if (lookers === null) return said.lookersUNKNOWN;
  if (lookers === 0) return said.lookersNONE;
  return lookers === 1 ? said.lookersONE : filled(said.lookersMANY, { count: String(lookers) });
}

function Operator({ state }: { state: DeskState }) {
  const { said } = state;
  if (state.token.value === null)
    return (
      <p id="read-only" class="quiet">
        {state.answer.value === null ? '' : said.readOnly}
      </p>
    );
  return (
    <div class="operator">
      <label for="operator">{said.operator}</label>
      <OperatorField operator={state.operator} />
    </div>
  );
}
