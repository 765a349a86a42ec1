import { afterEach, describe, expect, test } from 'vitest';
import { asLines, inPlace, watchCommand } from '../../src/cli/watch.ts';
import type { Delta } from '../../src/model/delta.ts';
import type { Document } from '../../src/model/document.ts';
import { NO_PLACE, type Row } from '../../src/model/row.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { FINAL_100M, header, row } from '../fanout/published-documents.ts';
import { type RunningEdge, runningEdge } from '../fanout/running-edge.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;

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

function output(columns?: number, rows?: number) {
  const written: string[] = [];
  return {
    written,
    write: (text: string) => written.push(text) > 0,
    ...(columns ? { columns } : {}),
    ...(rows ? { rows } : {}),
  };
}

describe('watch', () => {
  test('into a pipe: the table once, then only the rows that changed, without control characters', () => {
    const out = output();
    const show = asLines(out);
    const { first, second, delta } = twoVersions();
    show(first, null, CHANNEL);
    show(second, delta, CHANNEL);
    expect(out.written).toEqual([
      `Athletics, Men's 100m, Final  RESULT  LIVE  v1 ${first.hash}\nRank  Name       Result\n   1  ATHLETE 7    9.81\n   2  ATHLETE 9    9.95\n\n`,
      `Athletics, Men's 100m, Final  RESULT  LIVE  v2 ${second.hash}\n   2  ATHLETE 9    9.90\n\n`,
    ]);
  });

  test('on a terminal: cleared and redrawn, what changed stands out, no wider and no longer than the window', () => {
    const out = output(20, 5);
    const { second, delta } = twoVersions();
    inPlace(out)(second, delta, CHANNEL);
    expect(out.written[0]).toBe(
      "\x1b[H\x1b[JAthletics, Men's 100\n\n\x1b[1mRank  Name       Res\x1b[0m\n   1  ATHLETE 7    9",
    );
    const tall = output(40, 50);
    inPlace(tall)(second, delta, CHANNEL);
    expect(tall.written[0]).toContain('\x1b[7m   2  ATHLETE 9    9.90\x1b[0m');
  });

  test('a document without rows shows what it lists, and no name is said twice', () => {
    const out = output();
    const { first } = twoVersions();
    const medals = { gold: 2, silver: 0, bronze: 1, total: 3, rankTotal: 1 };
    const rows = [{ key: 'ITA', medals, place: { ...NO_PLACE, ranked: true } }];
    const names = { discipline: 'General', event: 'Medals', unit: 'Medals' };
    const header = { ...first.header, type: 'MEDALS' as const, names, columns: [] };
    asLines(out)({ ...first, rows, header }, null, CHANNEL);
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
    asLines(out)({ ...first, rows: [{ ...leader, identity }, ...others] }, null, CHANNEL);
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
    const run = watchCommand().parseAsync(['nonsense', '--url', running.edge.streamUrl], { from: 'user' });
    await expect(run).rejects.toThrow('BAD_CHANNEL');
  });

  test('an address that is none is one clear failure', async () => {
    const run = watchCommand().parseAsync(['*', '--url', 'http://127.0.0.1:1'], { from: 'user' });
    await expect(run).rejects.toThrow('is not the address of a stream');
  });
});
