import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Copies } from '../../src/client/copies.ts';
import { chosenRows, readRowChoice } from '../../src/fanout/channels/row-choice.ts';
import type { Row } from '../../src/model/row.ts';
import type { Rows } from '../../src/model/row-list.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { onAir, type TestScreen } from './edge-bench.ts';
import { FINAL_100M, row, sprinters } from './published-documents.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;

/** What a screen ends with when it applies everything that came and proves each step. */
function ending(screen: TestScreen): { rows: Rows<Row>; hash: string; version: number; deltas: number } {
  const copies = new Copies();
  let deltas = 0;
  for (const frame of screen.pair.data()) {
    const { kind } = copies.take(frame);
    expect(['document', 'delta']).toContain(kind);
    if (kind === 'delta') deltas += 1;
  }
  const { header, rows, hash, version } = copies.get(CHANNEL)!;
  expect(new ContentHash(header, rows).text).toBe(hash);
  return { rows, hash, version, deltas };
}

const codes = (rows: Rows<Row>): string[] => rows.map(({ key }) => key);
const of = (rows: Rows<Row>, organisation: string, competitor: string): Row[] =>
  rows.map((each) =>
    each.key === competitor ? { ...each, identity: { ...each.identity!, organisation } } : each,
  );

describe('SC18 rows', () => {
  test('SC18 the screen sees the first of the list, an organisation and single competitors, in their order', async () => {
    const { bench, publisher } = await onAir();
    await publisher.renew(of(publisher.current.rows, 'FRA', '106'));
    await bench.timing.settle();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, {
      rows: { top: 2, organisations: ['FRA'], competitors: ['104', '999'] },
    });
    expect(codes(ending(screen).rows)).toEqual(['100', '101', '104', '106']);
  });

  test('SC18 a team is seen when one of its members is named', async () => {
    const { bench, publisher } = await onAir();
    const members = [{ competitor: '77', name: 'RUNNER', organisation: 'ITA' }];
    const [first, ...others] = publisher.current.rows;
    await publisher.renew([...others, { ...first!, identity: { ...first!.identity!, members } }]);
    await bench.timing.settle();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { rows: { competitors: ['77'] } });
    expect(codes(ending(screen).rows)).toEqual(['100']);
  });

  test('SC9 SC18 what changes comes as deltas to the hash of what is seen; what does not concern it, not at all', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { rows: { top: 3 }, delta: true });
    await publisher.renew([...publisher.current.rows].with(7, row('107', '11.00', 8)));
    await bench.timing.settle();
    expect(screen.versions()).toEqual([1]);
    await publisher.renew([publisher.current.rows.at(7)!, ...[...publisher.current.rows].slice(0, 7)]);
    await bench.timing.settle();
    const { rows, version, deltas } = ending(screen);
    expect([codes(rows), version, deltas]).toEqual([['107', '100', '101'], 3, 1]);
  });

  test('SC8 SC18 a position resumes the same choice, and no other', async () => {
    const { bench, publisher } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { rows: { top: 3 }, delta: true });
    const [first] = screen.pair.data();
    const { epoch, version } = (first as { document: { epoch: string; version: number } }).document;
    const after = { epoch, version };
    const [same, other, whole] = [bench.screen(), bench.screen(), bench.screen()];
    await same.subscribe(CHANNEL, { rows: { top: 3 }, delta: true, after });
    await other.subscribe(CHANNEL, { rows: { top: 4 }, delta: true, after });
    await whole.subscribe(CHANNEL, { delta: true, after });
    expect([same, other, whole].map(({ pair }) => pair.said('subscribed')[0].resumed)).toEqual([
      true,
      false,
      false,
    ]);
    await publisher.renew([...publisher.current.rows].reverse());
    await bench.timing.settle();
    expect(same.pair.data().map((frame) => 'delta' in frame)).toEqual([true]);
  });

  test('SC18 all with the same choice, however it is written, share their frames; views go with the last screen', async () => {
    const { bench, publisher } = await onAir();
    const one = bench.screen();
    const other = bench.screen();
    await one.subscribe(CHANNEL, { rows: { organisations: ['ITA', 'FRA'] }, delayMs: 1_000 });
    await other.subscribe(CHANNEL, { rows: { organisations: ['FRA', 'ITA', 'FRA'] }, delayMs: 1_000 });
    const { followers } = bench.hub.live.channels.get(CHANNEL)!;
    expect(followers.size).toBe(1);
    await publisher.touch();
    await bench.timing.pass(1_000);
    expect([one.versions(), other.versions()]).toEqual([
      [1, 2],
      [1, 2],
    ]);
    for (const { screen } of [one, other]) screen.gone(1006);
    expect(followers.size).toBe(0);
  });

  test('SC18 at random: a filtered screen ends with exactly the chosen rows, proved at every step', async () => {
    const lists = fc.array(
      fc.array(
        fc.record({ competitor: fc.integer({ min: 1, max: 9 }), result: fc.integer({ min: 0, max: 3 }) }),
        {
          maxLength: 9,
        },
      ),
      { minLength: 1, maxLength: 12 },
    );
    const rowsOf = (list: { competitor: number; result: number }[]): Row[] => {
      const seen = new Map(list.map((each) => [each.competitor, each.result]));
      return [...seen].map(([competitor, result], index) =>
        row(String(competitor), `10.${result}`, index + 1),
      );
    };
    const property = async (
      list: { competitor: number; result: number }[][],
      top: number,
      together: number,
    ) => {
      const { bench, publisher } = await onAir();
      const delayed = bench.screen('json', 1_000);
      const screen = bench.screen('json', 1_000);
      const choice = { top, competitors: ['3', '7'] };
      await screen.subscribe(CHANNEL, { rows: choice, delta: true });
      await delayed.subscribe(CHANNEL, { rows: choice, delta: true, delayMs: 500_000 });
      for (const [index, each] of list.entries()) {
        const rows = rowsOf(each);
        // Content that is there already makes no version.
        if (new ContentHash(publisher.current.header, rows).text !== publisher.current.hash)
          await publisher.renew(rows);
        if (index % together === 0) await bench.timing.pass(40);
      }
      await bench.timing.pass(600_000);
      const expected = chosenRows(readRowChoice(choice)!, publisher.current);
      const isChosen = ({ key }: Row, index: number): boolean =>
        index < top || choice.competitors.includes(key);
      expect(codes(expected)).toEqual(codes(publisher.current.rows.filter(isChosen)));
      for (const each of [screen, delayed]) {
        await each.readAll();
        expect(codes(ending(each).rows)).toEqual(codes(expected));
        expect(ending(each).hash).toBe(new ContentHash(publisher.current.header, expected).text);
      }
      await bench.stop();
    };
    await fc.assert(
      fc.asyncProperty(lists, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }), property),
      { seed: 20240609, numRuns: 100 },
    );
  }, 120_000);

  test('SC18 rows and mode every do not go together, and one channel is seen in one way', async () => {
    const { bench } = await onAir();
    const screen = bench.screen();
    await screen.subscribe(CHANNEL, { rows: { top: 1 }, mode: 'every' }, 1);
    await screen.subscribe(CHANNEL, { rows: { top: 1 } }, 2);
    await screen.subscribe('ATH*', { rows: { top: 2 } }, 3);
    expect(screen.pair.said('error')).toMatchObject([
      { code: 'BAD_OPTION', id: 1 },
      { code: 'OTHER_MODE', id: 3 },
    ]);
  });
});

test('the first rows of a list of any length are the whole list when there are no more', async () => {
  const { bench } = await onAir();
  const screen = bench.screen();
  await screen.subscribe(CHANNEL, { rows: { top: 10_000 } });
  expect(codes(ending(screen).rows)).toEqual(codes(sprinters()));
});
