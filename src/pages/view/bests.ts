import type { Identity } from '../../model/row.ts';

/** `PB 9.80`, `SB 9.95`: in the order of the kinds. */
export const bestsOf = ({ bests = {} }: Pick<Identity, 'bests'>): readonly string[] =>
  Object.keys(bests)
    .sort()
    .map((kind) => `${kind} ${bests[kind]}`);
