import type { Broker, StoredResultMessage } from '../broker/broker.ts';
import type { Decoded } from '../encode/decoded.ts';
import { decodeResult, versionIn } from '../encode/result-codec.ts';
import type { Channel, Document } from '../model/document.ts';
import { isNewerEpoch } from '../model/epoch.ts';
import { ArchiveError } from './archive-error.ts';

const ASK_AGAIN_MS = 250;

/** What is in the stream RESULTS of a document. */
export interface FoundVersions {
  /** Those that hold no later version than the document's. */
  readonly messages: readonly StoredResultMessage[];
  /** The document's own version is there, with its hash. */
  readonly isThere: boolean;
}

export interface PublishedOptions {
  readonly broker: Pick<Broker, 'lastResults' | 'readResults'>;
  readonly epoch: string;
  /** In steps of some milliseconds; false when there is no more patience. */
  readonly patience: () => (ms: number) => Promise<boolean>;
}

/** The versions that engines have stored of what the facts lead to. */
export class Published {
  readonly #options: PublishedOptions;

  constructor(options: PublishedOptions) {
    this.#options = options;
  }

  /** Resolves when these documents, or later versions of them, are stored. Throws `NOT_PUBLISHED` when patience ends. */
  async await(documents: ReadonlyMap<Channel, Document>): Promise<void> {
    const wait = this.#options.patience();
    for (;;) {
      const stored = await this.#options.broker.lastResults();
      const missing = [...documents].filter(([channel, { version }]) => {
        const last = stored.get(channel);
        return last?.epoch !== this.#options.epoch || last.version < version;
      });
      if (missing.length === 0) return;
      if (await wait(ASK_AGAIN_MS)) continue;
      const [channel, { version }] = missing[0]!;
      throw new ArchiveError(
        'NOT_PUBLISHED',
        `${channel} version ${version} (and ${missing.length - 1} more) is not published in epoch ${this.#options.epoch}: an engine must run, of the same revision as this program`,
      );
    }
  }

  /** What is stored of a document after a version. Throws `ARCHIVE_DOES_NOT_FIT` where the stored one has another hash. */
  async versions(
    channel: Channel,
    { version, hash }: Document,
    afterVersion: number,
  ): Promise<FoundVersions> {
    const { broker, epoch } = this.#options;
    const found = await broker.readResults(channel, { epoch, afterVersion, untilVersion: version });
    const own = hashAmong(found, version);
    if (own !== undefined && own !== hash)
      throw new ArchiveError(
        'ARCHIVE_DOES_NOT_FIT',
        `${channel} version ${version} was published with the hash ${own}, and its facts give ${hash}`,
      );
    return {
      messages: found.filter((message) => message.version <= version),
      isThere: own !== undefined,
    };
  }
}

/** That of the newest document that is stored; null for none. */
export async function newestEpoch(broker: Pick<Broker, 'lastResults'>): Promise<string | null> {
  let newest: string | null = null;
  for (const { epoch } of (await broker.lastResults()).values())
    if (newest === null || isNewerEpoch(epoch, newest)) newest = epoch;
  return newest;
}

/** With which hash a version is stored; undefined where it is not there. Throws `DecodeError`. */
export async function hashOfVersion(
  broker: Pick<Broker, 'readResults'>,
  { channel, epoch, version }: { channel: Channel; epoch: string; version: number },
): Promise<string | undefined> {
  const range = { epoch, afterVersion: version - 1, untilVersion: version };
  return hashAmong(await broker.readResults(channel, range), version);
}

const hashAmong = (messages: readonly StoredResultMessage[], version: number): string | undefined =>
  messages.map((message) => hashIn(message, version)).find((hash) => hash !== undefined);

/** The hash that a stored message gives a version; undefined where it does not hold it. Throws `DecodeError`. */
export function hashIn(message: StoredResultMessage, version: number): string | undefined {
  if (version < message.first || version > message.version) return undefined;
  if (version === message.version) return message.hash;
  const found = decodeResult(message.data).find((each) => versionIn(each) === version);
  return found === undefined ? undefined : hashOf(found);
}

export const hashOf = (decoded: Decoded): string =>
  'document' in decoded ? decoded.document.hash : decoded.delta.hash;
