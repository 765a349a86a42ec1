import type { Broker } from '../../src/broker/broker.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import { factToWire } from '../../src/ingest/from-wire.ts';
import type { Fact } from '../../src/model/fact.ts';

/** As a venue does it. */
export async function publishFact(broker: Broker, fact: Fact): Promise<void> {
  await broker.publishFact(factMessage('BENCH', factToWire(fact)));
}
