import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frameBytes, OPCODE, textFrame } from '../../src/conformance/wire/frame-bytes.ts';
import { pause } from '../../src/conformance/wire/news.ts';
import { RawSocket } from '../../src/conformance/wire/raw-socket.ts';
import { type RunningEdge, runningEdge } from '../fanout/running-edge.ts';
import { FRAME_CASES, type FrameCase } from './frame-cases.ts';
import { WellBehaved } from './well-behaved.ts';

const PATIENCE_MS = 15_000;
let running: RunningEdge;
let screen: WellBehaved;

beforeAll(async () => {
  running = await runningEdge();
  screen = await WellBehaved.join(running);
});

afterAll(async () => {
  screen.close();
  await running.stop();
});

const textsOf = (raw: RawSocket): string[] =>
  raw.frames.filter(({ opcode }) => opcode === OPCODE.TEXT).map(({ content }) => content.toString());

async function openFor({ deflate }: FrameCase): Promise<RawSocket> {
  const extensions = 'permessage-deflate; client_no_context_takeover; server_no_context_takeover';
  const raw = await RawSocket.open(running.edge.streamUrl, deflate ? { extensions } : {});
  await raw.news.holds(() => textsOf(raw).length > 0, PATIENCE_MS);
  return raw;
}

async function write(raw: RawSocket, { bytes, dripped }: FrameCase): Promise<void> {
  if (!dripped) {
    raw.write(bytes);
    return;
  }
  for (let at = 0; at < bytes.length && !raw.hasEnded; at += 1) {
    await raw.wrote(bytes.subarray(at, at + 1));
    // Gives the other side its turn, so that bytes do not arrive together.
    if (at % 16 === 0) await pause(0);
  }
}

const isHeard = (raw: RawSocket): boolean => textsOf(raw).some((text) => text.includes('"id":"aé€😀"'));
const isAnswered = (raw: RawSocket, content: string): boolean =>
  raw.frames.some((frame) => frame.opcode === OPCODE.PONG && frame.content.toString() === content);

describe('frames of RFC 6455 and RFC 7692, right and wrong', () => {
  test.each(FRAME_CASES.map((each) => [each.clause, each.name, each.outcome, each] as const))(
    '%s %s: %s',
    async (_clause, _name, outcome, given) => {
      const raw = await openFor(given);
      await write(raw, given);
      if (typeof outcome === 'number') {
        await raw.news.holds(() => raw.closed !== null || raw.hasEnded, PATIENCE_MS);
        expect(raw.closed?.code).toBe(outcome);
        if (outcome === 1000) expect(isHeard(raw)).toBe(false);
        raw.write(frameBytes({ opcode: OPCODE.CLOSE }));
        // The server ends the connection first (7.1.1).
        expect(await raw.news.holds(() => raw.hasEnded, PATIENCE_MS)).toBe(true);
        // Nothing may follow a close frame (5.5.1).
        expect(raw.frames.at(-1)?.opcode).toBe(OPCODE.CLOSE);
      } else if (outcome === 'heard') {
        expect(await raw.news.holds(() => isHeard(raw), PATIENCE_MS)).toBe(true);
        expect(raw.closed).toBeNull();
      } else {
        const content = outcome.slice('pong '.length);
        expect(await raw.news.holds(() => isAnswered(raw, content), PATIENCE_MS)).toBe(true);
        expect(raw.closed).toBeNull();
      }
      raw.destroy();
      await screen.getsEveryUpdate();
    },
  );

  test('every frame of the server is unmasked and none has a bit that was not negotiated (5.1, 5.2)', async () => {
    const raw = await RawSocket.open(running.edge.streamUrl);
    raw.write(textFrame('{"subscribe":{"id":1,"channel":"*"}}'));
    await raw.news.holds(() => textsOf(raw).some((text) => text.startsWith('{"document"')), PATIENCE_MS);
    expect(raw.frames.length).toBeGreaterThanOrEqual(3);
    expect(raw.frames.filter(({ masked, rsv }) => masked || rsv !== 0)).toEqual([]);
    raw.destroy();
  });
});
