/** Own notes go from device to device as a file. */
import { useSignal } from '@preact/signals';
import { notesFrom, together } from '../view/own-notes.ts';
import { saveAsFile } from './notes-on-device.ts';
import type { ScreenState } from './screen-state.ts';

export function NotesFile({ state }: { state: ScreenState }) {
  const { said } = state.speech;
  const isBad = useSignal(false);
  const take = async (file: File | undefined): Promise<void> => {
    const added = file === undefined ? null : notesFrom(await file.text());
    isBad.value = added === null;
    if (added !== null) state.own.value = together(state.own.peek(), added);
  };
  return (
    <p class="notes-file on-screen">
      <button type="button" onClick={() => saveAsFile(state.own.peek())}>
        {said.exportNotes}
      </button>
      <label>
        {said.importNotes}{' '}
        <input
          id="notes-file"
          type="file"
          accept="application/json"
          onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
        />
      </label>
      {isBad.value ? <strong role="alert">{said.badNotes}</strong> : null}
    </p>
  );
}
