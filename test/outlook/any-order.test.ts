/** D4 for projections: whatever the order in which the facts of a competition come, what is projected at the end is the same, byte for byte. */
import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { channelOf } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { SPORTS } from '../../src/sports.ts';
import { Competition, type CompetitionSoFar } from '../../src/standings/competition.ts';
import { competitionAfter, EPOCH, feedAt, stored, versionsAsText } from '../properties/end-state.ts';

const FEEDS = [
  'athletics/cases/rio-2016-long-jump',
  'athletics/cases/rio-2016-high-jump-final',
  'athletics/cases/rio-2016-200m-semi-finals',
  'football/cases/c045-world-cup-2018-group-h',
  'sailing/cases/redress-and-penalties',
];

const projected = (fact: Fact): Fact =>
  fact.kind === 'setup' ? { ...fact, content: { ...fact.content, projection: true } } : fact;

const projections = (facts: readonly Fact[]): string[] =>
  [...competitionAfter(facts).competition.documents.values()]
    .flatMap(({ current: { header, hash } }) =>
      header.type === 'PROJECTION' ? [`${channelOf(header)} ${hash}`] : [],
    )
    .sort();

test.each(FEEDS)('%s', (feed) => {
  const facts = feedAt(`sports/${feed}/feed.ndjson`).map(projected);
  // Half of the way is as good as the end: there is something left to come.
  for (const part of [facts, facts.slice(0, facts.length >> 1)]) {
    const inOrder = projections(part);
    expect(inOrder.length).toBeGreaterThan(0);
    for (const seed of [1, 2])
      expect(projections(new Dice(seed).shuffled(part)), `seed ${seed}`).toEqual(inOrder);
  }
});

test.each(FEEDS)('%s goes on from half of the way as another one', (feed) => {
  const facts = stored(feedAt(`sports/${feed}/feed.ndjson`).map(projected)).slice(0, 200);
  const half = facts.length >> 1;
  const [one, other] = [1, 2].map(() => new Competition({ epoch: EPOCH, sports: SPORTS })) as [
    Competition,
    Competition,
  ];
  for (const fact of facts.slice(0, half)) one.take(fact);
  other.takeUp(deserialize(serialize(one.soFar())) as CompetitionSoFar);
  for (const fact of facts.slice(half))
    expect(versionsAsText(other.take(fact).versions)).toEqual(versionsAsText(one.take(fact).versions));
});
