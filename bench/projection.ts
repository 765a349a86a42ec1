/**
 * Question: what does a fact cost where its unit is projected, beside the same fact where it is not?
 *
 *   a unit as it stands before its end -> each fact that comes then -> all versions that it leads to, with PROJECTION and without
 *
 * Twelve divers in the last round, a heat of eight with places by time open over three, a final of twelve jumpers, a group of four before its
 * last two matches, a series of 24 boats before its last race, a decathlon of 24 before its last heat. It would change with how many have something to do (each one more costs two
 * looks at the whole phase), and with how many matches are to come. With and without it all other documents must be the same.
 */
import type { WireFact } from '../src/ingest/wire.ts';
import { channelOf } from '../src/model/document.ts';
import type { Fact } from '../src/model/fact.ts';
import { SPORTS } from '../src/sports.ts';
import { Competition } from '../src/standings/competition.ts';
import { factOfLine } from '../src/venue/feed-file.ts';
import { SCENES, type Scene } from './projection/scenes.ts';
import { type Answer, type Benchmark, type Figure, numberOf, rounded } from './support/benchmark.ts';
import { briefOf } from './support/sentence.ts';

const ROUNDS = { smoke: 1, real: 60 } as const;
const EPOCH = 'bench';

export const projection: Benchmark = {
  name: 'projection',
  question: 'What does a fact cost with projections on, beside the same without (milliseconds)?',
  run(size, progress): Promise<Answer> {
    const figures = SCENES.map((scene) => {
      progress(`${scene.name} ...`);
      return measure(scene, ROUNDS[size]);
    });
    return Promise.resolve({ figures, bars: [] });
  },
  sentence: (figures) =>
    `ms a fact, with and without: ${figures
      .map((figure) => `${figure.scene} ${briefOf(figure, 'with p50')} and ${briefOf(figure, 'without p50')}`)
      .join(', ')}`,
  inShort: (figures) => [
    'ms of one fact with projections, p50 and p99; without:',
    ...figures.map(
      (figure) =>
        `${figure.scene}: ${numberOf(figure, 'with p50')}, ${numberOf(figure, 'with p99')}; ${numberOf(figure, 'without p50')}, ${numberOf(figure, 'without p99')}`,
    ),
  ],
};

function measure(scene: Scene, rounds: number): Figure {
  const [on, off] = [timesOf(scene, true, rounds), timesOf(scene, false, rounds)];
  if (on.others !== off.others) throw new Error(`${scene.name}: a projection changes other documents`);
  return {
    scene: scene.name,
    facts: scene.measured.length,
    'with p50': at(on.times, 0.5),
    'with p99': at(on.times, 0.99),
    'without p50': at(off.times, 0.5),
    'without p99': at(off.times, 0.99),
  };
}

const at = (times: readonly number[], share: number): number =>
  rounded(times.toSorted((one, other) => one - other)[Math.floor(times.length * share)]!, 3);

/** The first round is not counted. */
function timesOf(
  { before, measured }: Scene,
  isProjected: boolean,
  rounds: number,
): { readonly times: readonly number[]; readonly others: string } {
  const times: number[] = [];
  let others = '';
  for (let round = 0; round <= rounds; round += 1) {
    const competition = new Competition({ epoch: EPOCH, sports: SPORTS });
    for (const [index, said] of before.entries()) competition.take(factOf(said, index + 1, isProjected));
    for (const [index, said] of measured.entries()) {
      const fact = factOf(said, before.length + index + 1, isProjected);
      const begun = performance.now();
      competition.take(fact);
      if (round > 0) times.push(performance.now() - begun);
    }
    others = [...competition.documents.values()]
      .flatMap(({ current: { header, hash } }) =>
        header.type === 'PROJECTION' ? [] : [`${channelOf(header)} ${hash}`],
      )
      .sort()
      .join();
  }
  return { times, others };
}

function factOf([unit, said]: Scene['before'][number], seq: number, isProjected: boolean): Fact {
  const asked = said.projection === true ? { setup: { ...said.setup, projection: isProjected } } : said;
  const { projection: _none, ...content } = { projection: undefined, ...asked };
  const wire = { source: 'BENCH', seq, sentAt: '2026-06-01T10:00:00Z', unit, ...content } as WireFact;
  const fact = factOfLine(Buffer.from(JSON.stringify(wire)), seq);
  if (!('kind' in fact)) throw new Error(`${fact.code} ${fact.message}`);
  return fact;
}
