/** The bucket ON_AIR: a key for each output. */
import type { KV } from '@nats-io/kv';
import type { OnAirStore, Subscription } from '../broker.ts';
import type { Asking } from './asking.ts';
import { all } from './ordered-consumer.ts';
import type { Readings } from './readings.ts';
import { nameOf, tokenOf } from './subjects.ts';
import { WrittenOver } from './written-over.ts';

const KEYS = '$KV.ON_AIR.';

export class KeptOnAir implements OnAirStore {
  readonly #entries: WrittenOver;
  readonly #readings: Readings;

  constructor(bucket: KV, asking: Asking, readings: Readings) {
    this.#entries = new WrittenOver(bucket, asking);
    this.#readings = readings;
  }

  read: OnAirStore['read'] = (output) => this.#entries.read(tokenOf(output));

  write: OnAirStore['write'] = (output, data, after) => this.#entries.write(tokenOf(output), data, after);

  follow(handler: (output: string, data: Uint8Array) => void): Promise<Subscription> {
    const reading = { ...all('KV_ON_AIR', `${KEYS}>`), from: 'newest' as const };
    return this.#readings.follow(reading, ({ subject, data }) =>
      handler(nameOf(subject.slice(KEYS.length)), data),
    );
  }
}
