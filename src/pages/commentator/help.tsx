/** The keys, one each. */

import { filled } from '../../model/words.ts';
import { VIEWS } from '../view/layout.ts';
import { keyOf } from './keys.ts';
import type { ScreenState } from './screen-state.ts';
import { VIEW_WORDS } from './view-words.ts';

export function Help({ state }: { state: ScreenState }) {
  const { said } = state.speech;
  const keys: readonly (readonly [string, string])[] = [
    ...VIEWS.map((view) => [keyOf(view), filled(said.keyView, { view: said[VIEW_WORDS[view]] })] as const),
    ['Esc', said.keyEscape],
    ['0–9', said.keyDigits],
    ['H', said.keyHold],
    ['L', said.keySeen],
    ['M', said.keyMirror],
    ['P', said.keyPrint],
    ['?', said.keyHelp],
  ];
  return (
    <section id="help" class="help on-screen" aria-label={said.keys}>
      <h2>{said.keys}</h2>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button
        type="button"
        onClick={() => {
          state.isHelpOpen.value = false;
        }}
      >
        {said.close}
      </button>
    </section>
  );
}
