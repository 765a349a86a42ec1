/**
 * No engine looks whether its delta leads to its hash. These feeds show that it does, in order and in any order, and while
 * a part of the facts is withdrawn again: each delta leads to its version, and each hash is that of the content made from scratch.
 */
import { expect, test } from 'vitest';
import { isRejection } from '../../src/ingest/rejection.ts';
import { type Channel, channelOf } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { factOfLine } from '../../src/venue/feed-file.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { allCases } from '../support/case-runner.ts';
import { competitionAfter, feedAt } from './end-state.ts';

/** Of a few hundred facts the rest says nothing new about deltas. */
const FACTS_MOST = 300;
/** One fact in so many is withdrawn at the end. */
const WITHDRAWN = 6;

function withdrawalOf({ source, epoch, seq, unit }: Fact, number: number): Fact {
  const wire = {
    source: 'DESK',
    epoch: '1',
    seq: number,
    sentAt: '2026-06-01T10:00:00Z',
    unit,
    void: { source, epoch, seq },
  };
  const fact = factOfLine(Buffer.from(JSON.stringify(wire)), number);
  if (isRejection(fact)) throw new Error(`${fact.code} ${fact.message}`);
  return fact;
}

function expectEachToFollow(facts: readonly Fact[]): void {
  const copies = new Map<Channel, VersionedDocument>();
  for (const { document, delta } of competitionAfter(facts).versions) {
    const channel = channelOf(document.header);
    const about = `${channel} ${document.version}`;
    if (delta === null) copies.set(channel, new VersionedDocument(document));
    else expect(copies.get(channel)?.apply(delta), about).toBe(true);
    expect(copies.get(channel)!.current.hash, about).toBe(document.hash);
    expect(new ContentHash(document.header, document.rows).text, about).toBe(document.hash);
  }
  expect(copies.size).toBeGreaterThan(0);
}

test.each(allCases().map(({ name }) => name))('%s', (name) => {
  const facts = feedAt(`sports/${name.replace('/', '/cases/')}/feed.ndjson`).slice(0, FACTS_MOST);
  const withdrawn = facts.filter((fact, index) => index % WITHDRAWN === 0 && fact.kind !== 'void');
  const voids = withdrawn.map((fact, index) => withdrawalOf(fact, index + 1));
  expectEachToFollow([...facts, ...voids]);
  expectEachToFollow(new Dice(3).shuffled([...facts, ...voids]));
});
