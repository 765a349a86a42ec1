import { type Edge, type EdgeOptions, startEdge } from '../../src/edge.ts';
import type { Header } from '../../src/model/document.ts';
import type { Row } from '../../src/model/row.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { engineWord } from '../support/engine-word.ts';
import { FINAL_100M, header, Publisher, sprinters } from './published-documents.ts';

/** A whole edge on a free port, fed by a broker in this process, with one document on air. */
export interface RunningEdge {
  readonly network: BrokerModel;
  readonly edge: Edge;
  readonly publisher: Publisher;
  publish(first: Header, rows?: readonly Row[], epoch?: string): Promise<Publisher>;
  stop(): Promise<void>;
}

export async function runningEdge(
  options: Partial<EdgeOptions> = {},
  rows: readonly Row[] = sprinters(),
): Promise<RunningEdge> {
  const network = new BrokerModel();
  const engine = network.connect();
  const publish: RunningEdge['publish'] = async (first, rowsThere = sprinters(), epoch) => {
    const publisher = new Publisher(engine, first, [...rowsThere], epoch);
    await publisher.begin();
    return publisher;
  };
  const publisher = await publish(header(FINAL_100M), rows);
  const broker = network.connect();
  const edge = await startEdge({ broker, ...options });
  return {
    network,
    edge,
    publisher,
    publish,
    stop: async () => {
      await edge.close();
      await broker.close();
      await engine.close();
    },
  };
}

/** Waits until the condition holds; the test's own time limit is the bound. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise<void>((resolve) => setTimeout(resolve, 5));
}

/** An engine that says again and again that it computes everything and is not behind, and that the source is there; gives back what ends it. */
export function engineKeepsUp({ network, publisher }: RunningEdge): () => void {
  const engine = network.connect();
  const { epoch } = publisher.current;
  const events = [`${FINAL_100M.slice(0, 22)}------------`];
  let at = 0;
  const saying = setInterval(() => {
    at += 1;
    const status = { source: 'STA', state: 'OK', lastFactAt: at, events, streamSeq: at } as const;
    void engine.putSourceNews({ status });
    void engine.putSourceNews({ seen: engineWord({ at, epoch, streamSeq: at }) });
  }, 100);
  return () => clearInterval(saying);
}
