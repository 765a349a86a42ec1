/** Who wears a number: opens with the first digit that is typed, from any view. */
import { useEffect, useRef } from 'preact/hooks';
import { PickedName } from '../parts/picked-name.tsx';
import { lookUp } from '../view/bib-lookup.ts';
import type { ScreenState } from './screen-state.ts';

export function LookUp({ state }: { state: ScreenState }) {
  const { said } = state.speech;
  const asked = state.lookedUp.value ?? '';
  const found = lookUp(asked, state.all.value);
  const { markOf } = state.picking;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <search class="look-up on-screen">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (found[0] !== undefined) state.showCompetitor(found[0].key);
        }}
      >
        <label>
          {said.lookUp}{' '}
          <input
            ref={input}
            id="look-up"
            value={asked}
            autocomplete="off"
            onInput={({ currentTarget }) => {
              state.lookedUp.value = currentTarget.value;
            }}
          />
        </label>{' '}
        <button
          type="button"
          onClick={() => {
            state.lookedUp.value = null;
          }}
        >
          {said.close}
        </button>
      </form>
      {asked.trim() !== '' && found.length === 0 ? <p>{said.nobodyFound}</p> : null}
      <ul>
        {found.map(({ key, bib, name, organisation }) => (
          <li key={key}>
            <button type="button" onClick={() => state.showCompetitor(key)}>
              <b>{bib}</b> <PickedName competitor={key} {...{ name, organisation, markOf }} />{' '}
              <small>{organisation}</small>
            </button>
          </li>
        ))}
      </ul>
    </search>
  );
}
