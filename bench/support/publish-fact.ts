import type { Broker } from '../../src/broker/broker.ts';
import { factToWire } from '../../src/ingest/from-wire.ts';
import type { Fact } from '../../src/model/fact.ts';

/** As a venue does it. */
export async function publishFact(broker: Broker, fact: Fact): Promise<void> {
  await broker.publishFact({
    venue: 'BENCH',
    unit: fact.unit,
    messageId: `${fact.source}:${fact.epoch}:${fact.seq}`,
    contentType: 'application/json',
    data: Buffer.from(JSON.stringify(factToWire(fact))),
  });
}
