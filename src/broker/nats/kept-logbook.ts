/** The stream LOGBOOK: a subject a key, so that a line can be stored only behind the one that its writer knew. */
import type { JetStreamManager, StoredMsg } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import type { Logbook, LogLine, Stored, StoredLogLine, Subscription } from '../broker.ts';
import type { Asking } from './asking.ts';
import { instantOf } from './delivery.ts';
import { all } from './ordered-consumer.ts';
import type { Publishing } from './publishing.ts';
import type { Readings } from './readings.ts';
import { LOGBOOK } from './streams.ts';
import { LOGBOOK_SUBJECTS, logKeyOf, logSubject } from './subjects.ts';

export class KeptLogbook implements Logbook {
  readonly #jsm: JetStreamManager;
  readonly #publishing: Publishing;
  readonly #readings: Readings;
  readonly #asking: Asking;

  constructor(jsm: JetStreamManager, publishing: Publishing, readings: Readings, asking: Asking) {
    this.#jsm = jsm;
    this.#publishing = publishing;
    this.#readings = readings;
    this.#asking = asking;
  }

  write({ key, id, data }: LogLine, after?: number): Promise<Stored> {
    return this.#publishing.publish({ subject: logSubject(key), data, id, fields: headers(), after });
  }

  async last(key: string): Promise<StoredLogLine | null> {
    const entry: StoredMsg | null = await this.#asking.repeatedly('look into the logbook', () =>
      this.#jsm.streams.getMessage(LOGBOOK, { last_by_subj: logSubject(key) }),
    );
    if (entry === null) return null;
    return { key, data: entry.data, streamSeq: entry.seq, storedAt: instantOf(entry.timestamp) };
  }

  follow(handler: (line: StoredLogLine) => void): Promise<Subscription> {
    const reading = { ...all(LOGBOOK, LOGBOOK_SUBJECTS), from: 1 };
    return this.#readings.follow(reading, ({ subject, data }, { streamSeq, storedAt }) =>
      handler({ key: logKeyOf(subject), data, streamSeq, storedAt }),
    );
  }
}
