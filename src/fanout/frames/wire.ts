import type { StreamFormat } from './stream-format.ts';

/**
 * How the content of a message is packed: a WebSocket frame as it is, or deflated for those who negotiated it
 * (SC17), or a server-sent event (SC19).
 */
export type Packing = 'plain' | 'deflated' | 'sse';

/** What the bytes for a screen look like. Screens with the same wire share every frame: compared with `===`. */
export interface Wire {
  readonly format: StreamFormat;
  readonly packing: Packing;
}

const wires = new Map<string, Wire>();

export function wireOf(format: StreamFormat, packing: Packing): Wire {
  const key = `${format} ${packing}`;
  let wire = wires.get(key);
  if (wire === undefined) {
    wire = { format, packing };
    wires.set(key, wire);
  }
  return wire;
}
