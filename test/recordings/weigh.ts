/**
 * Prints what one time through the recordings weighs when they go round, as `npm start` plays them: facts with the withdrawal of the
 * time before, and versions as an engine stores them. The figures in `src/cli` are from here:
 *
 *   node dist/test/recordings/weigh.js
 */
import { projected, recordingFiles } from '../../src/cli/demo.ts';
import { publisherTo, readRecording } from '../../src/cli/recording-publisher.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { replay } from '../../src/venue/replay.ts';
import { endAll, engineOn, settled } from '../engine/engines-on-a-network.ts';

interface Weight {
  readonly count: number;
  readonly bytes: number;
}

const clock = { now: () => 0, wait: async () => {} };

const weightOf = (stored: readonly { readonly data: Uint8Array }[]): Weight => ({
  count: stored.length,
  bytes: stored.reduce((sum, { data }) => sum + data.length, 0),
});

/** The second time, since the first has nothing to withdraw. */
async function secondRound(venue: string, path: string): Promise<{ facts: Weight; versions: Weight }> {
  const network = new BrokerModel();
  const engine = await engineOn(network);
  const publish = publisherTo(network.connect(), venue, clock);
  const recording = (await readRecording(path)).map(projected);
  const stop = new AbortController();
  let rounds = 0;
  let first = { facts: 0, versions: 0 };
  await replay(recording, {
    pace: { speed: Number.POSITIVE_INFINITY, maxGapMs: 0 },
    clock: {
      ...clock,
      wait: async () => {
        rounds += 1;
        if (rounds === 2) stop.abort();
        else first = { facts: network.facts.stored.length, versions: network.results.stored.length };
      },
    },
    // One fact after the other, so that each version is a message of its own, as at the pace of a venue.
    publish: async (fact) => {
      await publish(fact);
      await settled(network, engine);
    },
    run: 'weigh',
    loop: true,
    signal: stop.signal,
  });
  const facts = weightOf(network.facts.stored.slice(first.facts));
  const versions = weightOf(network.results.stored.slice(first.versions));
  await endAll();
  return { facts, versions };
}

const line = (name: string, facts: Weight, versions: Weight): string =>
  `${name}: ${facts.count} facts (${megabytes(facts)} MB), ${versions.count} versions (${megabytes(versions)} MB)\n`;

const megabytes = ({ bytes }: Weight): string => (bytes / 1_000_000).toFixed(2);

const sum = (weights: readonly Weight[]): Weight => ({
  count: weights.reduce((total, { count }) => total + count, 0),
  bytes: weights.reduce((total, { bytes }) => total + bytes, 0),
});

const all = [];
for (const { venue, path } of recordingFiles()) {
  const round = await secondRound(venue, path);
  process.stdout.write(line(venue, round.facts, round.versions));
  all.push(round);
}
process.stdout.write(
  line('all', sum(all.map(({ facts }) => facts)), sum(all.map(({ versions }) => versions))),
);
