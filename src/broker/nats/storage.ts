import type { JetStreamManager } from '@nats-io/jetstream';
import type { BrokerStorage } from '../broker.ts';

/** What the account uses; the bound of a server's own disk is not told to whom it serves. */
export async function storageOf(jsm: JetStreamManager): Promise<BrokerStorage> {
  const { storage, limits } = await jsm.getAccountInfo();
  return { usedBytes: storage, mostBytes: limits.max_storage > 0 ? limits.max_storage : null };
}
