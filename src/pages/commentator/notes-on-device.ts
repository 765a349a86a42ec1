/** Own notes in the storage of the browser: they leave the device as a file only. */
import { effect, type Signal, signal } from '@preact/signals';
import { NO_NOTES, notesFile, notesFrom, type OwnNotes } from '../view/own-notes.ts';

const KEY = 'splitsecond.notes';

export function ownNotes(): Signal<OwnNotes> {
  const own = signal(notesFrom(stored()) ?? NO_NOTES);
  effect(() => {
    try {
      localStorage.setItem(KEY, notesFile(own.value));
    } catch {
      // A browser that keeps nothing: notes last as long as the page.
    }
  });
  // Another window of this browser: none writes over what another one has noted.
  addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY) own.value = notesFrom(newValue ?? '') ?? NO_NOTES;
  });
  return own;
}

function stored(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function saveAsFile(own: OwnNotes): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([notesFile(own)], { type: 'application/json' }));
  link.download = 'splitsecond-notes.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
