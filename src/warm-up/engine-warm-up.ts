import type { ResultMessage, Stored, StoredVenueMessage } from '../broker/broker.ts';
import { FactDesk } from '../engine/fact-desk.ts';
import type { ResultStore } from '../engine/outlet-context.ts';
import { ResultOutlet } from '../engine/result-outlet.ts';
import { Intake } from '../ingest/intake.ts';
import { SPORTS } from '../sports.ts';
import { Competition } from '../standings/competition.ts';
import { rehearsedFacts } from './rehearsal.ts';

const EPOCH = 'warm-up';
/** Enough for what a fact goes through to be compiled well; a start is longer by some tenths of a second. */
const FACTS_OF_EACH = 60;
/** Facts between two looks at what else there is to do. */
const AT_ONCE = 50;
const SILENT = { info() {}, warn() {}, error() {} };

/**
 * Lets an engine's code run before the first fact counts on it: a competition that is nowhere, from bytes to bytes, with objects
 * of its own. Nothing of it reaches a broker or a count. Gives the versions that it would have published.
 */
export async function warmUpEngine(
  facts: readonly StoredVenueMessage[] = rehearsedFacts(FACTS_OF_EACH),
): Promise<readonly ResultMessage[]> {
  const published: ResultMessage[] = [];
  const outlet = new ResultOutlet({
    broker: nowhere(published),
    epoch: EPOCH,
    log: SILENT,
    wait: async () => {},
  });
  const desk = new FactDesk({
    intake: new Intake(),
    competition: new Competition({ epoch: EPOCH, sports: SPORTS }),
    disciplines: null,
    onStop: (_unit, error) => {
      throw error;
    },
  });
  for (const [index, fact] of facts.entries()) {
    for (const version of desk.take(fact).versions) outlet.offer(version, 'warm-up:1:1');
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  await outlet.settled();
  return published;
}

/** Stores nothing, and says at once that it did. */
function nowhere(published: ResultMessage[]): ResultStore {
  return {
    maxDataBytes: Number.POSITIVE_INFINITY,
    lastResults: async () => new Map(),
    lastResult: async () => ({ place: 0, last: null }),
    keepDocument: async () => {},
    publishResult: async (message): Promise<Stored> => {
      published.push(message);
      return { streamSeq: published.length, duplicate: false };
    },
  };
}
