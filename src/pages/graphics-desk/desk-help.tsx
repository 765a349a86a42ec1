/** The keys, one each. */
import { KINDS } from '../../graphics/kinds.ts';
import { KeysHelp } from '../parts/keys-help.tsx';
import type { DeskState } from './desk-state.ts';

export function DeskHelp({ state }: { state: DeskState }) {
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
  return <KeysHelp keys={keys} said={said} isOpen={state.isHelpOpen} />;
}
