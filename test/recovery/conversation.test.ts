/** The checker itself: a right conversation passes, and each thing that is forbidden is named. */
import { describe, expect, test } from 'vitest';
import { encoderOf } from '../../src/encode/format.ts';
import { channelOf, type Document } from '../../src/model/document.ts';
import { Conversation, type Wants } from '../../src/simulation/conversation.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { FINAL_100M, header, sprinters } from '../fanout/published-documents.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
const LIVE: Wants = { mode: 'live', delta: true, format: 'json' };
const EVERY: Wants = { mode: 'every', delta: false, format: 'json' };

/** Versions 1 to 6 of one document, and the frames that lead to them. */
function published(epoch = 'k3f9') {
  const versioned = VersionedDocument.first(epoch, header(FINAL_100M), sprinters(), '2024-06-09T20:00:00Z');
  const documents: Document[] = [versioned.current];
  const deltas = new Map<string, string>();
  for (let version = 2; version <= 6; version += 1) {
    const rows = versioned.current.rows.map((row, index) =>
      index === version % 8 ? { ...row, mark: { ...row.mark!, result: `10.${version}0` } } : row,
    );
    versioned.publish(versioned.current.header, rows, '2024-06-09T20:00:00Z');
    documents.push(versioned.current);
    for (let base = 1; base < version; base += 1) {
      const delta = encoderOf('json').deltaFrame(CHANNEL, epoch, versioned.deltaSince(base)!)!;
      deltas.set(`${base}-${version}`, Buffer.from(delta).toString());
    }
  }
  const whole = (version: number): string =>
    Buffer.from(encoderOf('json').frame(documents[version - 1]!)).toString();
  const delta = (base: number, version: number): string => deltas.get(`${base}-${version}`)!;
  return { documents, whole, delta };
}

const { documents, whole, delta } = published();
const truth = () => documents;
const subscribed = (resumed: boolean): string => JSON.stringify({ subscribed: { id: 1, resumed } });
const gap = (epoch: string, from: number, to: number | null): string =>
  JSON.stringify({ gap: { id: 1, channel: CHANNEL, epoch, from, to } });
const at = (version: number, epoch = 'k3f9') => ({ [CHANNEL]: { epoch, version } });

/** The positions that were said on a connection, and what came. */
type Connection = [positions: object, ...messages: string[]];

/** What the checker finds in a conversation. */
function found(wants: Wants, ...connections: readonly Connection[]): string[] {
  const talk = new Conversation(wants, truth);
  for (const [positions, ...messages] of connections) {
    talk.begins(positions as never);
    for (const message of messages) talk.heard(message);
  }
  return talk.violations.map(({ rule }) => rule);
}

describe('a right conversation', () => {
  test.each<[string, Wants, ...Connection[]]>([
    [
      'live with deltas that skip versions',
      LIVE,
      [{}, subscribed(false), whole(1), delta(1, 2), delta(2, 5)],
    ],
    ['live that resumes', LIVE, [{}, subscribed(false), whole(2)], [at(2), subscribed(true), delta(2, 4)]],
    ['live that begins anew', LIVE, [{}, subscribed(false), whole(2)], [at(2), subscribed(false), whole(4)]],
    ['every in order', EVERY, [{}, subscribed(false), whole(4), whole(5), whole(6)]],
    ['every that resumes', EVERY, [{}, subscribed(false), whole(2)], [at(2), subscribed(true), whole(3)]],
    [
      'every with a hole that is named',
      EVERY,
      [{}, subscribed(false), whole(2)],
      [at(2), subscribed(false), gap('k3f9', 3, 4), whole(5)],
    ],
  ])('%s is not complained about', (_name, wants, ...connections) => {
    expect(found(wants, ...connections)).toEqual([]);
  });
});

describe('what is forbidden is named', () => {
  const first: Connection = [{}, subscribed(false), whole(2)];

  test('resumed: true, and then a hole, said or not', () => {
    expect(found(EVERY, first, [at(2), subscribed(true), whole(4)])).toEqual(['HOLE']);
    expect(found(EVERY, first, [at(2), subscribed(true), gap('k3f9', 3, 3), whole(4)])).toEqual([
      'RESUMED_WITH_HOLE',
    ]);
  });

  test('resumed: true, and then a hole that only a loss of the stream explains, as far as it does', () => {
    const gaps = (from: number, to: number): string[] => {
      const talk = new Conversation(EVERY, truth);
      talk.begins(at(2) as never);
      talk.loses({ channel: CHANNEL, epoch: 'k3f9', first: 3, version: 4 });
      for (const message of [subscribed(true), gap('k3f9', from, to)]) talk.heard(message);
      return talk.violations.map(({ rule }) => rule);
    };
    expect(gaps(3, 4)).toEqual([]);
    expect(gaps(3, 5)).toEqual(['RESUMED_WITH_HOLE']);
  });

  test('resumed: true from what was never published, and without a position', () => {
    expect(found(LIVE, [at(40), subscribed(true)])).toEqual(['RESUMED_FROM_NOTHING']);
    expect(found(LIVE, [at(2, 'other'), subscribed(true)])).toEqual(['RESUMED_FROM_NOTHING']);
    expect(found(LIVE, [{}, subscribed(true)])).toEqual(['RESUMED_WITHOUT_POSITION']);
  });

  test('a version twice or back, also after resumed: false when the newer one is part of the history', () => {
    expect(found(EVERY, [{}, subscribed(false), whole(4), whole(4)])).toEqual(['BACK']);
    expect(found(LIVE, [{}, subscribed(false), whole(4), whole(3)])).toEqual(['BACK']);
    expect(found(LIVE, first, [at(2), subscribed(false), whole(1)])).toEqual(['BACK']);
  });

  test('an epoch that was left and comes back', () => {
    const next = published('next');
    expect(found(LIVE, [{}, subscribed(false), whole(6), next.whole(1), whole(6)])).toContain('EPOCH_BACK');
  });

  test('versions at the end of an epoch, or at the beginning of the next, that every does not show', () => {
    const next = published('next');
    const both = () => [...documents, ...next.documents];
    const rules = (...messages: string[]) => {
      const talk = new Conversation(EVERY, both);
      talk.begins({});
      for (const message of [subscribed(false), ...messages]) talk.heard(message);
      return talk.violations.map(({ rule }) => rule);
    };
    expect(rules(whole(5), next.whole(1))).toEqual(['HOLE']);
    expect(rules(whole(6), next.whole(2))).toEqual(['HOLE']);
    expect(rules(whole(6), next.whole(1))).toEqual([]);
    expect(rules(whole(5), gap('k3f9', 6, null), next.whole(3))).toEqual([]);
  });

  test('a delta against another version, one that leads to another hash, and one that nobody asked for', () => {
    expect(found(LIVE, [{}, subscribed(false), whole(2), delta(3, 4)])).toEqual(['WRONG_BASE']);
    const lie = delta(2, 4).replace(/"hash":"[0-9a-f]+"/, '"hash":"0000000000000000"');
    expect(found(LIVE, [{}, subscribed(false), whole(2), lie])).toEqual(['WRONG_HASH']);
    expect(found({ ...LIVE, delta: false }, [{}, subscribed(false), whole(2), delta(2, 3)])).toEqual([
      'DELTA_NOT_ASKED',
    ]);
  });

  test('a document with another content than its hash, or than the one that was published', () => {
    const other = whole(3).replace('"result":"10.30"', '"result":"10.31"');
    expect(other).not.toBe(whole(3));
    expect(found(LIVE, [{}, subscribed(false), other])).toEqual(['WRONG_HASH']);
    const renumbered = whole(3).replace('"version":3', '"version":4');
    expect(found(LIVE, [{}, subscribed(false), renumbered])).toEqual(['NOT_PUBLISHED']);
  });

  test('data before the answer to subscribe', () => {
    expect(found(LIVE, [{}, whole(2)])).toEqual(['NO_SUBSCRIBED']);
  });

  test('an end that is not the newest state', () => {
    const talk = new Conversation(LIVE, truth);
    expect(talk.endsOtherThan([documents[5]!])).toEqual([`${channelOf(documents[5]!.header)}: nothing`]);
    talk.begins({});
    talk.heard(subscribed(false));
    talk.heard(whole(5));
    expect(talk.endsOtherThan([documents[5]!])).toEqual([`${CHANNEL}: k3f9 5 for k3f9 6`]);
    talk.heard(delta(5, 6));
    expect(talk.endsOtherThan([documents[5]!])).toEqual([]);
  });

  test('a damaged copy does not lead to the hash of the next version', () => {
    const talk = new Conversation(LIVE, truth);
    talk.begins({});
    talk.heard(subscribed(false));
    talk.heard(whole(2));
    talk.corrupt(CHANNEL);
    expect(talk.heard(delta(2, 3))).toBe(CHANNEL);
  });

  test('a keep-alive that is ahead of what has come', () => {
    const talk = new Conversation(LIVE, truth);
    talk.begins({});
    talk.heard(subscribed(false));
    talk.heard(whole(2));
    const keepalive = (version: number): string =>
      JSON.stringify({ keepalive: { at: '', behind: 0, sources: [], positions: at(version) } });
    talk.heard(keepalive(2));
    expect(talk.missed()).toEqual([]);
    talk.heard(keepalive(3));
    expect(talk.missed()).toEqual([CHANNEL]);
  });
});
