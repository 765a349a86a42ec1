import { storedFrame } from '../encode/protobuf.ts';
import { resultOf } from '../encode/result-codec.ts';
import type { Document } from '../model/document.ts';

/** A document as it is stored: at once, or a long list in steps, between which `wait` lets facts be taken in. */
export function wholeDocument(
  document: Document,
  wait: (ms: number) => Promise<void>,
): Uint8Array | Promise<Uint8Array> {
  const frame = storedFrame(document);
  const pieces: Uint8Array[] = [];
  for (let next = frame.next(); next.done !== true; next = frame.next()) {
    if (next.value.length === 0) return inSteps(frame, pieces, wait);
    pieces.push(next.value);
  }
  return resultOf(pieces);
}

async function inSteps(
  frame: Iterator<Uint8Array>,
  pieces: Uint8Array[],
  wait: (ms: number) => Promise<void>,
): Promise<Uint8Array> {
  await wait(0);
  for (let next = frame.next(); next.done !== true; next = frame.next()) {
    if (next.value.length === 0) await wait(0);
    else pieces.push(next.value);
  }
  return resultOf(pieces);
}
