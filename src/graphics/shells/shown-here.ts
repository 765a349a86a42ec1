/** Tells an edge which state of an output a page shows, for as long as the page lives. */
import type { OutputStage } from './output-stage.ts';

const SAY_MS = 1_000;
const ANSWERED_MS = 4_000;

/** It is said in a frame that is painted: a page that nobody can see says nothing. */
export function sayShown(address: string, stage: OutputStage): void {
  const page = Math.random().toString(36).slice(2, 12).padEnd(1, '0');
  const say = async (): Promise<void> => {
    const { changedAt, isBehind } = stage;
    const giveUp = new AbortController();
    // An edge that was cut off never answers, and keeps nobody from asking it again.
    const late = setTimeout(() => giveUp.abort(), ANSWERED_MS);
    const said = `${address}?page=${page}&changedAt=${changedAt}&isBehind=${isBehind}`;
    const asking = fetch(said, { signal: giveUp.signal }).then((answer) => answer.text());
    await asking.catch(() => {});
    clearTimeout(late);
    setTimeout(inFrame, SAY_MS);
  };
  const inFrame = (): number => requestAnimationFrame(() => void say());
  inFrame();
}
