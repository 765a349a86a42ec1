import type { JetStreamManager, StreamInfo } from '@nats-io/jetstream';
import type { BrokerStorage, StreamStorage } from '../broker.ts';

/** What the account uses; the bound of a server's own disk is not told to whom it serves. */
export async function storageOf(jsm: JetStreamManager): Promise<BrokerStorage> {
  const { storage, limits } = await jsm.getAccountInfo();
  const streams: StreamStorage[] = [];
  for await (const info of jsm.streams.list()) streams.push(streamIn(info));
  return { usedBytes: storage, mostBytes: limits.max_storage > 0 ? limits.max_storage : null, streams };
}

/** A server that is alone says nothing of copies: it has the one. */
function streamIn({ config, state, cluster }: StreamInfo): StreamStorage {
  const others = cluster?.replicas?.filter(({ current, offline }) => current && offline !== true).length ?? 0;
  const isLed = cluster == null || Boolean(cluster.leader);
  const { messages: entries, bytes } = state;
  return {
    name: config.name,
    entries,
    bytes,
    replicas: config.num_replicas,
    current: (isLed ? 1 : 0) + others,
  };
}
