/** How the suite makes a server publish: facts to its broker, a command of its operator, or nothing at all. */
import { spawn } from 'node:child_process';
import { jetstream } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';
import type { Stimulus } from './stage.ts';

const COMPETITORS = 1_000;
const VENUE = 'CONFORMANCE';

type Stop = Stimulus['stop'];

/** A road race of its own, told to the broker as a venue tells it: each passing is a new version of its result. */
export async function venueFacts(url: string, stop: Stop): Promise<Stimulus> {
  const connection = await connect({ servers: url, maxReconnectAttempts: 3 });
  const stream = jetstream(connection);
  const source = `${VENUE}-${Date.now().toString(36).toUpperCase()}`;
  const run = String(Date.now() % 1_000_000).padStart(6, '0');
  let seq = 0;
  let opened = 0;
  let passings = 0;
  const say = async (unit: string, fact: object): Promise<void> => {
    seq += 1;
    const said = headers();
    said.set('Content-Type', 'application/json');
    said.set('Nats-Msg-Id', `${source}:1:${seq}`);
    const text = JSON.stringify({ source, epoch: '1', seq, sentAt: new Date().toISOString(), unit, ...fact });
    await stream.publish(`venue.${VENUE}.${unit.slice(0, 3)}.${unit}`, Buffer.from(text), { headers: said });
  };
  const unitOf = (phase: string, number: string): string => `ATHMMARATHON----------${phase}${number}--`;
  const race = unitOf('FNL-', run);
  await say(race, { startList: { entries: Array.from({ length: COMPETITORS }, entry) } });
  return {
    channel: `${race}/RESULT`,
    change: async (times) => {
      for (let count = 0; count < times; count += 1) {
        const competitor = codeOf(passings % COMPETITORS);
        const lap = Math.floor(passings / COMPETITORS);
        const time = `${7_200 + lap * 600 + (passings % COMPETITORS)}.00`;
        passings += 1;
        await say(race, { passing: { competitor, point: 'FIN', time } });
      }
    },
    open: async () => {
      opened += 1;
      const unit = unitOf('SFNL', String((Number(run) + opened) % 1_000_000).padStart(6, '0'));
      await say(unit, { startList: { entries: [entry(null, 0)] } });
      return null;
    },
    stop,
    close: () => connection.close(),
  };
}

const codeOf = (index: number): string => `C${String(index + 1).padStart(6, '0')}`;

const entry = (_none: unknown, index: number): object => ({
  competitor: {
    code: codeOf(index),
    kind: 'ATHLETE',
    organisation: ['ITA', 'KEN', 'USA', 'JPN'][index % 4],
    name: { given: `Conformance ${'of a screen '.repeat(3)}`.trim(), family: `RUNNER-${index + 1}` },
  },
  startOrder: index + 1,
});

/** A program of the operator: `COMMAND change TIMES` and `COMMAND open`. */
export function commands(command: string, channel: string, stop: Stop): Stimulus {
  return {
    channel,
    change: (times) => shell(`${command} change ${times}`),
    open: async () => {
      await shell(`${command} open`);
      return null;
    },
    stop,
    close: async () => {},
  };
}

/** Whatever the server publishes by itself during the run. */
export const patience = (channel: string, stop: Stop): Stimulus => ({
  channel,
  change: async () => {},
  open: async () => null,
  stop,
  close: async () => {},
});

/** Runs a command of the operator; rejects when it fails. */
export function shell(command: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`"${command}" ended with ${code}`)),
    );
  });
}
