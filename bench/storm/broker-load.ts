import { setTimeout as pause } from 'node:timers/promises';

/** What edges have asked of the broker so far, and what it has sent them. */
export interface BrokerLoad {
  readonly askedMessages: number;
  readonly askedBytes: number;
  readonly sentMessages: number;
  readonly sentBytes: number;
}

interface Connections {
  readonly connections: readonly {
    readonly cid: number;
    readonly name?: string;
    readonly in_msgs: number;
    readonly in_bytes: number;
    readonly out_msgs: number;
    readonly out_bytes: number;
  }[];
}

const LOOKS = 50;
const LOOK_MS = 20;

/** From nats-server's monitoring port: all connections that edges have or had, those of killed ones included. */
export async function brokerLoad(monitorUrl: string): Promise<BrokerLoad> {
  const { connections } = (await json(`${monitorUrl}/connz?state=all&limit=10000`)) as Connections;
  const ofEdges = connections.filter(({ name = '' }) => name.includes('edge'));
  const sum = (field: 'in_msgs' | 'in_bytes' | 'out_msgs' | 'out_bytes'): number =>
    ofEdges.reduce((total, connection) => total + connection[field], 0);
  return {
    askedMessages: sum('in_msgs'),
    askedBytes: sum('in_bytes'),
    sentMessages: sum('out_msgs'),
    sentBytes: sum('out_bytes'),
  };
}

export const loadSince = (before: BrokerLoad, now: BrokerLoad): BrokerLoad => ({
  askedMessages: now.askedMessages - before.askedMessages,
  askedBytes: now.askedBytes - before.askedBytes,
  sentMessages: now.sentMessages - before.sentMessages,
  sentBytes: now.sentBytes - before.sentBytes,
});

/** The monitoring port opens a moment after the server says that it is ready. */
async function json(url: string): Promise<unknown> {
  for (let look = 1; ; look += 1) {
    try {
      return await (await fetch(url)).json();
    } catch (error) {
      if (look === LOOKS) throw error;
      await pause(LOOK_MS);
    }
  }
}
