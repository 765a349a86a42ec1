/**
 * One run: two gateways as processes, a desk that takes requests and one that takes files from a real sshd, a real broker. Versions are published; meanwhile a seed
 * decides when a gateway or sshd is killed, when the desk refuses, answers late or not at all, and when it is away. In the end everything is there again.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NatsBroker } from '../../../src/broker/nats/broker.ts';
import { epochOf } from '../../../src/model/epoch.ts';
import type { ResultStatus } from '../../../src/model/result-status.ts';
import { Dice } from '../../../src/simulation/dice.ts';
import { startTestServer } from '../../broker/nearby-server.ts';
import { FINAL_100M, FINAL_200M, header, Publisher } from '../../fanout/published-documents.ts';
import { type PartProcess, startPart } from '../../support/part-process.ts';
import { type Answer, DeskServer } from '../desk-server.ts';
import { sftpServer } from '../sftp-server.ts';
import { rowsOf } from '../sights.ts';
import { complaintsOf, isTold, withoutRepeats } from './judged.ts';
import { type Got, Pickup } from './pickup.ts';

export interface Run {
  readonly seed: number;
  readonly versions: number;
  /** Dispatches that desks got, each once. */
  readonly requests: number;
  readonly files: number;
  readonly repeats: number;
  /** How often it happened. */
  readonly faults: Readonly<Record<Fault, number>>;
  readonly complaints: readonly string[];
  readonly ms: number;
}

export const FAULTS = ['gatewayKilled', 'sshdKilled', 'deskAway', 'deskRefuses'] as const;
export type Fault = (typeof FAULTS)[number];

const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const STEPS = 10;
const PATIENCE_MS = 60_000;
const RESULTS: readonly Readonly<Record<string, string>>[] = [
  { ann: '9.91', bo: '9.95', cy: '10.01' },
  { bo: '9.95', cy: '10.01', ann: 'DQ' },
  { ann: '9.91', cy: '10.01' },
];
const STATUSES: readonly ResultStatus[] = ['OFFICIAL', 'OFFICIAL', 'OFFICIAL', 'PROTESTED'];
const ANSWERS: readonly Answer[] = [503, 'cut', 'silence', 429];

export async function runOf(seed: number): Promise<Run> {
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'splitsecond-wires-'));
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    return { seed, ...(await new Stage(new Dice(seed), folder, ends).play()), ms: Date.now() - began };
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

class Stage {
  readonly #dice: Dice;
  readonly #folder: string;
  readonly #ends: (() => unknown)[];
  readonly #desk = new DeskServer();
  readonly #gateways: (PartProcess | null)[] = [null, null];
  readonly #faults: Record<Fault, number> = { gatewayKilled: 0, sshdKilled: 0, deskAway: 0, deskRefuses: 0 };

  constructor(dice: Dice, folder: string, ends: (() => unknown)[]) {
    this.#dice = dice;
    this.#folder = folder;
    this.#ends = ends;
  }

  async play(): Promise<Omit<Run, 'seed' | 'ms'>> {
    const server = await startTestServer();
    this.#ends.push(() => server.stop());
    const broker = await NatsBroker.open({ url: server.url });
    this.#ends.push(() => broker.close());
    const url = await this.#desk.open();
    this.#ends.push(() => this.#desk.close());
    const sshd = await sftpServer(join(this.#folder, 'sshd'));
    this.#ends.push(() => sshd.program.kill());
    const drop = join(this.#folder, 'drop');
    mkdirSync(drop);
    const pickup = new Pickup(drop);
    this.#ends.push(() => pickup.stop());

    const { host, port, user, login, hostKey } = sshd.options(drop);
    const key = 'privateKey' in login ? login.privateKey : '';
    const http = { url, secretFrom: 'DESK_SECRET', timeoutMs: 400 };
    const sftp = { host, port, user, keyFrom: 'DESK_KEY', hostKey, folder: drop, timeoutMs: 2_000 };
    const common = { form: 'json', attempts: 1_000 };
    const recipients = [
      { name: 'push', ...common, way: { http } },
      { name: 'drop', ...common, way: { sftp } },
    ];
    const file = join(this.#folder, 'wires.json');
    writeFileSync(file, JSON.stringify({ recipients }));
    const start = async (slot: number): Promise<void> => {
      this.#gateways[slot] = await startPart(['wires', file], {
        natsUrl: server.url,
        environment: { DESK_SECRET: SECRET, DESK_KEY: key },
        started: (end) => void this.#ends.push(() => end('SIGKILL')),
      });
    };

    const epoch = epochOf(broker.historyBegan, 1, 'campaign');
    const publishers = [FINAL_100M, FINAL_200M].map(
      (unit) => new Publisher(broker, { ...header(unit), status: 'OFFICIAL' }, rowsOf(RESULTS[0]!), epoch),
    );
    for (const publisher of publishers) await publisher.begin();
    await start(0);
    await start(1);
    for (let step = 0; step < STEPS; step += 1) {
      const status = this.#dice.one(STATUSES);
      await this.#dice
        .one(publishers)
        .renew(rowsOf(this.#dice.one(RESULTS)), { status, info: { wind: `+${step}.0` } });
      await this.#happen(start, sshd.program);
      await pause(this.#dice.throw(400));
    }
    // Whatever the seed has decided, something has to come in the end.
    await publishers[0]!.renew(rowsOf(RESULTS[0]!), { status: 'OFFICIAL', info: { wind: `+${STEPS}.0` } });
    await this.#recover(start);

    const newest = publishers.map(({ current }) => current);
    const got = (): { requests: Got[]; files: Got[]; repeats: number; complaints: string[] } => {
      const { got: requests, repeats, complaints } = withoutRepeats(this.#desk.received);
      return { requests, files: pickup.got, repeats, complaints };
    };
    const hasAll = ({ requests, files }: ReturnType<typeof got>): boolean =>
      newest.every((document) => isTold(requests, document) && isTold(files, document));
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until && !hasAll(got()); ) await pause(20);
    // Orderly ends: what is on its way comes, and shows whether it came twice.
    for (const gateway of this.#gateways) await gateway?.end('SIGTERM');
    pickup.take();
    const { requests, files, repeats, complaints } = got();
    const about = (desk: string, of: readonly Got[]): string[] =>
      newest.flatMap((document) =>
        complaintsOf(of, document).map((complaint) => `${desk}, ${document.header.unit}: ${complaint}`),
      );
    return {
      versions: publishers.reduce((sum, { history }) => sum + history.length, 0),
      requests: requests.length,
      files: files.length,
      repeats,
      faults: this.#faults,
      complaints: [...complaints, ...about('push', requests), ...about('drop', files)],
    };
  }

  async #happen(
    start: (slot: number) => Promise<void>,
    sshd: { kill(): Promise<void>; start(): Promise<void> },
  ): Promise<void> {
    const slot = this.#dice.throw(2);
    const what = this.#dice.throw(9);
    if (what < 3) {
      const gateway = this.#gateways[slot];
      if (gateway == null) await start(slot);
      else {
        this.#faults.gatewayKilled += 1;
        this.#gateways[slot] = null;
        await gateway.end('SIGKILL');
      }
    } else if (what < 5) {
      this.#faults.sshdKilled += 1;
      await sshd.kill();
      await pause(this.#dice.throw(300));
      await sshd.start();
    } else if (what < 6) {
      this.#faults.deskAway += 1;
      const port = this.#desk.port;
      await this.#desk.close();
      await pause(this.#dice.throw(600));
      await this.#desk.open(port);
    } else if (what < 8) {
      this.#faults.deskRefuses += 1;
      this.#desk.answers = Array.from({ length: this.#dice.between(1, 3) }, () => this.#dice.one(ANSWERS));
    }
  }

  async #recover(start: (slot: number) => Promise<void>): Promise<void> {
    this.#desk.answers = [];
    for (const slot of [0, 1]) if (this.#gateways[slot] === null) await start(slot);
  }
}
