/** Engines, a venue and desks on a broker in this process, in a time that passes only when a test says so. */
import { DeskCore, type DeskOptions } from '../../src/desk/desk-core.ts';
import { type Engine, startEngine } from '../../src/engine.ts';
import { EdgeCore } from '../../src/fanout/edge-core.ts';
import { DEFAULT_LIMITS } from '../../src/fanout/limits.ts';
import type { ShownIncident } from '../../src/incidents/shown.ts';
import type { Situation } from '../../src/incidents/situation.ts';
import type { IncidentCode } from '../../src/incidents/table.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { listRows } from '../../src/model/document.ts';
import { OnAirHeard } from '../../src/on-air/on-air-heard.ts';
import type { ModelConnection } from '../../src/simulation/broker/connection.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { SimulatedClock } from '../../src/simulation/clock.ts';
import type { Timing } from '../../src/timing.ts';

export const RACE = 'ATHM100M--------------FNL-000100--';
const SILENT = { info() {}, warn() {}, error() {} };

export interface RunningDesk {
  readonly core: DeskCore;
  readonly connection: ModelConnection;
  now(): Situation;
  incident(code: IncidentCode): ShownIncident | undefined;
  /** As SIGKILL does it. */
  kill(): void;
  stop(): Promise<void>;
}

export interface KillableEngine {
  readonly engine: Engine;
  kill(): void;
}

export class ControlRoom {
  readonly clock = new SimulatedClock();
  readonly network = new BrokerModel({ now: () => this.clock.now() * 1_000 });
  readonly #venue = this.network.connect();
  #ids = 0;
  #seq = 0;

  pass(ms: number): Promise<void> {
    return this.clock.pass(ms);
  }

  async engine(): Promise<KillableEngine> {
    const connection = this.network.connect();
    const engine = await startEngine({ broker: connection, log: SILENT, timing: this.clock });
    await this.pass(10);
    return { engine, kill: () => connection.disconnect() };
  }

  /** `aheadMs`: by how much the clock of its machine is wrong. */
  async desk(options: Partial<DeskOptions> & { readonly aheadMs?: number } = {}): Promise<RunningDesk> {
    const { aheadMs = 0, ...others } = options;
    const connection = this.network.connect();
    const timing: Timing = {
      now: () => this.clock.now() + aheadMs,
      elapsed: () => this.clock.elapsed(),
      soon: (run) => this.clock.soon(run),
      every: (ms, run) => this.clock.every(ms, run),
      after: (ms, run) => this.clock.after(ms, run),
    };
    const edge = new EdgeCore({
      broker: connection,
      serverId: 'desk',
      limits: DEFAULT_LIMITS,
      keepaliveMs: 5_000,
      timing,
      log: SILENT,
    });
    await edge.start();
    const newId = (): string => {
      this.#ids += 1;
      return `id ${this.#ids}`;
    };
    const name = newId();
    const onAir = new OnAirHeard(connection, timing);
    await onAir.start();
    const core = new DeskCore({
      broker: connection,
      edge: { shelf: edge.shelf, health: () => edge.health() },
      onAir,
      timing,
      name,
      source: `d${this.#ids}`,
      newId,
      warn: () => {},
      ...others,
    });
    const starting = core.start();
    await this.pass(100);
    await starting;
    const now = (): Situation => core.newest().situation;
    return {
      core,
      connection,
      now,
      incident: (code) => now().incidents.find((each) => each.code === code && each.state !== 'CLEARED'),
      kill: () => connection.disconnect(),
      stop: async () => {
        await core.stop();
        await onAir.stop();
        await edge.stop();
      },
    };
  }

  async tell(...facts: readonly WireFact[]): Promise<void> {
    for (const fact of facts) await this.#venue.publishFact(factMessage('STA', fact));
    await this.pass(300);
  }

  /** What the venue says next about the race; gives its number. */
  async say(said: object, unit: string = RACE): Promise<number> {
    this.#seq += 1;
    await this.tell({
      source: 'TIMING',
      seq: this.#seq,
      ...(unit === '' ? {} : { unit }),
      ...said,
    } as unknown as WireFact);
    return this.#seq;
  }

  /** A race of two, of which one has a time that nobody runs. Gives the name of the fact that is held. */
  async heldTime(): Promise<string> {
    await this.say({ setup: { rule: 'ATH.100M@2024' } });
    const entries = ['A', 'B'].map((code, index) => ({
      competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { family: code } },
      startOrder: index + 1,
    }));
    await this.say({ startList: { entries } });
    await this.say({ passing: { competitor: 'A', point: 'FIN', time: '9.9' } });
    return `TIMING:1:${await this.say({ passing: { competitor: 'B', point: 'FIN', time: '4.2' } })}`;
  }

  /** What is stored of a competitor of the race. */
  async markOf(edge: { shelf: DeskCore['shelf'] }, competitor: string): Promise<string | null> {
    const document = edge.shelf.current(`${RACE}/RESULT`);
    if (document === null) return null;
    return listRows(document).find(({ key }) => key === competitor)?.mark.result ?? null;
  }
}
