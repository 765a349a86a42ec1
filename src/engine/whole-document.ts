import { wholeResult } from '../encode/result-codec.ts';
import type { Document } from '../model/document.ts';

/** A document as it is stored: at once, or a long list in steps, between which `wait` lets facts be taken in. */
export function wholeDocument(
  document: Document,
  wait: (ms: number) => Promise<void>,
): Uint8Array | Promise<Uint8Array> {
  const steps = wholeResult(document);
  const first = steps.next();
  return first.done === true ? first.value : inSteps(steps, wait);
}

async function inSteps(
  steps: Iterator<void, Uint8Array>,
  wait: (ms: number) => Promise<void>,
): Promise<Uint8Array> {
  for (;;) {
    await wait(0);
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}
