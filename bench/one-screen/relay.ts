/**
 * The bare relay: what the pipeline's two processes are without any work in them. `middle` stands where the engine stands: it
 * reads a stream in the way in which an engine is given its facts, and publishes to another one; `last` stands where the edge stands, and
 * writes what it hears to its screens. Both pass a version's number on, in messages as long as the pipeline's, headers included.
 */
import type { Socket } from 'node:net';
import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, createInbox, type NatsConnection } from '@nats-io/transport-node';
import { prepareFrame } from '../../src/fanout/frames/websocket-frame.ts';
import { tell } from '../fan-out/tell.ts';
import { bareListener } from '../support/bare-listener.ts';
import { headed, type Lengths, numberIn, RELAY_IN, RELAY_OUT, worded } from './relay-words.ts';

const [role, url, ...bytes] = process.argv.slice(2) as [string, string, ...string[]];
const nats = await connect({ servers: url, noAsyncTraces: true });
if (role === 'middle') await middle(nats, { headers: Number(bytes[0]), data: Number(bytes[1]) });
else await last(nats, Number(bytes[0]));
process.on('disconnect', () => process.exit());

async function middle(nats: NatsConnection, bytes: Lengths): Promise<void> {
  const jsm = await jetstreamManager(nats);
  const js = jetstream(nats);
  const inbox = createInbox();
  nats.subscribe(inbox, {
    callback: (error, { data }) => {
      const version = error === null ? numberIn(data) : null;
      if (version !== null)
        void js.publish(RELAY_OUT, worded(version, bytes.data), headed(version, bytes.headers));
    },
  });
  await jsm.consumers.add(RELAY_IN, {
    deliver_policy: DeliverPolicy.All,
    deliver_subject: inbox,
    ack_policy: AckPolicy.None,
    mem_storage: true,
  });
  tell({ ready: { port: 0 } });
}

async function last(nats: NatsConnection, frameBytes: number): Promise<void> {
  const screens: Socket[] = [];
  nats.subscribe(RELAY_OUT, {
    callback: (error, { data }) => {
      const version = error === null ? numberIn(data) : null;
      if (version !== null) for (const socket of screens) socket.write(frameOf(version, frameBytes));
    },
  });
  await nats.flush();
  const port = await bareListener((socket) => {
    screens.push(socket);
    socket.write(frameOf(1, frameBytes));
  });
  tell({ ready: { port } });
}

const frameOf = (version: number, frameBytes: number): Buffer =>
  Buffer.concat(
    prepareFrame(Buffer.from(`{"delta":{"version":${version},"x":"`.padEnd(frameBytes, '.')), false).parts,
  );
