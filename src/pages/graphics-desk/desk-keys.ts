/** One key each. What is typed into a field stays there; a key does what its button may do. */
import { isTyping } from '../parts/keys-help.tsx';
import type { DeskState } from './desk-state.ts';

const BUTTONS: Readonly<Record<string, string>> = {
  t: 'take',
  n: 'next',
  c: 'change',
  o: 'out',
  a: 'accept',
  x: 'clear',
};
const FIELDS: Readonly<Record<string, string>> = { '/': 'find', k: 'competitor' };

export function listenToKeys(state: DeskState): void {
  addEventListener('keydown', (event) => {
    // A key that is kept down would take again and again.
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.key === 'Escape') leave(state);
    else if (isTyping(event.target) || !acts(event.key.toLowerCase(), state)) return;
    event.preventDefault();
  });
}

function acts(key: string, state: DeskState): boolean {
  const button = BUTTONS[key] ?? null;
  const field = FIELDS[key];
  if (button !== null) document.getElementById(button)?.click();
  else if (field !== undefined) document.getElementById(field)?.focus();
  else if (/^[1-9]$/.test(key))
    document.querySelectorAll<HTMLButtonElement>('#graphics button')[Number(key) - 1]?.click();
  else if (key === '?') state.isHelpOpen.value = !state.isHelpOpen.peek();
  else return false;
  return true;
}

function leave(state: DeskState): void {
  state.isHelpOpen.value = false;
  state.isClearAsked.value = false;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
