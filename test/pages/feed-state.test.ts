import { describe, expect, test } from 'vitest';
import type { ConnectionState } from '../../src/client/connection.ts';
import { factAge, feedState, type Heard } from '../../src/client/feed-state.ts';
import type { SourceReport, SourceState } from '../../src/model/server-words.ts';

const LIVE: ConnectionState = { state: 'live' };
const AT = 1_000_000;

const source = (state: SourceState, lastFactAgeMs: number | null = 100): SourceReport => ({
  source: 'STA-TIMING-1',
  state,
  lastFactAgeMs,
});
const heard = (sources: readonly SourceReport[], behind: number | null = 0): Heard => ({
  keepalive: { at: '2024-06-09T20:00:00.000Z', behind, sources, positions: {} },
  at: AT,
  everyMs: 5_000,
});

describe('a feed is live', () => {
  test('only while it is connected, was heard of lately, and every source is in order', () => {
    expect(feedState(LIVE, heard([source('ok')]), AT + 15_000)).toBe('LIVE');
  });

  test.each([
    ['it has never connected', { state: 'connecting', attempt: 1 }, heard([source('ok')]), AT, 'CONNECTING'],
    [
      'the connection is lost',
      { state: 'waiting', ms: 5, code: 1006, reason: '' },
      heard([source('ok')]),
      AT,
      'LOST',
    ],
    [
      'the edge has sent it away',
      { state: 'closed', code: 4101, reason: '' },
      heard([source('ok')]),
      AT,
      'CLOSED',
    ],
    ['nothing was heard for longer than it may be', LIVE, heard([source('ok')]), AT + 15_001, 'QUIET'],
    ['nobody has said anything yet', LIVE, null, AT, 'CONNECTING'],
    ['nobody knows how far behind it is', LIVE, heard([source('ok')], null), AT, 'UNKNOWN'],
    ['no source is named', LIVE, heard([]), AT, 'UNKNOWN'],
    ['what is shown is behind', LIVE, heard([source('ok')], 11), AT, 'BEHIND'],
    ['one of two sources is silent', LIVE, heard([source('ok'), source('silent')]), AT, 'VENUE'],
    ['a source has a hole', LIVE, heard([source('gap')]), AT, 'VENUE'],
    ['a source is late', LIVE, heard([source('late')]), AT, 'VENUE'],
    ['a source is not known', LIVE, heard([source('ok'), source('unknown')]), AT, 'UNKNOWN'],
  ] as const)('and not where %s', (_why, connection, last, now, state) => {
    expect(feedState(connection, last, now)).toBe(state);
  });
});

test('the age of the data grows while nothing is heard, and nobody makes one up', () => {
  const last = heard([source('ok', 3_000), source('ok', 700), source('ok', null)]);
  expect(factAge(last, AT)).toBe(700);
  expect(factAge(last, AT + 9_000)).toBe(9_700);
  expect(factAge(heard([source('unknown', null)]), AT)).toBeNull();
  expect(factAge(null, AT)).toBeNull();
});
