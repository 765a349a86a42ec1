/** How a graphic is shown: the fields that every graphic is told, each as usual until it is set. */
import { type FieldForm, TOLD } from '../../graphics/told.ts';
import { filled } from '../../model/words.ts';
import { isPlainName } from '../../on-air/output.ts';
import type { DeskState } from './desk-state.ts';

const NAMES = [
  ...(['corrections', 'rows', 'page', 'delayMs', 'offsetMs'] as const),
  ...(['language', 'theme', 'frameRate', 'test'] as const),
];
type OptionName = (typeof NAMES)[number];

export function OptionFields({ state }: { state: DeskState }) {
  const { said } = state;
  return (
    <fieldset id="options" class="options">
      <legend>{said.options}</legend>
      {NAMES.map((name) => (
        <OptionField key={name} name={name} state={state} />
      ))}
      <label for="layer">
        {said.layer}
        <input
          id="layer"
          value={state.layer.value}
          placeholder={said.layerHint}
          maxLength={32}
          autocomplete="off"
          onChange={({ currentTarget }) => {
            const name = currentTarget.value.trim().toLowerCase();
            state.layer.value = isPlainName(name) ? name : '';
          }}
        />
      </label>
    </fieldset>
  );
}

function OptionField({ name, state }: { name: OptionName; state: DeskState }) {
  const { said } = state;
  const { usual, form } = TOLD[name];
  const value = state.options.value[name] ?? '';
  const set = (text: string): void => {
    state.options.value = { ...state.options.peek(), [name]: text };
  };
  const choices = choicesOf(form);
  return (
    <label for={`option-${name}`}>
      {said[`option${name}`]}
      {choices === null ? (
        <input
          id={`option-${name}`}
          value={value}
          placeholder={String(usual)}
          inputMode={form.is === 'whole' ? 'numeric' : 'text'}
          autocomplete="off"
          onChange={({ currentTarget }) => {
            if (mayBe(currentTarget.value, form)) set(currentTarget.value.trim());
            currentTarget.value = state.options.peek()[name] ?? '';
          }}
        />
      ) : (
        <select
          id={`option-${name}`}
          value={value}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        >
          <option value="">{filled(said.usual, { value: wordOf(String(usual), state) })}</option>
          {choices
            .filter((each) => each !== String(usual))
            .map((each) => (
              <option key={each} value={each}>
                {wordOf(each, state)}
              </option>
            ))}
        </select>
      )}
    </label>
  );
}

const choicesOf = (form: FieldForm): readonly string[] | null =>
  form.is === 'choice' ? form.of.map(String) : form.is === 'flag' ? ['true', 'false'] : null;

/** A number out of its bounds would be refused by the graphic, on air. */
function mayBe(text: string, form: FieldForm): boolean {
  if (form.is !== 'whole' || text.trim() === '') return true;
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= form.least && value <= form.most;
}

const wordOf = (value: string, { said }: DeskState): string =>
  (said as Readonly<Record<string, string>>)[`value${value}`] ?? value;
