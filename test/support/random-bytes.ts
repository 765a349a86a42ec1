import { Dice } from '../../src/simulation/dice.ts';

/** Bytes from a seed. */
export function randomBytes(seed: number, length: number): Uint8Array {
  const dice = new Dice(seed);
  return Uint8Array.from({ length }, () => dice.throw(256));
}
