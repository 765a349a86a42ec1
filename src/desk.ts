/**
 * A control room's desk: an edge of its own, on this machine only, that measures everything, keeps the incidents and does what operators ask
 * of it. Edges stay readers.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Broker } from './broker/broker.ts';
import { DeskCore } from './desk/desk-core.ts';
import { OnAirDesk } from './desk/on-air-desk.ts';
import { type Edge, type Operations, startEdge } from './edge.ts';
import type { EdgeCore } from './fanout/edge-core.ts';
import { deskMetrics } from './http/desk-metrics.ts';
import { type MetricsText, ownMetrics, together } from './http/numbers.ts';
import type { PartKind } from './incidents/part.ts';
import type { OnAirHeard } from './on-air/on-air-heard.ts';
import type { ProgramLog } from './program-log.ts';
import { systemTiming, type Timing } from './timing.ts';

/** Whoever reaches a desk may use it: until there is accreditation that is this machine alone. */
export const DESK_HOST = '127.0.0.1';

export interface DeskOptions {
  /** Stays the caller's. */
  readonly broker: Broker;
  /** Default 0: any free port. */
  readonly port?: number;
  /** By which facts name it, `DESK-<name>`: letters, digits, `-` and `_`. Two desks with outboxes have two names. */
  readonly name?: string;
  /** The folder of its outbox; without one what the broker has not stored is lost with the process. */
  readonly outbox?: string;
  /** So many programs there should be at least, whether they were ever heard or not. */
  readonly least?: Readonly<Partial<Record<PartKind, number>>>;
  readonly timing?: Timing;
  /** Default: its own numbers and those of its edge. */
  readonly metricsOf?: MetricsText;
  readonly modulesFolder?: string;
  readonly log?: ProgramLog;
}

export interface Desk extends Edge {
  readonly core: DeskCore;
}

/** Resolves when its page is served; it knows what is the matter some seconds later. */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const {
    broker,
    port = 0,
    name = 'desk',
    outbox,
    least,
    timing = systemTiming,
    metricsOf = ownMetrics,
    modulesFolder,
    log,
  } = options;
  let core: DeskCore | null = null;
  const operations = (edge: EdgeCore, onAir: OnAirHeard): Operations => {
    const made = new DeskCore({
      broker,
      edge,
      onAir,
      timing,
      name: randomUUID(),
      source: name,
      newId: randomUUID,
      warn: (line) => log?.warn({}, line),
      ...(outbox === undefined ? {} : { outbox }),
      ...(least === undefined ? {} : { least }),
    });
    core = made;
    return {
      newest: () => made.newest(),
      desk: {
        token: randomBytes(24).toString('base64url'),
        door: () => made.actions,
        onAir: new OnAirDesk(broker, () => made.now()),
      },
      start: () => made.start(),
      stop: () => made.stop(),
      part: () => made.part(),
    };
  };
  const edge = await startEdge({
    broker,
    host: DESK_HOST,
    port,
    timing,
    operations,
    metricsOf: (own) =>
      metricsOf(
        together(
          own,
          deskMetrics(() => core!.newest().situation),
        ),
      ),
    ...(modulesFolder === undefined ? {} : { modulesFolder }),
    ...(log === undefined ? {} : { log }),
  });
  return { ...edge, core: core! };
}
