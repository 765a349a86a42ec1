import type { JetStreamClient, JetStreamPublishOptions } from '@nats-io/jetstream';
import type { MsgHdrs } from '@nats-io/transport-node';
import type { Stored } from '../broker.ts';
import { BrokerError } from '../errors.ts';
import type { Asking } from './asking.ts';
import { TIMEOUT_MS } from './opening.ts';

/** Headers count against `max_payload`; ours, with the causes of 64 versions, are smaller than this. */
const HEADER_ROOM_BYTES = 16_384;

/** One entry of a stream. */
export interface Entry {
  readonly subject: string;
  readonly data: Uint8Array;
  /** A second copy under the same one is not stored. */
  readonly id: string;
  readonly fields: MsgHdrs;
  /** Only while this is the last entry under its subject (0: there is none). */
  readonly after?: number | undefined;
}

/** Puts entries into streams, again after an interruption. */
export class Publishing {
  readonly maxDataBytes: number;
  readonly #js: JetStreamClient;
  readonly #asking: Asking;

  constructor(js: JetStreamClient, asking: Asking, maxPayload: number) {
    this.#js = js;
    this.#asking = asking;
    this.maxDataBytes = maxPayload - HEADER_ROOM_BYTES;
  }

  async publish({ subject, data, id, fields, after }: Entry): Promise<Stored> {
    this.checkSize(data);
    const options: Partial<JetStreamPublishOptions> = {
      msgID: id,
      headers: fields,
      timeout: TIMEOUT_MS,
      ...(after === undefined ? null : { expect: { lastSubjectSequence: after } }),
    };
    const { seq, duplicate } = await this.#asking.repeatedly(`publish to ${subject}`, () =>
      this.#js.publish(subject, data, options),
    );
    return { streamSeq: seq, duplicate };
  }

  checkSize(data: Uint8Array): void {
    if (data.length <= this.maxDataBytes) return;
    throw new BrokerError(
      'PAYLOAD_TOO_LARGE',
      `${data.length} bytes are more than the ${this.maxDataBytes} that the broker takes: raise max_payload of the NATS server`,
    );
  }
}
