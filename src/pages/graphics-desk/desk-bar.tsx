/** Always in sight: whether what is shown is of now, which output, who looks at it, who works here. */
import { filled } from '../../model/words.ts';
import { isPlainName, type OnAirAnswer } from '../../on-air/output.ts';
import { OperatorField } from '../parts/operator-field.tsx';
import type { DeskState } from './desk-state.ts';
import type { GraphicsDeskWords } from './graphics-desk-words.ts';

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
  const others = (state.answer.value?.outputs ?? []).filter(
    ({ name, cues }) => name !== state.outputName.value && cues.some((cue) => cue.state === 'IN'),
  );
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
      <ShownBy id="shown-by" output={state.output.value} said={said} />
      {others.map((output) => (
        <ShownBy key={output.name} output={output} said={said} isOther />
      ))}
    </div>
  );
}

interface ShownByProps {
  readonly id?: string;
  readonly output: OnAirAnswer['outputs'][number];
  readonly said: GraphicsDeskWords;
  /** Not the one that is worked at: its name is said. */
  readonly isOther?: boolean;
}

/** Of what is on air nothing is seen where no page shows it. */
function ShownBy({ id, output: { name, shownBy }, said, isOther = false }: ShownByProps) {
  const text = shownByText(shownBy, said);
  const isWell = shownBy === null || (shownBy.pages > 0 && shownBy.behind === 0);
  return (
    <p id={id} class={isWell ? 'quiet' : 'warning'}>
      {isOther ? filled(said.otherOutput, { output: name, text }) : text}
    </p>
  );
}

function shownByText(shownBy: ShownByProps['output']['shownBy'], said: GraphicsDeskWords): string {
  if (shownBy === null) return said.shownByUNKNOWN;
  const { pages, behind } = shownBy;
  if (pages === 0) return said.shownByNONE;
  const text = pages === 1 ? said.shownByONE : filled(said.shownByMANY, { count: String(pages) });
  return behind === 0 ? text : filled(said.shownByBEHIND, { text, count: String(behind) });
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
