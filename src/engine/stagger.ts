import type { Channel } from '../model/document.ts';
import { textHash } from '../model/text-hash.ts';

const HASHES = 2 ** 32;

/**
 * From 1 up to 1.5, by the channel's name: what is done with a channel every so many changes is done for many that change in step (heats of
 * equal length, the tables of a pool) one after the other, and not in the same moment. The same in every engine.
 */
export const staggerOf = (channel: Channel): number => 1 + (textHash(channel) >>> 0) / HASHES / 2;
