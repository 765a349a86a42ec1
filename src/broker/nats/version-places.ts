import type { Channel } from '../../model/document.ts';
import type { ResultMessage, StoredResultMessage, VersionRange } from '../broker.ts';
import { resultOf } from './entries.ts';
import { all } from './ordered-consumer.ts';
import type { Readings } from './readings.ts';
import { RESULTS } from './streams.ts';
import { resultSubject } from './subjects.ts';

/** Every so many versions of a channel one place is remembered. */
const EVERY = 64;
/**
 * Versions stand in order in the stream, but for a few where one engine filled in what another had
 * lost; so reading begins this many versions earlier than it would have to.
 */
const MARGIN = 32;

/** Where in the stream versions were seen, so that reading a few of them need not begin at the first. */
export class VersionPlaces {
  readonly #places = new Map<string, Map<number, number>>();

  note(
    { channel, epoch, first, version: last }: Omit<ResultMessage, 'hash' | 'form' | 'data'>,
    streamSeq: number,
  ): void {
    const version = roundDown(last);
    if (version < first) return;
    const key = keyOf(epoch, channel);
    const places = this.#places.get(key) ?? new Map<number, number>();
    // Stored twice it may come after what follows it.
    const place = Math.min(streamSeq, places.get(version) ?? streamSeq);
    this.#places.set(key, places.set(version, place));
  }

  /** A stream sequence from which on every version after this one is found. */
  before(channel: Channel, epoch: string, afterVersion: number): number {
    const places = this.#places.get(keyOf(epoch, channel));
    if (places === undefined) return 1;
    for (let version = roundDown(afterVersion - MARGIN); version > 0; version -= EVERY) {
      const place = places.get(version);
      if (place !== undefined) return place;
    }
    return 1;
  }
}

/** A text of its own: put together otherwise it would hold the whole header out of which the epoch was cut. */
const keyOf = (epoch: string, channel: Channel): string => [epoch, channel].join(' ');

const roundDown = (version: number): number => version - (version % EVERY);

/** The stored messages that hold a version of the range; what is seen on the way is noted. */
export async function readVersions(
  readings: Readings,
  places: VersionPlaces,
  channel: Channel,
  { epoch, afterVersion, untilVersion = Number.POSITIVE_INFINITY, headersOnly = false }: VersionRange,
): Promise<StoredResultMessage[]> {
  const found: StoredResultMessage[] = [];
  const from = places.before(channel, epoch, afterVersion);
  const reading = { ...all(RESULTS, resultSubject(channel)), from, headersOnly };
  await readings.read(reading, (entry, { streamSeq }) => {
    const message = resultOf(entry);
    if (message === null || message.epoch !== epoch) return undefined;
    const { first, version } = message;
    places.note(message, streamSeq);
    if (version > afterVersion && first <= untilVersion) found.push({ ...message, streamSeq });
    return version >= untilVersion ? 'enough' : undefined;
  });
  return found;
}
