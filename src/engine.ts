/**
 * One engine process, wired top to bottom: facts from the broker -> decode -> fold and rank ->
 * documents -> broker. Any number run side by side without knowing of each other (D3).
 */
import { randomUUID } from 'node:crypto';
import type { ArchiveDisk } from './archive/archive-disk.ts';
import { archivedFacts } from './archive/archived-facts.ts';
import type {
  Broker,
  BrokerStorage,
  EngineWord,
  RejectionMessage,
  StoredVenueMessage,
} from './broker/broker.ts';
import { BrokerClock } from './broker/broker-clock.ts';
import type { LostFacts } from './broker/loss.ts';
import type { FactIdentity } from './broker/standing-fact.ts';
import { PACKING } from './checkpoints/packed.ts';
import { CatchingUp } from './engine/catching-up.ts';
import type { Checkpoint, CheckpointKeeper } from './engine/checkpoint.ts';
import { CheckpointDesk } from './engine/checkpoint-desk.ts';
import { type EngineCounts, type EngineHealth, missingOf } from './engine/engine-health.ts';
import { enginePart } from './engine/engine-part.ts';
import { type FactCore, FactDesk } from './engine/fact-desk.ts';
import { History } from './engine/history.ts';
import { LagWatch } from './engine/lag-watch.ts';
import { LossDesk } from './engine/loss-desk.ts';
import { MedalDesk } from './engine/medal-desk.ts';
import { ProcessedPositions } from './engine/processed-positions.ts';
import { RejectionDesk } from './engine/rejection-desk.ts';
import { ResultOutlet } from './engine/result-outlet.ts';
import { SourceNewsDesk } from './engine/source-news.ts';
import { SourceStatuses } from './engine/source-statuses.ts';
import { type LinkNotice, linkFact, SourceWatch } from './engine/source-watch.ts';
import { PARTS_TOPIC } from './incidents/part-words.ts';
import { bytesOf } from './incidents/said.ts';
import { decodeFact } from './ingest/decode.ts';
import { factMessage, messageIdOf } from './ingest/encode.ts';
import { Intake } from './ingest/intake.ts';
import { SYSTEM_VENUE } from './ingest/system-source.ts';
import type { WireFact } from './ingest/wire.ts';
import { epochOf, generationOfEpoch, isNewerEpoch } from './model/epoch.ts';
import { secondsOf } from './model/missing.ts';
import type { ProgramLog } from './program-log.ts';
import type { Sport } from './rules/contract.ts';
import { ownRevision } from './setup/revision.ts';
import { SPORTS } from './sports.ts';
import { Competition } from './standings/competition.ts';
import type { IsKnown } from './standings/discipline-tree.ts';
import { putAwayWhenOver } from './standings/putting-away.ts';
import { systemTiming, type Timing } from './timing.ts';

export interface EngineOptions {
  readonly broker: Broker;
  readonly log: ProgramLog;
  /** Only these disciplines (three letters each); none given: all. */
  readonly disciplines?: readonly string[];
  /** Which there are to choose from; by default those of this build. */
  readonly sports?: readonly Sport[];
  /** Of rules and documents; by default that of the modules that run. */
  readonly revision?: string;
  /** What this program computes counts from now on, although a newer revision has been here: the way back from an upgrade. */
  readonly supersede?: boolean;
  /** Of the same program, before it began anew with another store. */
  readonly epochBefore?: string;
  /** What the broker has lost before this engine's eyes, while it ran as another one: said in the stream for as long as it is not there. */
  readonly lost?: readonly LostFacts[];
  /** Where this engine goes on from, and puts itself down once in a while; none given: it reads everything. */
  readonly checkpoints?: { readonly keeper: CheckpointKeeper; readonly everyMs: number };
  /** The folder of an archive, for facts that were cut from VENUE. */
  readonly archive?: string;
  /** Where that folder is. By default on this machine. */
  readonly disk?: ArchiveDisk;
  readonly timing?: Timing;
  /** By default its own. */
  readonly core?: FactCore;
  /** Where its health is told: the control room shows it. */
  readonly healthUrl?: string;
}

export interface Engine {
  readonly epoch: string;
  /** Resolves when everything that was in the stream at the start has been taken in, and what it led to is stored. */
  readonly current: Promise<void>;
  counts(): EngineCounts;
  health(): EngineHealth;
  close(): Promise<void>;
}

const FLUSH_MS = 100;
const WATCH_MS = 1_000;
/** A channel that is quiet for one to two of these is kept as it is. */
const KEEP_MS = 5_000;
const NO_CHECKPOINTS: CheckpointKeeper = {
  async *found() {},
  turn: async () => null,
  write: async () => {},
};
const ASK_MS = 10_000;
/** A broker that is gone must not hold up the end. */
const CLOSE_MS = 2_000;

export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { broker, log, sports = SPORTS, revision = ownRevision(), supersede = false } = options;
  const { timing = systemTiming, core = coreOf(sports) } = options;
  const pause = (ms: number): Promise<void> => new Promise((resolve) => timing.after(ms, resolve));
  const { disciplines = null, epochBefore } = options;
  const numbering = epochBefore === undefined ? { anew: supersede } : { had: generationOfEpoch(epochBefore) };
  const generation = await broker.generationOf(revision, numbering);
  const epoch = epochOf(broker.historyBegan, generation, revision);
  const intake = new Intake(core.decode);
  const outlet = new ResultOutlet({ broker, epoch, log, wait: pause });
  const positions = new ProcessedPositions({ broker, log, disciplines, settled: () => outlet.settled() });
  const watch = new SourceWatch();
  const statuses = new SourceStatuses();
  const news = new SourceNewsDesk({ broker, log, statuses });
  const rejected = new RejectionDesk({ broker, log, wait: pause });
  const clock = new BrokerClock(() => timing.now());
  const name = randomUUID();
  const lag = new LagWatch({ broker, settled: () => outlet.settled(), wait: pause });
  const medals = new MedalDesk({ epoch, outlet, log });

  // The order matters: know what is published before the first fact is taken in.
  await outlet.learn();
  outlet.holdBack(generation === 1 && epochBefore === undefined);
  const replayUntil = await broker.lastFactSeq();
  const checkpoints = new CheckpointDesk(options.checkpoints?.keeper ?? NO_CHECKPOINTS, log);
  const present = { broker, outlet, epoch, lastFactSeq: replayUntil };
  const from = await checkpoints.goOn(present, timing.elapsed(), (checkpoint) => {
    const competition = core.competition(epoch);
    competition.takeUp!(checkpoint.competition);
    return { checkpoint, competition };
  });
  const competition = from?.competition ?? core.competition(epoch);
  const desk = new FactDesk({
    intake,
    disciplines,
    competition,
    onStop: (unit, error) =>
      log.error({ code: 'UNIT_STOPPED', unit, error: stackOf(error) }, 'a unit was stopped'),
  });
  // About a fact that is not there yet nobody of us has said anything.
  const rejectedUntil = Math.min(await broker.lastRejectionSeq(), replayUntil);
  let lastStreamSeq = 0;
  let lastFact: FactIdentity = { messageId: '', storedAt: 0 };
  if (from !== null) {
    const { checkpoint } = from;
    intake.takeUp(checkpoint.intake);
    for (const [source, numbering] of intake.newest())
      positions.note(source, numbering, intake.came(source, numbering));
    statuses.takeUp(checkpoint.statuses);
    watch.takeUp(checkpoint.watched, timing.elapsed());
    outlet.takeUp(checkpoint.competition.documents, checkpoint.changedSinceWhole);
    lastStreamSeq = checkpoint.streamSeq;
    lastFact = checkpoint.lastFact;
  }
  let isClosing = false;
  const catchingUp = new CatchingUp({
    broker,
    wait: pause,
    elapsed: () => timing.elapsed(),
    isClosed: () => isClosing,
  });
  catchingUp.took(lastStreamSeq);

  const take = (message: StoredVenueMessage): void => {
    const { origin, said, gap, versions, rejections } = desk.take(message);
    const cause = said === null ? '' : messageIdOf(said);
    for (const version of versions) outlet.offer(version, cause);
    for (const rejection of rejections)
      if (message.streamSeq > rejectedUntil) publishRejection(rejection, cause);
    if (origin !== null)
      positions.note(origin.source, origin.epoch, intake.came(origin.source, origin.epoch));
    if (said !== null) {
      statuses.heard(said, message);
      const notices = watch.heard(said, message.streamSeq, gap, timing.elapsed());
      if (message.streamSeq > replayUntil) notices.forEach(publishLink);
    }
    lastStreamSeq = message.streamSeq;
    lastFact = { messageId: message.messageId, storedAt: message.storedAt };
    catchingUp.took(lastStreamSeq);
  };

  const publishRejection = (rejection: RejectionMessage, fact: string): void => {
    log.warn(
      { code: rejection.code, fact, unit: rejection.unit, seq: rejection.venueStreamSeq },
      rejection.message,
    );
    rejected.take(rejection);
  };

  const publishOwn = (fact: WireFact): Promise<unknown> =>
    broker.publishFact(factMessage(SYSTEM_VENUE, fact));
  const publishLink = (notice: LinkNotice): void => {
    log.warn({ source: notice.link.source, state: notice.link.state }, 'state of a source changed');
    publishOwn(linkFact(notice)).catch((error) =>
      log.error({ error: String(error) }, 'the state of a source could not be published'),
    );
  };
  const losses = new LossDesk({ name, log, publish: publishOwn, wait: pause });

  const medallists = await medals.open(broker);
  let isCurrent = false;
  const comeCurrent = async (): Promise<void> => {
    await catchingUp.done(replayUntil);
    outlet.goOut();
    await medals.complete();
    await outlet.settled();
    isCurrent = true;
  };
  const current = comeCurrent();
  /** What was there at the start counts as read when what it led to is stored: until then nobody is shown it. */
  const readUntil = (): number =>
    isCurrent ? lastStreamSeq : Math.min(lastStreamSeq, Math.max(0, replayUntil - 1));
  void current.then(() =>
    losses.say(options.lost ?? [], ({ source, epoch: of, to }) => intake.hasComeTo(source, of, to)),
  );
  const archived = archivedFacts(broker, options.archive ?? null, options.disk);
  const reading = { broker, archived, log, wait: pause, elapsed: () => timing.elapsed() };
  const history = await History.follow(reading, lastStreamSeq + 1, take);
  const ownWord = async (): Promise<EngineWord> => {
    const streamSeq = readUntil();
    const { ms, facts: count } = await lag.look(lastStreamSeq, timing.elapsed());
    const about = { engine: name, epoch, disciplines, historySeq: replayUntil };
    const at = timing.now();
    return { ...about, streamSeq, at, behindMs: ms, behindFacts: count, resultsSeq: outlet.counts.newestSeq };
  };
  /** Of an engine that was heard, or a revision that was here. */
  let newestEpoch = epoch;
  const noteEpoch = (other: string): void => {
    if (isNewerEpoch(other, newestEpoch)) newestEpoch = other;
  };
  const words = await broker.watchSourceNews((each, storedAt) => {
    if (!('seen' in each)) return;
    if (each.seen.engine === name) clock.came(storedAt);
    else noteEpoch(each.seen.epoch);
  });
  const sayPart = (isLeaving: boolean): void => {
    const about = { name, url: options.healthUrl ?? '', epoch, disciplines, isLeaving };
    broker.calls.call(PARTS_TOPIC, bytesOf(enginePart(about, health())));
  };
  const tell = (): void => {
    void news.tell(ownWord, lastStreamSeq >= replayUntil);
    sayPart(false);
  };
  /** Not while anything is missing that a new engine would not find again. */
  const putDown = (isKnown: IsKnown): Checkpoint | null =>
    competition.stopped.length > 0 || rejected.waiting > 0
      ? null
      : {
          epoch,
          streamSeq: lastStreamSeq,
          lastFact,
          competition: competition.soFar!(isKnown),
          intake: structuredClone(intake.soFar),
          statuses: structuredClone(statuses.soFar),
          watched: structuredClone(watch.soFar),
          changedSinceWhole: outlet.changedSinceWhole,
        };
  const writeCheckpoint = (): void => {
    if (lastStreamSeq < replayUntil) return;
    const now = { streamSeq: lastStreamSeq, nowMs: timing.elapsed() };
    void checkpoints.write(now, putDown, () => outlet.settled());
  };
  let storage: BrokerStorage | null = null;
  const askBroker = (): void => {
    void broker.storage().then(
      (told) => (storage = told),
      () => (storage = null),
    );
    // One that has been here since, and may have stored where this engine has nothing to say.
    void broker.newestRevision().then(
      (newest) =>
        newest !== null && noteEpoch(epochOf(broker.historyBegan, newest.generation, newest.revision)),
      () => {},
    );
  };
  const stopTimers = [
    timing.every(FLUSH_MS, () => void positions.flush()),
    timing.every(WATCH_MS, () => {
      // What it replays is long over.
      if (lastStreamSeq >= replayUntil) watch.check(timing.elapsed()).forEach(publishLink);
      tell();
    }),
    timing.every(KEEP_MS, () => void outlet.keepQuiet()),
    timing.every(ASK_MS, askBroker),
    ...(options.checkpoints === undefined
      ? []
      : [timing.every(options.checkpoints.everyMs, writeCheckpoint)]),
  ];
  const counts = (): EngineCounts => ({
    ...intake.counts(),
    published: outlet.counts.published,
    pending: outlet.counts.pending,
    disagreements: outlet.counts.disagreements,
    lastStreamSeq,
    stoppedUnits: desk.stoppedUnits,
    rejectionsWaiting: rejected.waiting,
    rejectionsLost: rejected.lost,
    checkpointsRefused: checkpoints.refused,
    memory: competition.memory ?? null,
    factsMissing: intake.missing,
  });
  const health = (): EngineHealth => {
    const behind = lag.behind(timing.elapsed());
    const state = { isConnected: broker.connected, isBrokerFull: news.isBrokerFull };
    const read = { streamSeq: readUntil(), historySeq: replayUntil };
    return {
      ...counts(),
      ...state,
      behind: secondsOf(behind?.ms ?? null),
      behindFacts: behind?.facts ?? null,
      clockAhead: secondsOf(clock.aheadMs),
      checkpointAge: secondsOf(checkpoints.ageMs(timing.elapsed())),
      brokerBytes: storage?.usedBytes ?? null,
      brokerBytesMost: storage?.mostBytes ?? null,
      missing: missingOf({
        ...state,
        ...read,
        isClosing,
        lag: behind,
        archiveNeeded: history.needed,
        newerEpoch: newestEpoch === epoch ? outlet.newerEpoch : newestEpoch,
      }),
    };
  };
  tell();
  askBroker();
  log.info({ epoch, replayUntil, disciplines: disciplines ?? 'all' }, 'engine started');

  return {
    epoch,
    current,
    counts,
    health,
    async close() {
      isClosing = true;
      sayPart(true);
      for (const stopTimer of stopTimers) stopTimer();
      await Promise.all([history.stop(), medallists.stop(), words.stop()]);
      await Promise.race([outlet.settled(), pause(CLOSE_MS)]);
      outlet.close();
      rejected.close();
      losses.close();
      await Promise.race([positions.flush(), pause(CLOSE_MS)]);
    },
  };
}

const coreOf = (sports: readonly Sport[]): FactCore => ({
  decode: decodeFact,
  competition: (epoch) => new Competition({ epoch, sports, puttingAway: putAwayWhenOver(PACKING) }),
});

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
