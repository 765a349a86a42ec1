/** Which graphic, about whom, and the buttons: one each, with its key. */
import { KINDS } from '../../graphics/kinds.ts';
import { filled } from '../../model/words.ts';
import { saysTheSame } from '../../on-air/output.ts';
import { focus } from '../parts/keys-stay.ts';
import { competitorsIn, fits, toldOf } from '../view/graphics-draft.ts';
import type { DeskState } from './desk-state.ts';

export function TakeRow({ state }: { state: DeskState }) {
  return (
    <section class="take-row" aria-label={state.said.act}>
      <GraphicPick state={state} />
      <CompetitorPick state={state} />
      {state.token.value === null ? null : <Buttons state={state} />}
    </section>
  );
}

function GraphicPick({ state }: { state: DeskState }) {
  const subject = state.subject.value;
  return (
    <fieldset id="graphics" class="graphic-pick">
      <legend>{state.said.graphic}</legend>
      {KINDS.map((kind, index) => (
        <button
          type="button"
          key={kind.name}
          data-graphic={kind.name}
          aria-pressed={state.graphic.value === kind.name}
          disabled={subject === null || !fits(kind, subject)}
          onClick={() => state.chooseGraphic(kind.name)}
        >
          {state.graphicName(kind.name)} {index < 9 ? <kbd>{index + 1}</kbd> : null}
        </button>
      ))}
    </fieldset>
  );
}

function CompetitorPick({ state }: { state: DeskState }) {
  const { said } = state;
  const choices = competitorsIn(state.document);
  const chosen = state.competitor.value;
  // Whoever was taken to air may not be in the list any more.
  const isGone = chosen !== '' && !choices.some(({ key }) => key === chosen);
  return (
    <label class="competitor-pick">
      {said.competitor} <kbd>K</kbd>
      <select
        id="competitor"
        value={chosen}
        onChange={({ currentTarget }) => {
          state.competitor.value = currentTarget.value;
        }}
      >
        <option value="">{said.anybody}</option>
        {isGone ? <option value={chosen}>{chosen}</option> : null}
        {choices.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Buttons({ state }: { state: DeskState }) {
  const { said } = state;
  const draft = state.draft.value;
  const cue = state.cue.value;
  const mayAct = state.feed.value === 'LIVE';
  const differs = draft !== null && cue?.graphic === draft.graphic && !saysTheSame(cue.told, toldOf(draft));
  const hasWaiting = state.waiting.value.some(({ layer }) => layer === cue?.layer);
  return (
    <div class="acts">
      <Act
        id="take"
        word={said.take}
        keyName="T"
        isOff={!mayAct || draft === null}
        act={() => state.take()}
      />
      <Act
        id="next"
        word={said.next}
        keyName="N"
        isOff={!mayAct || cue === null || state.isLastPage(cue)}
        act={() => state.next(cue!)}
      />
      <Act
        id="change"
        word={said.change}
        keyName="C"
        isOff={!mayAct || !differs}
        act={() => state.change()}
      />
      <Act id="out" word={said.out} keyName="O" isOff={!mayAct || cue === null} act={() => state.out(cue!)} />
      <Act
        id="accept"
        word={said.accept}
        keyName="A"
        isOff={!mayAct || !hasWaiting}
        act={() => state.accept(cue!)}
      />
      <Clear state={state} mayAct={mayAct} />
      <p class="asked" role="status">
        {state.isAsked.value ? said.asked : ''}
      </p>
    </div>
  );
}

/** Asks once more: it is about everything. */
function Clear({ state, mayAct }: { state: DeskState; mayAct: boolean }) {
  const { said, isClearAsked } = state;
  if (!isClearAsked.value)
    return (
      <Act
        id="clear"
        word={`${said.clear}…`}
        keyName="X"
        isOff={!mayAct}
        act={async () => {
          isClearAsked.value = true;
        }}
      />
    );
  return (
    <span class="clear-asked">
      {filled(said.clearAsk, { output: state.outputName.value })}
      <button type="button" id="clear-all" ref={focus} disabled={!mayAct} onClick={() => void state.clear()}>
        {said.clear}
      </button>
      <button
        type="button"
        onClick={() => {
          isClearAsked.value = false;
        }}
      >
        {said.cancel}
      </button>
    </span>
  );
}

interface ActProps {
  readonly id: string;
  readonly word: string;
  readonly keyName: string;
  readonly isOff: boolean;
  readonly act: () => Promise<void>;
}

const Act = ({ id, word, keyName, isOff, act }: ActProps) => (
  <button type="button" id={id} disabled={isOff} onClick={() => void act()}>
    {word} <kbd>{keyName}</kbd>
  </button>
);
