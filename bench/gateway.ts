/**
 * Question: how long from a version to its delivery, at 200 recipients and an evening of athletics at 20 times its speed?
 *
 *   replay (process) --fact--> nats-server --> engine (process) --> nats-server --> gateway (process) --> 100 folders, 100 signed requests (this process)
 *
 * A version is due for a recipient when its status is reached and its content is another one than before; it is there when the recipient has it, or a newer one that
 * includes it. Times count from when this process heard of the version from the broker, to a file's new name or to the request: what the gateway, the desks' disks and the
 * broker take, in which each dispatch is written before it goes out and after it was handed over. Every recipient must end with the newest version of every story, or no
 * figure is printed. One recipient of ten hears from LIVE on, the others only what is official: then all of them at once. It would change with desks that
 * answer late, with a disk that flushes slowly, and with documents of thousands of rows.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBroker } from '../src/setup/open-broker.ts';
import { ended } from './fan-out/stage.ts';
import { Desks } from './gateway/desks.ts';
import { Due } from './gateway/due-versions.ts';
import { type Answer, atMost, type Benchmark, type Figure, numberOf, rounded } from './support/benchmark.ts';
import { program, programProcess } from './support/program-process.ts';
import { briefOf } from './support/sentence.ts';

const RUNS = {
  smoke: { recipients: 20, speed: '1000', maxGap: '1s' },
  real: { recipients: 200, speed: '20', maxGap: '5m' },
} as const;
const EVENING = fileURLToPath(new URL('../src/venue/recordings/rio.ndjson', import.meta.url));
const P99_MS = 2_000;

export const gateway: Benchmark = {
  name: 'gateway',
  question:
    'How long from a version to its delivery to media wires, as files and as signed requests (milliseconds)?',
  async run(size, progress): Promise<Answer> {
    const { recipients, speed, maxGap } = RUNS[size];
    const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
    const { broker, url, close } = await openBroker();
    const desks = new Desks(folder, recipients);
    const due = new Due(broker, desks.wanted);
    const running: ChildProcess[] = [];
    try {
      const file = join(folder, 'wires.json');
      writeFileSync(file, JSON.stringify(await desks.open((delivery) => due.delivered(delivery))));
      await due.listen();
      running.push(await programProcess(url, 'engine'));
      process.env.DESK_SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
      running.push(await programProcess(url, 'wires', file));
      progress(`${recipients} recipients; the evening begins ...`);
      await replayed(url, '--speed', speed, '--max-gap', maxGap);
      await due.all();
      return answered(desks, due, size === 'real');
    } finally {
      await Promise.all(running.map(ended));
      await due.stop();
      await desks.close();
      await close();
      rmSync(folder, { recursive: true });
    }
  },
  sentence: (figures) =>
    `${numberOf(figures[0]!, 'recipients')} recipients: p99 ${figures
      .map((each) => `${briefOf(each, 'p99')} ms as ${each.way}`)
      .join(', ')}`,
  inShort: (figures) => [
    'ms from version to delivery, p50 / p99 / max:',
    ...figures.map(
      (each) =>
        `${each.way}: ${['p50', 'p99', 'max'].map((name) => numberOf(each, name)).join(' / ')} (${numberOf(each, 'deliveries')} deliveries)`,
    ),
  ],
};

async function replayed(natsUrl: string, ...pace: readonly string[]): Promise<void> {
  const child = program(natsUrl, 'replay', EVENING, ...pace);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`replay ended with ${code}`);
}

function answered(desks: Desks, due: Due, withBars: boolean): Answer {
  const figures = (['files', 'requests'] as const).map((way): Figure => {
    const times = due.timesOf(way);
    const at = (share: number): number =>
      rounded(times[Math.min(times.length - 1, Math.floor(times.length * share))]!, 1);
    return {
      way,
      recipients: desks.wanted.length,
      versions: due.versions,
      deliveries: due.deliveriesOf(way),
      p50: at(0.5),
      p99: at(0.99),
      max: at(1),
    };
  });
  const bars = figures.map((each) => atMost(`p99 of ${each.way}, ms`, each.p99 as number, P99_MS));
  return { figures, bars: withBars ? bars : [] };
}
