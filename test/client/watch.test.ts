import { afterEach, describe, expect, test } from 'vitest';
import { patternsOf, watchCommand } from '../../src/cli/watch.ts';
import { asLines } from '../../src/cli/watching/lines-watch.ts';
import type { Delta } from '../../src/model/delta.ts';
import type { Document } from '../../src/model/document.ts';
import { NO_PLACE, type Row } from '../../src/model/row.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { FINAL_100M, header, row } from '../fanout/published-documents.ts';
import { type RunningEdge, runningEdge } from '../fanout/running-edge.ts';

function twoVersions(): { first: Document; second: Document; delta: Delta } {
  const rows = [row('7', '9.81', 1), row('9', '9.95', 2)];
  const versioned = VersionedDocument.first('k3f9', header(FINAL_100M), rows, '2024-06-09T20:00:00.000Z');
  const first = versioned.current;
  const [leader, other] = rows as [(typeof rows)[0], (typeof rows)[0]];
  versioned.publish(
    first.header,
    [leader, { ...other, mark: { ...other.mark, result: '9.90' } }],
    '2024-06-09T20:00:01.000Z',
  );
  return { first, second: versioned.current, delta: versioned.deltaSince(1)! };
}

function output() {
  const written: string[] = [];
  return { written, write: (text: string) => written.push(text) > 0 };
}

describe('watch', () => {
  test('into a pipe: the table once, then only the rows that changed, without control characters', () => {
    const out = output();
    const show = asLines(out);
    const { first, second, delta } = twoVersions();
    show(first, null);
    show(second, delta);
    expect(out.written).toEqual([
      `Athletics, Men's 100m, Final  RESULT  LIVE  v1 ${first.hash}\nRank  Name       Result\n   1  ATHLETE 7    9.81\n   2  ATHLETE 9    9.95\n\n`,
      `Athletics, Men's 100m, Final  RESULT  LIVE  v2 ${second.hash}\n   2  ATHLETE 9    9.90\n\n`,
    ]);
  });

  test.each([
    ['', ['*/RESULT', '*/CURRENT']],
    ['ath', ['ATH*/RESULT', 'ATH*/CURRENT']],
    [FINAL_100M, ['ATHM100M--------------FNL-000100*/RESULT', 'ATHM100M--------------FNL-000100*/CURRENT']],
    ['ATH*/RESULT', ['ATH*/RESULT']],
    ['*', ['*']],
  ])('"%s" is followed as %j', (what, patterns) => {
    expect(patternsOf(what)).toEqual(patterns);
  });

  test('a document without rows shows what it lists, and no name is said twice', () => {
    const out = output();
    const { first } = twoVersions();
    const medals = { gold: 2, silver: 0, bronze: 1, total: 3, rankTotal: 1 };
    const rows = [{ key: 'ITA', medals, place: { ...NO_PLACE, ranked: true } }];
    const names = { discipline: 'General', event: 'Medals', unit: 'Medals' };
    const header = { ...first.header, type: 'MEDALS' as const, names, columns: [] };
    asLines(out)({ ...first, rows, header }, null);
    expect(out.written[0]?.split('\n')).toEqual([
      `General, Medals  MEDALS  LIVE  v1 ${first.hash}`,
      'Rank  NOC  Gold  Silver  Bronze  Total',
      '   1  ITA     2       0       1      3',
      '',
      '',
    ]);
  });

  test('a name cannot move the cursor', () => {
    const out = output();
    const { first } = twoVersions();
    const [leader, ...others] = [...first.rows] as [Row, ...Row[]];
    const identity = { ...leader.identity!, name: 'A\x1b[2JB\nC' };
    asLines(out)({ ...first, rows: [{ ...leader, identity }, ...others] }, null);
    expect(out.written.join('')).toContain('A\\u001b[2JB\\u000aC');
    expect(out.written.join('')).not.toContain('\x1b');
  });
});

describe('watch --once against an edge', () => {
  let running: RunningEdge | null = null;
  afterEach(async () => {
    await running?.stop();
    running = null;
  });

  test.each(['json', 'protobuf'])(
    'ends by itself when everything there is has been shown (%s)',
    async (format) => {
      running = await runningEdge();
      await watchCommand().parseAsync(['*', '--once', '--format', format, '--url', running.edge.streamUrl], {
        from: 'user',
      });
      expect(running.edge.hub.counts.messages).toBe(1);
    },
  );

  test('a channel that is none is one clear failure', async () => {
    running = await runningEdge();
    const of = (what: string) =>
      watchCommand().parseAsync([what, '--url', running!.edge.streamUrl], { from: 'user' });
    await expect(of('ATH*/a/b/c')).rejects.toThrow('BAD_CHANNEL');
    await expect(of('nonsense')).rejects.toThrow('nonsense is no discipline, no RSC and no channel');
  });

  test('an address that is none is one clear failure', async () => {
    const run = watchCommand().parseAsync(['*', '--url', 'http://127.0.0.1:1'], { from: 'user' });
    await expect(run).rejects.toThrow('is not the address of a stream');
  });
});
