import { isNewerEpoch } from './epoch.ts';

/** Where a screen stands in a channel. A new epoch means that versions began again. */
export interface Position {
  readonly epoch: string;
  readonly version: number;
}

/** Of one channel. */
export const isAfter = (one: Position, other: Position): boolean =>
  one.epoch === other.epoch ? one.version > other.version : isNewerEpoch(one.epoch, other.epoch);
