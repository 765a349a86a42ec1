/** The keys, one each. */
import { KINDS } from '../../graphics/kinds.ts';
import type { DeskState } from './desk-state.ts';

export function KeysHelp({ state }: { state: DeskState }) {
  const { said } = state;
  const keys: readonly (readonly [string, string])[] = [
    ['T', said.take],
    ['N', said.next],
    ['C', said.change],
    ['O', said.out],
    ['A', said.accept],
    ['X', said.clear],
    [`1–${Math.min(9, KINDS.length)}`, said.keyGraphic],
    ['/', said.keyFind],
    ['K', said.keyCompetitor],
    ['?', said.keyHelp],
    ['Esc', said.keyEscape],
  ];
  return (
    <section id="help" class="help" aria-label={said.keys}>
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
