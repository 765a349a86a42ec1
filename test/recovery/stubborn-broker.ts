/** A broker as an engine uses it: what could not be stored is published again until it is. */
import type { Broker, ResultMessage, Stored } from '../../src/broker/broker.ts';

type Publishing = Pick<Broker, 'publishResult' | 'keepDocument' | 'lastResults'>;

export function stubborn(broker: Broker): Publishing {
  const publishResult = async (message: ResultMessage): Promise<Stored> => {
    for (;;) {
      try {
        return await broker.publishResult(message);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  return {
    publishResult,
    keepDocument: (document) => broker.keepDocument(document),
    lastResults: () => broker.lastResults(),
  };
}
