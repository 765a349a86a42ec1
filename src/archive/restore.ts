import type { Broker, ContentType, StoredVenueMessage, VenueMessage } from '../broker/broker.ts';
import { isWorthRetrying } from '../broker/errors.ts';
import { factText, isSameFact } from '../broker/standing-fact.ts';
import { ArchiveError } from './archive-error.ts';
import type { ArchiveFolder } from './archive-folder.ts';
import { factsInTurn } from './facts-in-turn.ts';

const AGAIN_MS = 500;

export interface RestoreOptions {
  readonly broker: Pick<Broker, 'lastFactSeq' | 'publishFact' | 'consumeFacts'>;
  readonly folder: ArchiveFolder;
  readonly wait: (ms: number) => Promise<void>;
  /** Hears of each place that is there again. */
  readonly onFact?: (place: number) => void;
}

/**
 * Puts the facts of an archive back into a broker that has lost them, in their order, under their message ids and with the time at which they
 * were stored first; one that was ended meanwhile goes on behind what is there. Throws `ARCHIVE_DOES_NOT_FIT` where the broker has other facts.
 */
export async function restore({ broker, folder, wait, onFact = () => {} }: RestoreOptions): Promise<void> {
  const there = await broker.lastFactSeq();
  if (there > folder.to)
    throw new ArchiveError(
      'ARCHIVE_DOES_NOT_FIT',
      `VENUE ends at ${there}, and the archive at ${folder.to}: a broker that has facts of its own is not restored`,
    );
  const present = there === 0 ? null : factsInTurn(broker, { from: 1, until: there });
  for (const { segment } of folder.chain) {
    for await (const fact of folder.facts(segment)) {
      if (fact.streamSeq <= there) checkSame(fact, (await present!.next()).value ?? null);
      else await put(fact, { broker, wait });
      onFact(fact.streamSeq);
    }
  }
}

function checkSame(fact: StoredVenueMessage, there: StoredVenueMessage | null): void {
  const { streamSeq } = fact;
  if (there?.streamSeq === streamSeq && isSameFact(there, fact)) return;
  throw new ArchiveError(
    'ARCHIVE_DOES_NOT_FIT',
    `the broker has fact ${factText(there)} at place ${streamSeq}, and the archive ${factText(fact)}: restore into an empty broker`,
  );
}

/** It must come to the place that it had: then venues, engines and the archive find everything where they knew it. */
async function put(
  { streamSeq, venue, unit, messageId, contentType, data, storedAt }: StoredVenueMessage,
  { broker, wait }: Pick<RestoreOptions, 'broker' | 'wait'>,
): Promise<void> {
  let message: VenueMessage = {
    venue,
    unit,
    messageId,
    contentType: contentType as ContentType,
    data,
    storedAt,
  };
  for (;;) {
    try {
      const stored = await broker.publishFact(message);
      if (stored.streamSeq === streamSeq) return;
      // It came twice, once after the broker had forgotten its id.
      const isCopy = stored.duplicate && stored.streamSeq < streamSeq && message.uniqueId === undefined;
      if (isCopy) {
        message = { ...message, uniqueId: `${messageId}@${streamSeq}` };
        continue;
      }
      throw new ArchiveError(
        'ARCHIVE_DOES_NOT_FIT',
        `fact ${messageId} came to place ${stored.streamSeq} instead of ${streamSeq}: somebody else says facts meanwhile; end venues and engines, and begin with an empty broker`,
      );
    } catch (error) {
      if (!isWorthRetrying(error)) throw error;
      await wait(AGAIN_MS);
    }
  }
}
