/**
 * Question: how many bytes is one update, by the way in which it is sent?
 *
 *   facts of a competition -> every version of every document -> bytes of each form of it
 *
 * An update is one version of one document, of any type. The first version of a document is whole in every
 * form, as a screen that is there from the beginning gets it. Deflated means each frame by itself, as
 * permessage-deflate does without context takeover. Three competitions are recordings; the road race is built
 * from the gaps of a real stage (`support/road-race.ts`).
 * One match score is measured as a whole: what it takes to bring it to every document that shows it. Single updates: a unit
 * of a long schedule that changes its state, and one more who finishes among very many.
 * It would change with the rows per document, and with screens that are behind: one delta over many
 * versions replaces several. All deltas are put together again, and must give the last document.
 */
import { deflateRawSync } from 'node:zlib';
import { decodeProtobufFrame } from '../src/encode/decode-protobuf.ts';
import { encoderOf } from '../src/encode/format.ts';
import { type Channel, channelOf, type Document, type DocumentType } from '../src/model/document.ts';
import type { Fact } from '../src/model/fact.ts';
import { type Version, VersionedDocument } from '../src/versions/versioned.ts';
import { type Answer, atMost, type Benchmark, type Figure, numberOf, rounded } from './support/benchmark.ts';
import { codeOf, raceOf } from './support/mass-race.ts';
import { matchScore } from './support/match-score.ts';
import { meetOf } from './support/meet.ts';
import { factsOf, versionsOf } from './support/recorded.ts';
import { roadRace } from './support/road-race.ts';
import { briefOf } from './support/sentence.ts';

const EPOCH = 'bench';
const RIDERS = { smoke: 20, real: 170 } as const;
const ROAD_RACE = 'road race';
const MATCH_SCORE = 'one match score, together';
/** Whole JSON against a protobuf delta, on the road race. */
const TIMES_SMALLER = 20;
const STATE = { name: 'a state in the schedule', units: { smoke: 30, real: 300 }, timesSmaller: 50 } as const;
const FINISHER = { name: 'one more finisher', rows: { smoke: 500, real: 50_000 }, bytes: 400 } as const;

interface Competition {
  readonly name: string;
  facts(): Promise<readonly Fact[]>;
}

const RECORDED: readonly Competition[] = [
  { name: 'athletics evening', facts: () => factsOf('rio') },
  { name: 'swimming session', facts: () => factsOf('barcelona') },
  { name: 'gymnastics finals', facts: () => factsOf('tokyo') },
];

export const bytes: Benchmark = {
  name: 'bytes',
  question: 'How many bytes is one update, by the way in which it is sent (mean; how many times smaller)?',
  async run(size, progress): Promise<Answer> {
    const { opening, passings } = roadRace(RIDERS[size]);
    const made = { name: ROAD_RACE, facts: async () => [...opening, ...passings] };
    const competitions = size === 'smoke' ? [made] : [...RECORDED, made];
    const figures: Figure[] = [];
    for (const { name, facts } of competitions) {
      progress(`${name} ...`);
      figures.push(...measure(name, versionsOf(await facts(), EPOCH)));
    }
    const { before, score } = matchScore();
    check([...before, ...score]);
    figures.push(...together(MATCH_SCORE, score));
    progress(`${STATE.name}, ${FINISHER.name} ...`);
    figures.push(...together(STATE.name, [stateVersion(STATE.units[size])]));
    figures.push(...together(FINISHER.name, [finisherVersion(FINISHER.rows[size])]));
    const deltaOf = (what: string): Figure =>
      figures.find(({ competition, form }) => competition === what && form === DELTA)!;
    const delta = deltaOf(ROAD_RACE);
    return {
      figures,
      bars: [
        atMost(
          `protobuf delta as a share of whole JSON, ${ROAD_RACE}`,
          rounded(1 / (delta['times smaller'] as number), 4),
          1 / TIMES_SMALLER,
        ),
        atMost(
          `protobuf delta as a share of whole JSON, ${STATE.name} of ${STATE.units[size]} units`,
          rounded(1 / (deltaOf(STATE.name)['times smaller'] as number), 4),
          1 / STATE.timesSmaller,
        ),
        atMost(
          `protobuf delta of ${FINISHER.name} among ${FINISHER.rows[size]}, bytes`,
          deltaOf(FINISHER.name).bytes as number,
          FINISHER.bytes,
        ),
      ],
    };
  },
  sentence: (figures) =>
    figures
      .filter(({ form }) => form === DELTA)
      .flatMap((figure) => {
        const { competition } = figure;
        const isTold = competition === FINISHER.name || competition === ROAD_RACE;
        return isTold ? [`${competition}: ${briefOf(figure, 'bytes')} B as a protobuf delta`] : [];
      })
      .join('; '),
  inShort: (figures) => [
    `${DELTA}, mean of an update (times smaller than whole JSON):`,
    ...figures
      .filter(({ form }) => form === DELTA)
      .map(
        (figure) =>
          `${figure.competition} ${numberOf(figure, 'bytes')} B (${numberOf(figure, 'times smaller')})`,
      ),
  ],
};

const [json, protobuf, odf] = [encoderOf('json'), encoderOf('protobuf'), encoderOf('odf')];
const WHOLE = 'whole JSON';
const DELTA = 'delta protobuf';

/** One update in one form. */
type Form = (version: Version, channel: Channel) => Uint8Array;

const deltaIn =
  (encoder: typeof json): Form =>
  ({ document, delta }, channel) =>
    (delta === null ? null : encoder.deltaFrame(channel, EPOCH, delta)) ?? encoder.frame(document);

const deflated =
  (form: Form): Form =>
  (version, channel) =>
    deflateRawSync(form(version, channel));

const FORMS: Readonly<Record<string, Form>> = {
  [WHOLE]: ({ document }) => json.frame(document),
  'whole JSON, deflated': deflated(({ document }) => json.frame(document)),
  'ODF XML, deflated': deflated(({ document }) => odf.frame(document)),
  'delta JSON': deltaIn(json),
  'delta JSON, deflated': deflated(deltaIn(json)),
  [DELTA]: deltaIn(protobuf),
  'delta protobuf, deflated': deflated(deltaIn(protobuf)),
};

function measure(competition: string, versions: readonly Version[]): Figure[] {
  check(versions);
  const means = Object.entries(FORMS).map(([form, bytesOf]) => {
    const sum = versions.reduce(
      (total, version) => total + bytesOf(version, channelOf(version.document.header)).length,
      0,
    );
    return { form, mean: sum / versions.length };
  });
  const whole = means[0]!.mean;
  return means.map(({ form, mean }) => ({
    competition,
    updates: versions.length,
    form,
    bytes: Math.round(mean),
    'times smaller': rounded(whole / mean, 1),
  }));
}

/** All versions that one thing led to, in one sum. */
function together(what: string, versions: readonly Version[]): Figure[] {
  const sums = Object.entries(FORMS).map(([form, bytesOf]) => ({
    form,
    sum: versions.reduce(
      (sum, version) => sum + bytesOf(version, channelOf(version.document.header)).length,
      0,
    ),
  }));
  return sums.map(({ form, sum }) => ({
    competition: what,
    updates: versions.length,
    documents: [...new Set(versions.map(({ document }) => document.header.type))].join(' '),
    form,
    bytes: sum,
    'times smaller': rounded(sums[0]!.sum / sum, 1),
  }));
}

/** One unit in the middle of a meet is running now: what the schedule says of that. */
function stateVersion(units: number): Version {
  const meet = meetOf(units);
  const begun = meet[units >> 1]![0]!;
  const scheduled = meet.flatMap((facts) => facts.slice(0, 2));
  const running = {
    ...begun,
    seq: scheduled.length * 10,
    kind: 'schedule',
    content: { status: 'RUNNING', actualStart: '2026-06-01T18:00:00.000Z' },
  } as unknown as Fact;
  return lastStep([...scheduled, running], 'SCHEDULE');
}

/** Some of the field have finished; the next one does. */
function finisherVersion(rows: number): Version {
  const { opening, passings } = raceOf(
    rows,
    ['FIN'],
    Array.from({ length: Math.min(rows >> 1, FINISHED_MOST) }, (_none, runner) => ({
      code: codeOf(runner),
      point: 'FIN',
      second: 7_500 + runner,
    })),
  );
  return lastStep([...opening, ...passings], 'RESULT');
}

const FINISHED_MOST = 2_000;

/** The last version of one document. */
function lastStep(facts: readonly Fact[], type: DocumentType): Version {
  const versions = versionsOf(facts, EPOCH).filter(({ document }) => document.header.type === type);
  const [before, last] = versions.slice(-2) as [Version, Version];
  check([{ document: before.document, delta: null }, last]);
  return last;
}

/** What was counted must be enough: a screen that gets only these bytes ends with the last documents. */
function check(versions: readonly Version[]): void {
  const copies = new Map<Channel, VersionedDocument>();
  const last = new Map<Channel, Document>();
  for (const version of versions) {
    const channel = channelOf(version.document.header);
    last.set(channel, version.document);
    const decoded = decodeProtobufFrame(FORMS[DELTA]!(version, channel));
    if ('document' in decoded) copies.set(channel, new VersionedDocument(decoded.document));
    else if (copies.get(channel)?.apply(decoded.delta) !== true)
      throw new Error(`${channel}: version ${version.document.version} does not follow from its delta`);
  }
  for (const [channel, { hash }] of last)
    if (copies.get(channel)?.current.hash !== hash) throw new Error(`${channel}: the deltas end elsewhere`);
}
