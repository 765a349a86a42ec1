/** F5 and D13: holes and silence are seen by every engine alike, whichever of them noticed. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { linkFact, SourceWatch } from '../../src/engine/source-watch.ts';
import type { Fact } from '../../src/model/fact.ts';
import { disciplineRsc } from '../../src/model/rsc.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { SPORTS } from '../../src/sports.ts';
import { Competition } from '../../src/standings/competition.ts';
import { badMessages, fact, finish, HEAT, startList } from './bad-input.ts';
import { endAll, engineOn, publishedBy, settled } from './engines-on-a-network.ts';
import { rebuilt } from './stored-versions.ts';

afterEach(endAll);

const reasons = (network: BrokerModel): readonly string[] =>
  rebuilt(network.results.stored).get(`${HEAT}/RESULT`)!.header.reliability.reasons;

/** What the engines have said about the sources, in stream order. */
const links = (network: BrokerModel): string[] =>
  network.facts.stored
    .filter(({ venue }) => venue === 'SYS')
    .map(({ data }) => JSON.parse(Buffer.from(data).toString()).link.state as string);

describe('F5 a hole in the numbers', () => {
  test('is shown until it is filled, is announced once by two engines, and leaves no trace', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const engines = [await engineOn(network), await engineOn(network)];
    await publish(fact(1, startList('1', '2')));
    await publish(fact(2, finish('1', '24.02')));
    await settled(network, ...engines);
    const before = rebuilt(network.results.stored).get(`${HEAT}/RESULT`)!.hash;
    await publish(fact(4, finish('1', '24.02')));
    await settled(network, ...engines);
    expect(reasons(network)).toEqual(['SEQUENCE_GAP']);
    await publish(fact(3, finish('1', '24.50')));
    await settled(network, ...engines);
    expect(rebuilt(network.results.stored).get(`${HEAT}/RESULT`)!.hash).toBe(before);
    expect(links(network)).toEqual(['GAP', 'OK']);
  });

  test('that is filled while no engine runs is told to be over by the next one', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const first = await engineOn(network);
    await publish(fact(1, startList('1', '2')));
    await publish(fact(3, finish('1', '24.02')));
    await settled(network, first);
    expect(reasons(network)).toEqual(['SEQUENCE_GAP']);
    await first.engine.close();
    await publish(fact(2, finish('1', '24.50')));
    const next = await engineOn(network);
    await settled(network, next);
    await vi.waitFor(() => expect(reasons(network)).toEqual([]), 10_000);
    expect(links(network)).toEqual(['GAP', 'OK']);
  });

  test('that opened while no engine runs is told by the next one', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    await publish(fact(1, startList('1', '2')));
    await publish(fact(3, finish('1', '24.02')));
    await engineOn(network);
    await vi.waitFor(() => expect(reasons(network)).toEqual(['SEQUENCE_GAP']), 10_000);
  });

  test('is filled by a fact that is refused, whose number the venue may forget', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const running = await engineOn(network);
    await publish(fact(1, startList('1', '2')));
    await publish(fact(3, finish('1', '24.02')));
    await settled(network, running);
    expect(reasons(network)).toEqual(['SEQUENCE_GAP']);
    await publish(fact(2, { applause: { loud: true } }));
    await settled(network, running);
    expect(reasons(network)).toEqual([]);
    await running.engine.close();
    expect(network.store.processed.get('POOL-1')).toEqual({ epoch: '1', seq: 3 });
  });

  test('facts that are refused use up their numbers', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const running = await engineOn(network);
    await publish(fact(1, startList('1', '2')));
    const venue = network.connect();
    const numbered = badMessages(2).filter(({ data }) =>
      /^\{"source":"POOL-1"/.test(Buffer.from(data).toString()),
    );
    for (const [index, { data, unit = HEAT, contentType = 'application/json' }] of numbered.entries())
      await venue.publishFact({
        venue: 'POOL',
        unit,
        messageId: `bad:${index}`,
        contentType: contentType as never,
        data,
      });
    await settled(network, running);
    expect(links(network)).toEqual([]);
  });
});

describe('D3 work that is split by discipline', () => {
  test('a hole is shown by the discipline that was told, so that engines for one discipline agree with those for all', () => {
    const sprint = 'ATHM100M--------------FNL-000100--';
    const said = (seq: number, unit: string, more: object): Fact =>
      ({ source: 'A', epoch: '1', seq, unit, test: false, storedAt: 0, streamSeq: seq, ...more }) as Fact;
    const listed = { kind: 'startList', content: startList('1', '2').startList };
    const gap = { kind: 'link', content: { source: 'A', state: 'GAP' } };
    const competition = new Competition({ epoch: 'k3f9', sports: SPORTS });
    competition.take(said(1, HEAT, listed));
    competition.take(said(2, sprint, listed));
    const channels = (fact: Fact) =>
      competition.take(fact).versions.map(({ document }) => document.header.unit.slice(0, 3));
    expect(new Set(channels(said(3, disciplineRsc(HEAT), gap)))).toEqual(new Set(['SWM']));
    expect(new Set(channels(said(4, disciplineRsc(sprint), gap)))).toEqual(new Set(['ATH']));
    expect(channels(said(5, disciplineRsc(sprint), gap))).toEqual([]);
  });
});

describe('D13 a source that falls silent', () => {
  const said = (seq: number, more: object): Fact =>
    ({
      source: 'POOL-1',
      epoch: '1',
      seq,
      unit: HEAT,
      test: false,
      storedAt: 0,
      streamSeq: seq,
      ...more,
    }) as Fact;
  const finished = (seq: number): Fact =>
    said(seq, { kind: 'passing', content: { competitor: '1', point: 'FIN' } });
  const heartbeat = (seq: number): Fact => said(seq, { kind: 'heartbeat', content: { every: 1 } });

  test('is announced after twice the interval that it announced, and again when it is back', () => {
    const watch = new SourceWatch();
    watch.heard(finished(1), 1, null, 0);
    watch.heard(heartbeat(2), 2, null, 0);
    expect(watch.check(2_000)).toEqual([]);
    expect(watch.check(2_001).map(({ link }) => link.state)).toEqual(['SILENT']);
    expect(watch.heard(told('SILENT'), 3, null, 2_100)).toEqual([]);
    expect(watch.check(9_000)).toEqual([]);
    expect(watch.heard(heartbeat(3), 4, null, 9_001).map(({ link }) => link.state)).toEqual(['OK']);
  });

  test('is said to be back by an engine that has only heard of its silence from another', () => {
    const [gone, here] = [new SourceWatch(), new SourceWatch()];
    for (const watch of [gone, here]) {
      watch.heard(finished(1), 1, null, 0);
      watch.heard(heartbeat(2), 2, null, 0);
    }
    const [silence] = gone.check(5_000);
    const stored = { ...linkFact(silence!), kind: 'link', content: silence!.link } as unknown as Fact;
    expect(here.heard(stored, 3, null, 5_000)).toEqual([]);
    // No second announcement of what is known, and the end of it.
    expect(here.check(5_000)).toEqual([]);
    expect(here.heard(heartbeat(3), 3, null, 5_001).map(({ link }) => link.state)).toEqual(['OK']);
  });

  const states = (notices: readonly { link: { state: string } }[]): string[] =>
    notices.map(({ link }) => link.state);
  const told = (state: string, of = HEAT): Fact =>
    ({
      ...said(1, { kind: 'link', content: { source: 'POOL-1', state } }),
      source: 'SPLITSECOND',
      unit: disciplineRsc(of),
    }) as Fact;

  test('is asked for again, under the same name, until the stream says so', () => {
    const watch = new SourceWatch();
    watch.heard(finished(1), 1, null, 0);
    watch.heard(heartbeat(2), 2, null, 0);
    const first = watch.check(3_000);
    expect(states(first)).toEqual(['SILENT']);
    expect(watch.check(7_999)).toEqual([]);
    expect(watch.check(8_000)).toEqual(first);
    watch.heard(told('SILENT'), 3, null, 8_001);
    expect(watch.check(60_000)).toEqual([]);
  });

  test('with a hole has it all the while: before, meanwhile and when it is back', () => {
    const watch = new SourceWatch();
    watch.heard(heartbeat(1), 1, null, 0);
    expect(states(watch.heard(finished(3), 2, 'OPENED', 0))).toEqual(['GAP']);
    // The hole is not said yet: it goes before the silence.
    expect(states(watch.check(9_000))).toEqual(['GAP']);
    watch.heard(told('GAP'), 3, null, 9_000);
    expect(states(watch.check(9_000))).toEqual(['SILENT']);
    watch.heard(told('SILENT'), 4, null, 9_000);
    expect(states(watch.heard(heartbeat(4), 5, null, 9_100))).toEqual(['GAP']);
    watch.heard(told('GAP'), 6, null, 9_100);
    expect(states(watch.heard(finished(2), 7, 'CLOSED', 9_200))).toEqual(['OK']);
  });

  test('a hole is told in each discipline that its source speaks of, also of one that comes later', () => {
    const watch = new SourceWatch();
    const sprint = 'ATHM100M--------------FNL-000100--';
    expect(watch.heard(finished(2), 1, 'OPENED', 0).map(({ unit }) => unit)).toEqual([disciplineRsc(HEAT)]);
    watch.heard(told('GAP'), 2, null, 0);
    const there = { ...finished(3), unit: sprint } as Fact;
    expect(watch.heard(there, 3, null, 0).map(({ unit }) => unit)).toEqual([disciplineRsc(sprint)]);
    watch.heard(told('GAP', sprint), 4, null, 0);
    expect(watch.check(9_000)).toEqual([]);
  });

  test('that somebody else calls well is not well by that', () => {
    const watch = new SourceWatch();
    watch.heard(finished(2), 1, 'OPENED', 0);
    watch.heard(told('GAP'), 2, null, 0);
    watch.heard({ ...told('OK'), source: 'STRANGER' } as Fact, 3, null, 0);
    expect(states(watch.check(9_000))).toEqual(['GAP']);
  });

  test('and was asked for by an engine that ended is asked for by the next one at once', () => {
    const [before, after] = [new SourceWatch(), new SourceWatch()];
    before.heard(finished(2), 1, 'OPENED', 36_000_000);
    after.takeUp(before.soFar, 0);
    expect(states(after.check(0))).toEqual(['GAP']);
  });

  test('two notices never share a name, however long the names of their sources are', () => {
    const watch = new SourceWatch();
    const long = (last: string): string => `${'X'.repeat(63)}${last}`;
    const about = (source: string, epoch: string, streamSeq: number): string[] => {
      const fact = { ...finished(1), source, epoch, streamSeq } as Fact;
      return watch.heard(fact, streamSeq, 'OPENED', 0).map((notice) => linkFact(notice).epoch!);
    };
    const names = [
      ...about('A-1', '1', 1),
      ...about('A', '1-1', 2),
      ...about(long('A'), long('E'), 3),
      ...about(long('B'), long('E'), 4),
    ];
    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(name).toMatch(/^[\w.+-]{1,64}$/);
  });
});
