/** What a JSON data frame says of itself before its rows. */
export interface FrameHead {
  readonly version: number;
  readonly hash: string;
  /** Of a delta; null: a whole document. */
  readonly base: number | null;
}

const HEAD_BYTES = 400;
const DELTA = '{"delta"';
const DOCUMENT = '{"document"';

/** Null for control messages. Throws when a data frame does not begin as one. */
export function headOf(frame: Buffer): FrameHead | null {
  const text = frame.toString('latin1', 0, Math.min(frame.length, HEAD_BYTES));
  const isDelta = text.startsWith(DELTA);
  if (!isDelta && !text.startsWith(DOCUMENT)) return null;
  const version = /"version":(\d+)/.exec(text)?.[1];
  const hash = /"hash":"(\w+)"/.exec(text)?.[1];
  const base = /"base":(\d+)/.exec(text)?.[1];
  if (version === undefined || hash === undefined || isDelta !== (base !== undefined))
    throw new Error(`a data frame without version, hash or base: ${text}`);
  return { version: Number(version), hash, base: base === undefined ? null : Number(base) };
}
