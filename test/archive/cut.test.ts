/** What is cut from VENUE is what an archive has; who reads finds all of it, or says that it does not. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ArchiveFolder } from '../../src/archive/archive-folder.ts';
import { type CutReport, cutVenue } from '../../src/archive/cutting.ts';
import type { Broker } from '../../src/broker/broker.ts';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { Checkpoints } from '../../src/checkpoints/checkpoints.ts';
import type { Engine } from '../../src/engine.ts';
import { SYSTEM_SOURCE } from '../../src/ingest/system-source.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { disciplineRsc } from '../../src/model/rsc.ts';
import {
  archived,
  connected,
  engineOn,
  factsOf,
  pause,
  publishedAt,
  RULES,
  SEMI_FINALS,
  say,
  sayAll,
  server,
  startedOn,
  stops,
  temporary,
} from './games.ts';

/** Of another event, that is not over. */
const OTHER = { source: 'OTHER', epoch: 'e', unit: 'ATHM100M--------------FNL-000100--' };
const entry = {
  competitor: { code: '1', kind: 'ATHLETE', organisation: 'NOR', name: { family: 'A' } },
  startOrder: 1,
};
const startList = (seq: number): WireFact =>
  ({ ...OTHER, seq, startList: { entries: [entry] } }) as unknown as WireFact;
const of200M = (published: ReadonlyMap<string, string>): [string, string][] =>
  [...published].filter(([channel]) => channel.startsWith('ATHM200M'));

/** A late decision about somebody of a heat that is official. */
function disqualified(): WireFact {
  const { unit, source, epoch } = SEMI_FINALS.find(({ status }) => status?.result === 'OFFICIAL')!;
  const { passing } = SEMI_FINALS.find((each) => each.unit === unit && each.passing !== undefined)!;
  const { competitor } = passing as { competitor: string };
  return { source, epoch, seq: 9_000, unit, irm: { competitor, code: 'DSQ' } } as unknown as WireFact;
}

const ANY_TIME = Number.MAX_SAFE_INTEGER;

async function cutBy(broker: Broker, path: string, quietSince = ANY_TIME): Promise<CutReport> {
  return cutVenue({ broker, folder: await ArchiveFolder.open(path), ...RULES, quietSince });
}

/** As an engine says it: under a numbering of its own. */
const NOTICE = {
  source: SYSTEM_SOURCE,
  epoch: 'ATH-SILENT-1',
  seq: 1,
  unit: disciplineRsc('ATH'),
  link: { source: 'OTHER', state: 'SILENT' },
} as unknown as WireFact;

/** A round that is over and archived, beside an event that has begun. */
async function played(): Promise<{ broker: Broker; engine: Engine; path: string; url: string }> {
  const { url } = await server();
  const broker = await connected(url);
  const engine = await engineOn(broker);
  await say(broker, startList(1));
  await sayAll(broker, SEMI_FINALS.slice(0, 5));
  await say(broker, NOTICE);
  await sayAll(broker, SEMI_FINALS.slice(5));
  await say(broker, startList(2));
  const path = temporary();
  await archived(broker, path);
  return { broker, engine, path, url };
}

const isWaiting = (engine: Engine): boolean =>
  engine.health().missing.some(({ code }) => code === 'ARCHIVE_NEEDED');

const placesOf = async (broker: Broker): Promise<number[]> =>
  (await factsOf(broker)).map(({ streamSeq }) => streamSeq);

test('only what was said of events that are over and quiet goes, and cutting again takes nothing more', async () => {
  const { broker, path } = await played();
  const before = await factsOf(broker);
  expect(await cutBy(broker, path, 0)).toEqual({ units: 0, facts: 0 });
  expect(await placesOf(broker)).toHaveLength(before.length);
  const { facts } = await cutBy(broker, path);
  const left = await factsOf(broker);
  expect(facts).toBe(before.length - left.length);
  expect(facts).toBeGreaterThan(SEMI_FINALS.length - 3);
  // The place behind the cut stays, and everything that is about no event that is over.
  const { to, numbers } = (await broker.cut())!;
  const isOver = (unit: string): boolean => unit.startsWith('ATHM200M');
  expect(left).toEqual(before.filter(({ streamSeq, unit }) => streamSeq === to || !isOver(unit)));
  expect(Object.keys(numbers).filter((name) => name.startsWith(SYSTEM_SOURCE))).toEqual([]);
  expect(numbers[`${OTHER.source}:${OTHER.epoch}`]).toBe(1);
  expect(await cutBy(broker, path)).toMatchObject({ facts: 0 });
  expect(await factsOf(broker)).toEqual(left);
});

test('an event goes of which one heat was cancelled, and whose ceremony is still to come', async () => {
  const { url } = await server();
  const broker = await connected(url);
  await engineOn(broker);
  await say(broker, startList(1));
  await sayAll(broker, SEMI_FINALS);
  const about = (seq: number, unit: string, said: object): WireFact =>
    ({ ...OTHER, seq, unit, ...said }) as unknown as WireFact;
  const heat = 'ATHM200M--------------SFNL000400--';
  await say(broker, about(2, heat, { startList: { entries: [entry] } }));
  await say(broker, about(3, 'ATHM200M--------------VICT000100--', { schedule: { status: 'SCHEDULED' } }));
  const path = temporary();
  await archived(broker, path);
  expect(await cutBy(broker, path)).toEqual({ units: 0, facts: 0 });
  await say(broker, about(4, heat, { schedule: { status: 'CANCELLED' } }));
  await say(broker, startList(5));
  await archived(broker, path);
  expect((await cutBy(broker, path)).facts).toBeGreaterThan(SEMI_FINALS.length);
});

test('an engine with the archive computes what was published; one without it takes nothing behind the cut, says so, and goes on once it is there', async () => {
  const { broker, engine, path, url } = await played();
  await cutBy(broker, path);
  const published = await publishedAt(broker);
  await engine.close();
  const elsewhere = join(path, '..', 'copy');
  const without = await startedOn(await connected(url), { archive: elsewhere });
  while (!isWaiting(without)) await pause(20);
  expect(without.counts().lastStreamSeq).toBe(1);
  const [, late] = [await say(broker, startList(3)), await engineOn(await connected(url), { archive: path })];
  expect(late.counts()).toMatchObject({ disagreements: 0, lastStreamSeq: await broker.lastFactSeq() });
  expect(of200M(await publishedAt(broker))).toEqual(of200M(published));
  expect(without.counts().lastStreamSeq).toBe(1);
  expect(without.counts().published).toBe(0);
  cpSync(path, elsewhere, { recursive: true });
  await without.current;
  expect(isWaiting(without)).toBe(false);
  expect(without.counts()).toMatchObject({ disagreements: 0, published: 0, stoppedUnits: [] });
});

test('a newer revision computes everything of archive and stream, beside the older one', async () => {
  const { broker, engine, path, url } = await played();
  const before = await publishedAt(broker);
  await cutBy(broker, path);
  const newer = await engineOn(await connected(url), { revision: 'newer', archive: path });
  expect(await publishedAt(broker)).toEqual(before);
  expect([...(await broker.lastResults()).values()].every(({ epoch }) => epoch === newer.epoch)).toBe(true);
  expect(engine.counts().disagreements).toBe(0);
});

test('an engine that goes on from a checkpoint needs no archive, also for what is said of a cut unit later', async () => {
  const { broker, engine, path, url } = await played();
  await engine.close();
  const checkpoints = { keeper: new Checkpoints([broker.pieces]), everyMs: 50 };
  const first = await engineOn(broker, { checkpoints });
  while (((await broker.pieces.read('newest-all'))?.length ?? 0) === 0) await pause(20);
  await first.close();
  await cutBy(broker, path);
  const before = await publishedAt(broker);
  const connection = await connected(url);
  const next = await engineOn(connection, {
    checkpoints: { keeper: new Checkpoints([connection.pieces]), everyMs: 60_000 },
  });
  expect([next.counts().checkpointsRefused, isWaiting(next)]).toEqual([0, false]);
  const correction = disqualified();
  const { streamSeq } = await say(broker, correction);
  while (next.counts().lastStreamSeq < streamSeq || next.counts().pending > 0) await pause(20);
  const channel = `${correction.unit}/RESULT`;
  const alone = await engineOn(await connected(url), { archive: path });
  expect(alone.counts().disagreements).toBe(0);
  expect((await publishedAt(broker)).get(channel)).not.toBe(before.get(channel));
});

test('an engine that reads history while it is cut takes all of it', async () => {
  const { broker, engine, path, url } = await played();
  const published = await publishedAt(broker);
  await engine.close();
  const connection = await connected(url);
  const consume = connection.consumeFacts.bind(connection);
  let isCut = false;
  connection.consumeFacts = async (options, handler) => {
    if (isCut) return consume(options, handler);
    isCut = true;
    // What a reader has is what it had before; then the connection is made anew behind that.
    const first = await consume(options, (message) => void (message.streamSeq <= 10 && handler(message)));
    await pause(200);
    await first.stop();
    await cutBy(broker, path);
    return consume({ fromSeq: 11 }, handler);
  };
  const reading = await engineOn(connection, { archive: path });
  expect(reading.counts()).toMatchObject({ disagreements: 0, factsMissing: 0 });
  expect(await publishedAt(broker)).toEqual(published);
});

test('a correction after the cut is counted, archived, and cut when that is quiet again', async () => {
  const { broker, path, url } = await played();
  await cutBy(broker, path);
  const before = await publishedAt(broker);
  const correction = disqualified();
  await say(broker, correction);
  const late = await engineOn(await connected(url), { archive: path });
  const corrected = await publishedAt(broker);
  const channel = `${correction.unit}/RESULT`;
  expect(corrected.get(channel)).not.toBe(before.get(channel));
  // The archive has not got it yet.
  const [cut, places] = [await broker.cut(), await placesOf(broker)];
  expect(await cutBy(broker, path)).toMatchObject({ facts: 0 });
  expect([await broker.cut(), await placesOf(broker)]).toEqual([cut, places]);
  await say(broker, startList(3));
  await archived(broker, path);
  expect((await cutBy(broker, path)).facts).toBeGreaterThan(0);
  await late.close();
  await engineOn(await connected(url), { archive: path });
  expect(of200M(await publishedAt(broker))).toEqual(of200M(corrected));
});

test('an archive that is damaged, of other facts, of another cut, or not published is refused, and nothing is removed', async () => {
  const { broker, path } = await played();
  const places = await placesOf(broker);
  const copy = join(path, '..', 'copy');
  cpSync(path, copy, { recursive: true });
  rmSync(join(copy, 'segments', '000002', 'facts.ndjson'));
  await expect(cutBy(broker, copy)).rejects.toMatchObject({ code: 'ARCHIVE_DAMAGED' });
  const publish = broker.lastResults.bind(broker);
  broker.lastResults = async () =>
    new Map([...(await publish())].map(([channel, last]) => [channel, { ...last, hash: 'another' }]));
  await expect(cutBy(broker, path)).rejects.toMatchObject({ code: 'ARCHIVE_DOES_NOT_FIT' });
  broker.lastResults = async () => new Map();
  broker.keptDocument = async () => null;
  await expect(cutBy(broker, path)).rejects.toMatchObject({ code: 'NOT_PUBLISHED' });
  const elsewhere = await connected((await server()).url);
  await engineOn(elsewhere);
  await sayAll(elsewhere, SEMI_FINALS);
  await say(elsewhere, startList(1));
  await expect(cutBy(elsewhere, path)).rejects.toMatchObject({ code: 'ARCHIVE_DOES_NOT_FIT' });
  const other = temporary();
  await archived(elsewhere, other);
  await cutBy(elsewhere, other);
  await expect(cutBy(elsewhere, path)).rejects.toMatchObject({ code: 'ARCHIVE_DOES_NOT_FIT' });
  expect(await placesOf(broker)).toEqual(places);
  expect(await broker.cut()).toBe(null);
});

test('ended between two units it is a cut all the same, and the next one goes on', async () => {
  const { broker, engine, path, url } = await played();
  const published = await publishedAt(broker);
  await engine.close();
  const dying = await NatsBroker.open({ url });
  const cutFacts = dying.cutFacts.bind(dying);
  dying.cutFacts = async (cut) => {
    const [[unit, place] = ['', 0]] = Object.entries(cut.units);
    await cutFacts({ ...cut, units: { [unit]: place } });
    throw new Error('killed');
  };
  stops.push(() => dying.close());
  await expect(cutBy(dying, path)).rejects.toThrow('killed');
  const half = await engineOn(await connected(url), { archive: path });
  expect(half.counts()).toMatchObject({ disagreements: 0, factsMissing: 0 });
  expect(await publishedAt(broker)).toEqual(published);
  expect((await cutBy(broker, path)).facts).toBeGreaterThan(0);
});
