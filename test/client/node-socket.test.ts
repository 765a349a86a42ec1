import type { IncomingMessage } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { nodeSockets } from '../../src/client/node-socket.ts';
import { protobufReader } from '../../src/client/protobuf.ts';
import { type FrameReader, jsonReader, Subscriber } from '../../src/client/subscriber.ts';
import { decodeFrame } from '../../src/encode/decode.ts';
import type { Document } from '../../src/model/document.ts';
import { FINAL_100M, sprinters } from '../fanout/published-documents.ts';
import { type RunningEdge, runningEdge, until } from '../fanout/running-edge.ts';

const odfReader: FrameReader = {
  subprotocol: 'splitsecond.odf',
  read: (data) => decodeFrame('odf', data),
};

let running: RunningEdge | null = null;
let subscriber: Subscriber | null = null;

afterEach(async () => {
  subscriber?.close();
  await running?.stop();
});

/** Follows through a whole document of 150 rows and five more versions; how many bytes came. */
async function follow(reader: FrameReader, deflate: boolean) {
  running = await runningEdge({}, sprinters(150));
  const answers: IncomingMessage[] = [];
  const open = nodeSockets({ deflate });
  const documents: Document[] = [];
  subscriber = new Subscriber({
    url: running.edge.streamUrl,
    reader,
    openSocket: (url, subprotocol) => {
      const socket = open(url, subprotocol);
      (socket as unknown as WebSocket).on('upgrade', (response) => answers.push(response));
      return socket;
    },
  });
  subscriber.follow(`${FINAL_100M}/RESULT`, (document) => documents.push(document), {
    delta: reader !== odfReader,
  });
  for (let version = 1; version <= 6; version += 1) {
    if (version > 1) await running.publisher.touch();
    await until(() => documents.at(-1)?.version === version);
  }
  expect(documents.map(({ hash }) => hash)).toEqual(running.publisher.history.map(({ hash }) => hash));
  expect(subscriber.mismatches).toBe(0);
  const extension = answers[0]?.headers['sec-websocket-extensions'];
  const { bytes } = running.edge.hub.counts;
  subscriber.close();
  await running.stop();
  return { extension, bytes };
}

test.each([
  ['json', jsonReader],
  ['protobuf', protobufReader],
  ['odf', odfReader],
])(
  'SC17 %s: messages come deflated without context takeover, or plain when that is asked',
  async (_name, reader) => {
    const deflated = await follow(reader, true);
    const plain = await follow(reader, false);
    expect(deflated.extension).toContain('permessage-deflate');
    expect(deflated.extension).toContain('server_no_context_takeover');
    expect(deflated.extension).toContain('client_no_context_takeover');
    expect(plain.extension).toBeUndefined();
    expect(deflated.bytes).toBeLessThan(plain.bytes / 2);
  },
);
