/** One key each. Digits and a stroke look somebody up; what is typed into a field stays there. */
import { isTyping } from '../parts/keys-help.tsx';
import type { View } from '../view/layout.ts';
import type { ScreenState } from './screen-state.ts';

export const VIEW_KEYS: Readonly<Record<string, View>> = {
  n: 'now',
  s: 'start',
  r: 'results',
  a: 'athlete',
  o: 'overview',
};

export const keyOf = (view: View): string =>
  Object.entries(VIEW_KEYS)
    .find(([, of]) => of === view)![0]
    .toUpperCase();

export function listenToKeys(state: ScreenState): void {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') state.backToNow();
    else if (isTyping(event.target)) return;
    else if (/^\d$/.test(event.key)) state.lookedUp.value = event.key;
    else if (event.key === '/') state.lookedUp.value = '';
    else if (!acts(event.key, state)) return;
    event.preventDefault();
  });
}

function acts(typed: string, state: ScreenState): boolean {
  const key = typed.toLowerCase();
  const view = VIEW_KEYS[key];
  if (view === 'now') state.backToNow();
  else if (view !== undefined) state.lay({ view });
  else if (key === 'h') state.toggleHold();
  else if (key === 'l') for (const pane of state.panes.peek()) pane.see();
  else if (key === 'm') state.lay({ isMirrored: !state.layout.peek().isMirrored });
  else if (key === 'p') print();
  else if (key === '?') state.isHelpOpen.value = !state.isHelpOpen.peek();
  else return false;
  return true;
}
