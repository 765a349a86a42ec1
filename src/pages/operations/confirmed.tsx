/** A button that asks once more before it does something: the second one has another word and another place. */
import { useRef, useState } from 'preact/hooks';
import { filled } from '../../model/words.ts';
import { focus, panelOf } from '../parts/keys-stay.ts';
import type { OperationsState } from './operations-state.ts';

interface ConfirmedProps {
  readonly state: OperationsState;
  readonly word: string;
  /** What it means, said beside the second button. */
  readonly ask: string;
  /** What it is about, for who does not see the row. */
  readonly about: string;
  readonly act: () => Promise<boolean>;
}

export function Confirmed({ state, word, ask, about, act }: ConfirmedProps) {
  const [isAsked, setAsked] = useState(false);
  const isCancelled = useRef(false);
  if (state.token.value === null) return null;
  if (!isAsked)
    return (
      <button
        type="button"
        aria-label={`${word}: ${about}`}
        ref={isCancelled.current ? focus : null}
        onClick={() => setAsked(true)}
      >
        {word}…
      </button>
    );
  return (
    <span class="buttons">
      <span>{ask}</span>
      <button
        type="button"
        class="strong"
        ref={focus}
        onClick={async ({ currentTarget }) => {
          const panel = panelOf(currentTarget);
          if (!(await act())) return;
          isCancelled.current = false;
          setAsked(false);
          panel?.focus();
        }}
      >
        {filled(state.said.confirm, { name: word })}
      </button>
      <button
        type="button"
        onClick={() => {
          isCancelled.current = true;
          setAsked(false);
        }}
      >
        {state.said.cancel}
      </button>
    </span>
  );
}
