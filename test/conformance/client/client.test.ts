import { expect, test } from 'vitest';
import { subscribe } from '../../../src/client/node.ts';
import { protobufReader } from '../../../src/client/protobuf.ts';
import type { Subscriber } from '../../../src/client/subscriber.ts';
import { CHANNEL } from '../../../src/conformance/client/script.ts';
import { examineClient } from '../../../src/conformance/client/suite.ts';
import { tableOf } from '../../../src/conformance/report.ts';

const READERS = { json: undefined, protobuf: protobufReader } as const;

test.each(['json', 'protobuf'] as const)(
  'SC1-SC17 our own subscriber does what a client has to, in %s',
  async (format) => {
    const reader = READERS[format];
    let subscriber: Subscriber | null = null;
    const shown = await examineClient({
      port: 0,
      waitMs: 20_000,
      onListening: (url) => {
        subscriber = subscribe({ url, ...(reader === undefined ? {} : { reader }) });
        subscriber.follow(CHANNEL, () => {}, { delta: true });
      },
    });
    (subscriber as Subscriber | null)?.close();
    expect(
      shown.filter(({ outcome }) => outcome !== 'passed'),
      tableOf(shown),
    ).toEqual([]);
  },
  120_000,
);
