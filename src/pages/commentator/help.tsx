/** The keys, one each. */

import { filled } from '../../model/words.ts';
import { KeysHelp } from '../parts/keys-help.tsx';
import { VIEWS } from '../view/layout.ts';
import { keyOf } from './keys.ts';
import type { ScreenState } from './screen-state.ts';
import { VIEW_WORDS } from './view-words.ts';

export function Help({ state }: { state: ScreenState }) {
  const { said } = state.speech;
  const keys: readonly (readonly [string, string])[] = [
    ...VIEWS.map((view) => [keyOf(view), filled(said.keyView, { view: said[VIEW_WORDS[view]] })] as const),
    ['Esc', said.keyEscape],
    ['0–9, /', said.keyDigits],
    ['H', said.keyHold],
    ['L', said.keySeen],
    ['M', said.keyMirror],
    ['P', said.keyPrint],
    ['?', said.keyHelp],
  ];
  return <KeysHelp keys={keys} said={said} isOpen={state.isHelpOpen} />;
}
