/** Which facts of a source are processed, by what an engine says of it. */
import type { ProcessedPosition } from '../broker/broker.ts';
import { disciplineOf, GENERAL } from '../model/rsc.ts';

interface Numbered {
  readonly epoch: string;
  readonly seq: number;
  readonly unit: string;
}

/** `epochs`: of the source, in their order. Facts of an epoch before that of the position stand before it in the stream. */
export function isCovered(
  { epoch, seq, unit }: Numbered,
  position: ProcessedPosition,
  epochs: readonly string[],
): boolean {
  if (!isAbout(position, unit)) return false;
  if (epoch === position.epoch) return isWithin(position, seq);
  return epochs.indexOf(epoch) < epochs.indexOf(position.epoch);
}

/** What is about no discipline every engine folds. */
const isAbout = ({ disciplines }: ProcessedPosition, unit: string): boolean =>
  disciplines === undefined || unit === '' || unit === GENERAL || disciplines.includes(disciplineOf(unit));

const isWithin = ({ seq, beyond = [] }: ProcessedPosition, number: number): boolean =>
  number <= seq || beyond.some(([from, to]) => from <= number && number <= to);
