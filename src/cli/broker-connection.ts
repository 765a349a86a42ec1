import { Option } from 'commander';
import type { Broker } from '../broker/broker.ts';
import { BrokerError } from '../broker/errors.ts';
import {
  brokerOptionsFrom,
  type OpenBrokerOptions,
  type OpenedBroker,
  openBroker,
} from '../setup/open-broker.ts';
import { Failure, usageFailure } from './failure.ts';
import { say } from './terminal.ts';

/** How a command says which broker it means. Login, TLS and replicas come from NATS_CREDS, NATS_CA, NATS_REPLICAS ... */
export const brokerOption = (): Option =>
  new Option('--url <nats-url>', 'the NATS server, as "splitsecond up" prints it').env('NATS_URL');

export interface BrokerLog {
  info(line: string): void;
  warn(line: string): void;
}

/** A connection to a broker that runs already. */
export async function connectBroker(url: string | undefined, name: string, log: BrokerLog): Promise<Broker> {
  if (url === undefined)
    throw usageFailure(
      'no broker given',
      'start one with "splitsecond up" and pass the address that it prints with --url or NATS_URL',
    );
  return (await openedBroker({ url, name, log })).broker;
}

/** The same for one piece of work, in a terminal: what the connection warns of is said there. */
export async function withBroker<T>(
  url: string | undefined,
  name: string,
  work: (broker: Broker) => Promise<T>,
): Promise<T> {
  const log = { info: () => {}, warn: (line: string) => void say(`${line}\n`) };
  const broker = await connectBroker(url, name, log);
  try {
    return await work(broker);
  } finally {
    await broker.close();
  }
}

/** A connection to the broker of `NATS_URL`, or to one that is started for this process. */
export async function openedBroker(options: OpenBrokerOptions): Promise<OpenedBroker> {
  try {
    return await openBroker({ ...brokerOptionsFrom(process.env), ...options });
  } catch (error) {
    if (error instanceof BrokerError) throw new Failure(error.message);
    if (error instanceof RangeError) throw usageFailure(error.message);
    throw error;
  }
}

/** Lines of the broker as log lines. */
export const brokerLog = (log: BrokerLog): BrokerLog => ({
  info: (line) => log.info(line),
  warn: (line) => log.warn(line),
});
