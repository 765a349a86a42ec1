/**
 * A venue as a process of its own, with the outbox that the product gives it. Says facts when they are due and one line for each:
 * `{"said": INDEX, "number": "EPOCH:SEQ", "at": MS}`; `{"settled": true}` when an engine has processed all of them. Ends with its standard input.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type OpenedBroker, openBroker } from '../../src/setup/open-broker.ts';
import { VenueClient } from '../../src/venue/venue-client.ts';
import type { Saying } from './meet.ts';

export interface VenueSettings {
  readonly url: string;
  readonly replicas: number;
  /** Of the outbox. */
  readonly directory: string;
  readonly source: string;
  /** JSON: a list of `Saying`. */
  readonly file: string;
  /** The first that has not been said. */
  readonly from: number;
  readonly perSecond: number;
}

const AGAIN_MS = 100;
const MS = 1_000;

const settings = JSON.parse(process.argv[2]!) as VenueSettings;
const now = (): number => Number(process.hrtime.bigint()) / 1e6;
const tell = (word: object): void => void process.stdout.write(`${JSON.stringify(word)}\n`);

process.stdin.resume().on('end', () => process.exit());

const { broker } = await opened();
const venue = await openedVenue();
const said = JSON.parse(readFileSync(settings.file, 'utf8')) as Saying[];
const began = now();
for (let index = settings.from; index < said.length; index += 1) {
  const due = began + ((index - settings.from) * MS) / settings.perSecond;
  if (due > now()) await pause(due - now());
  await say(index, said[index]!);
}
await venue.settled();
tell({ settled: true });

/** A broker that is not there yet is asked again. */
async function opened(): Promise<OpenedBroker> {
  for (;;) {
    try {
      const { url, replicas } = settings;
      return await openBroker({ url, replicas, name: 'venue' });
    } catch (error) {
      tell({ waits: String(error) });
      await pause(AGAIN_MS);
    }
  }
}

async function openedVenue(): Promise<VenueClient> {
  for (;;) {
    try {
      const { directory, source } = settings;
      const warn = (warning: string): void => tell({ warning });
      return await VenueClient.open({ broker, venue: 'FAULTS', source, directory, warn });
    } catch (error) {
      tell({ waits: String(error) });
      await pause(AGAIN_MS);
    }
  }
}

/** What the disk did not take was not said, and is said again. */
async function say(index: number, { unit, fact }: Saying): Promise<void> {
  for (;;) {
    const at = now();
    try {
      const seq = await venue.send(unit, fact);
      tell({ said: index, number: `${venue.epoch}:${seq}`, at });
      return;
    } catch (error) {
      tell({ waits: String(error) });
      await pause(AGAIN_MS);
    }
  }
}
