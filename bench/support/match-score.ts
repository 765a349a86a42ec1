/**
 * One score in a match that decides a pool: the action, the score of the period, the result. It goes through the match,
 * its play by play, the table of the pool, the bracket that is filled from it and the next start lists.
 */

import type { Version } from '../../src/versions/versioned.ts';
import { Feed, numbered, ringballRsc } from '../../test/fixture-sports/feed.ts';
import { playPools } from '../../test/fixture-sports/feeds.ts';
import { Standings } from '../../test/fixture-sports/standings.ts';

export interface MatchScore {
  /** Everything up to the score. */
  readonly before: readonly Version[];
  /** What the score led to, of whatever document. */
  readonly score: readonly Version[];
}

export function matchScore(): MatchScore {
  const feed = new Feed();
  playPools(feed);
  const unit = ringballRsc('TEAM', 'GPA', numbered(1));
  feed.say(unit, { action: { id: '1', kind: 'RING', competitor: 'A1', period: 'H1', clock: '12:31' } });
  const begun = feed.facts.length;
  feed.say(unit, { action: { id: '2', kind: 'RING', competitor: 'A2', period: 'H2', clock: '58:02' } });
  feed.say(unit, { periodScore: { competitor: 'A2', period: 'H2', value: '3' } });
  const standings = new Standings();
  const before = standings.take(feed.facts.slice(0, begun));
  return { before, score: standings.take(feed.facts.slice(begun)) };
}
