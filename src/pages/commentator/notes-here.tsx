/** What the reader has noted of those who are in a list: who is in action comes first. */
import { listRows } from '../../model/document.ts';
import type { ScreenState } from './screen-state.ts';
import type { UnitPane } from './unit-pane.ts';

export function NotesHere({ pane, state }: { pane: UnitPane; state: ScreenState }) {
  const { notes } = state.own.value;
  const noted = listRows(pane.document.value!).filter(({ key }) => notes[key] !== undefined);
  if (noted.length === 0) return null;
  const turns = pane.beside('CURRENT')?.rows ?? [];
  const acting = new Set([...turns].filter(({ turn }) => turn.role === 'CURRENT').map(({ key }) => key));
  const inOrder = noted.toSorted((one, other) => Number(acting.has(other.key)) - Number(acting.has(one.key)));
  return (
    <section class="own-notes">
      <h3>{state.speech.said.ownNote}</h3>
      <ul>
        {inOrder.map(({ key, identity }) => (
          <li key={key} data-key={key}>
            <b>{identity.name}</b> {notes[key]}
          </li>
        ))}
      </ul>
    </section>
  );
}
