/** Engines on a broker in this process, where a test decides what is delivered and when. */
import type { ResultMessage } from '../../src/broker/broker.ts';
import type { LostFacts } from '../../src/broker/loss.ts';
import { type Engine, startEngine } from '../../src/engine.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import type { ProgramLog } from '../../src/program-log.ts';
import type { ModelConnection } from '../../src/simulation/broker/connection.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import type { ServerOptions } from '../../src/simulation/broker/server.ts';
import type { Dice } from '../../src/simulation/dice.ts';

export interface LogLine {
  readonly level: 'warn' | 'error';
  readonly fields: { readonly code?: string };
  readonly text: string;
}

export interface RunningEngine {
  readonly engine: Engine;
  readonly connection: ModelConnection;
  readonly log: readonly LogLine[];
  /** Versions that it tried to publish, stored by it or not. */
  readonly offered: readonly ResultMessage[];
  /** As SIGKILL does it: from here on nothing leaves it and nothing reaches it. */
  kill(): void;
}

/** `through`: what is done to its connection before it starts; `revision`: of its rules, where it is not that of this build; `lost`: before it began. */
export async function engineOn(
  network: BrokerModel,
  through: (connection: ModelConnection) => void = () => {},
  revision?: string,
  lost: readonly LostFacts[] = [],
): Promise<RunningEngine> {
  const connection = network.connect();
  through(connection);
  const offered: ResultMessage[] = [];
  const publish = connection.publishResult.bind(connection);
  connection.publishResult = (message, after) => {
    offered.push(message);
    return publish(message, after);
  };
  const log: LogLine[] = [];
  const noting = (level: LogLine['level']) => (fields: object, text: string) =>
    void log.push({ level, fields, text });
  const engineLog: ProgramLog = { info: () => {}, warn: noting('warn'), error: noting('error') };
  const engine = await startEngine({
    broker: connection,
    log: engineLog,
    lost,
    ...(revision === undefined ? null : { revision }),
  });
  started.push({ engine, connection });
  return { engine, connection, log, offered, kill: () => connection.disconnect() };
}

const started: { engine: Engine; connection: ModelConnection }[] = [];

/** Ends every engine that a test has started, killed ones too. */
export async function endAll(): Promise<void> {
  for (const { engine, connection } of started.splice(0)) {
    connection.reconnect();
    await engine.close();
    await connection.close();
  }
}

export const publishedBy = (network: BrokerModel) => {
  const venue = network.connect();
  return (fact: WireFact) => venue.publishFact(factMessage('STA', fact));
};

/** Lets the engines run for a few turns, as chance has it. */
export async function someTurns(dice: Dice, most = 12): Promise<void> {
  for (let turns = dice.throw(most); turns > 0; turns -= 1) await Promise.resolve();
}

/** Until these engines have taken in every fact and stored what came of it. */
export async function settled(network: BrokerModel, ...engines: readonly RunningEngine[]): Promise<void> {
  const isBusy = ({ engine }: RunningEngine): boolean => {
    const { lastStreamSeq, pending } = engine.counts();
    return lastStreamSeq < network.facts.stored.length || pending > 0;
  };
  let quiet = 0;
  // The medal table comes one turn after the medallists.
  while (quiet < 3) {
    await new Promise((resolve) => setImmediate(resolve));
    quiet = engines.some(isBusy) ? 0 : quiet + 1;
  }
}

/** A network whose live path delays, doubles and drops as chance has it. */
export function unreliableNetwork(dice: Dice, options: ServerOptions = {}): BrokerModel {
  const network = new BrokerModel(options);
  network.live = (_message, deliver) => {
    const fate = dice.throw(4);
    if (fate === 0) return;
    if (fate === 1) setImmediate(deliver);
    else deliver();
    if (fate === 3) deliver();
  };
  return network;
}
