import type { Broker } from '../broker/broker.ts';
import { isWorthRetrying } from '../broker/errors.ts';
import { checkFact, factMessage } from '../ingest/encode.ts';
import type { WireFact } from '../ingest/wire.ts';
import { parseRsc } from '../model/rsc.ts';
import { FILE_LIMITS, readLines } from '../venue/feed-file.ts';
import type { ReplayClock } from '../venue/replay.ts';
import { Failure } from './failure.ts';

const RETRY_MS = 500;

/**
 * Publishes facts of a recording one by one. The file is the outbox: a fact that the broker did not
 * confirm is published again under the same message id until it is there once.
 */
export function publisherTo(
  broker: Broker,
  venue: string,
  clock: ReplayClock,
  signal?: AbortSignal,
): (fact: WireFact) => Promise<void> {
  return async (fact) => {
    const unit = parseRsc(fact.unit ?? '');
    if (unit === null) return;
    const message = { ...factMessage(venue, fact), unit };
    while (signal?.aborted !== true) {
      try {
        await broker.publishFact(message);
        return;
      } catch (error) {
        if (!isWorthRetrying(error)) throw error;
        await clock.wait(RETRY_MS, signal);
      }
    }
  };
}

/** The facts of a feed file one by one, in file order. Fails at the first that an engine would refuse. */
export async function* recordedIn(path: string): AsyncGenerator<WireFact> {
  let isEmpty = true;
  for await (const { lineNumber, bytes } of readLines(path, FILE_LIMITS.bytes)) {
    const fact = bytes === null ? null : wireOf(bytes);
    const fault = fact === null ? 'not a JSON object of reasonable length' : checkFact(fact)?.message;
    if (fact === null || fault !== undefined)
      throw new Failure(
        `${path}:${lineNumber}: ${fault}`,
        `splitsecond validate ${path} lists everything that is wrong`,
      );
    isEmpty = false;
    yield fact;
  }
  if (isEmpty) throw new Failure(`${path} holds no fact`, 'a feed file has one fact a line, as JSON');
}

/** All of them at once. */
export async function readRecording(path: string): Promise<WireFact[]> {
  const facts: WireFact[] = [];
  for await (const fact of recordedIn(path)) facts.push(fact);
  return facts;
}

function wireOf(bytes: Uint8Array): WireFact | null {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as WireFact;
  } catch {
    return null;
  }
}
