/** What engines have left in the results stream, checked and rebuilt. */
import type { ResultMessage } from '../../src/broker/broker.ts';
import { decodeResult, versionIn } from '../../src/encode/result-codec.ts';
import type { Channel, Document } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { competitionAfter, endState } from '../properties/end-state.ts';

/**
 * The newest document of every channel, made of the stored messages alone. Throws when a version is missing, doubled or out of order, or
 * a message does not lead to the hash that it promises.
 */
export function rebuilt(stored: readonly ResultMessage[]): Map<Channel, Document> {
  const documents = new Map<Channel, VersionedDocument>();
  for (const { channel, first, version, hash, data } of stored) {
    const due = (documents.get(channel)?.current.version ?? 0) + 1;
    if (first !== due) throw new Error(`${channel}: versions ${first} to ${version} where ${due} was due`);
    for (const decoded of decodeResult(data)) {
      const held = documents.get(channel);
      if ('document' in decoded) documents.set(channel, new VersionedDocument(decoded.document));
      else if (held?.apply(decoded.delta) !== true)
        throw new Error(`${channel}: version ${versionIn(decoded)} does not follow from the one before`);
    }
    const found = documents.get(channel)!.current.hash;
    if (found !== hash) throw new Error(`${channel}: version ${version} is ${found} and was sent as ${hash}`);
  }
  return new Map([...documents].map(([channel, { current }]) => [channel, current]));
}

/**
 * What the facts alone come to: without the medal table, which is made of all disciplines and of published documents, and
 * without readings, which are dated by the broker where a fact brings no time of its own.
 */
export const ofFactsAlone = (documents: Iterable<Document>): Document[] =>
  [...documents].filter(({ header }) => header.type !== 'MEDALS' && header.type !== 'CONDITIONS');

/** The same of a competition that ran over the facts by itself. */
export const endOfFactsAlone = (facts: readonly Fact[]): Map<string, string> =>
  endState(
    ofFactsAlone([...competitionAfter(facts).competition.documents.values()].map(({ current }) => current)),
  );
