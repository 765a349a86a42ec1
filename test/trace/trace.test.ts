/** What is told of a row is what the engine makes of the facts: its hash, its place, and of each fact whether it holds. */
import { describe, expect, test } from 'vitest';
import type { StoredVenueMessage } from '../../src/broker/broker.ts';
import { messageIdOf } from '../../src/ingest/encode.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { SPORTS, wordsIn } from '../../src/sports.ts';
import { type Trace, traceRow } from '../../src/trace/trace.ts';
import { traceText } from '../../src/trace/trace-text.ts';
import { allCases, feedOf } from '../support/case-runner.ts';
import { Feed } from '../support/feed.ts';

const FINAL = 'ATHM100M--------------FNL-000100--';

async function* storedOf(facts: readonly WireFact[]): AsyncGenerator<StoredVenueMessage> {
  for (const [index, fact] of facts.entries()) {
    const { unit = '' } = fact;
    yield {
      ...{ venue: 'STA', unit, messageId: messageIdOf(fact), contentType: 'application/json' },
      ...{ data: Buffer.from(JSON.stringify(fact)), streamSeq: index + 1, storedAt: 1_000 * (index + 1) },
    };
  }
}

async function traced(
  facts: readonly WireFact[],
  unit: string,
  competitor: string,
  version?: number,
): Promise<Trace> {
  const trace = await traceRow(storedOf(facts), {
    ...{ channel: `${unit}/RESULT`, competitor, sports: SPORTS, words: wordsIn('ATH', 'en') },
    ...(version === undefined ? {} : { version }),
  });
  if (typeof trace === 'string') throw new Error(trace);
  return trace;
}

const entry = (code: string, startOrder: number) => ({
  competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { given: 'A', family: code } },
  startOrder,
});

function race(...more: object[]): WireFact[] {
  const said = [
    { startList: { entries: [entry('A', 1), entry('B', 2)] } },
    { passing: { competitor: 'A', point: 'FIN', time: '10.02' } },
    { passing: { competitor: 'B', point: 'FIN', time: '10.01' } },
    ...more,
  ];
  return said.map(
    (content, index) => ({ source: 'T', epoch: 'e', seq: index + 1, unit: FINAL, ...content }) as never,
  );
}

const statesOf = ({ facts }: Trace): (readonly [number | null, string, string | null])[] =>
  facts.map(({ seq, state, because }) => [seq, state, because]);

describe('a trace', () => {
  test('has the hash, the version and the place of every row of what the facts come to', async () => {
    const found = allCases().find(({ name }) => name.endsWith('rio-2016-200m-semi-finals'))!;
    const facts = feedOf(found);
    const unit = facts.find(({ passing }) => passing !== undefined)!.unit!;
    const document = new Feed(facts).document('RESULT', unit);
    for (const { key } of document.rows) {
      const trace = await traced(facts, unit, key);
      expect([trace.hash, trace.version]).toEqual([document.hash, document.version]);
    }
    const last = await traced(facts, unit, [...document.rows].at(-1)!.key);
    expect(last.above!.decidedBy).toMatchObject({ criterion: 'TIME', words: 'lower time' });
  });

  test('tells which facts hold, were replaced, withdrawn, refused, and by what', async () => {
    const facts = race(
      { passing: { competitor: 'A', point: 'FIN', time: '10.00' } },
      { irm: { competitor: 'A', code: 'DSQ' } },
      { void: { seq: 5 } },
      { passing: { competitor: 'B', point: 'FIN', time: '9.99' } },
    );
    expect(statesOf(await traced(facts, FINAL, 'A'))).toEqual([
      [1, 'HOLDS', null],
      [2, 'REPLACED', 'by T:e:4 at 4'],
      [4, 'HOLDS', null],
      [5, 'VOIDED', 'by T:e:6 at 6'],
      [6, 'SAID', null],
    ]);
    const b = await traced(facts, FINAL, 'B');
    expect([b.rank, b.result, b.below!.key, b.below!.decidedBy!.criterion]).toEqual([1, '9.99', 'A', 'TIME']);
  });

  test('at a version knows nothing of what came after it', async () => {
    const facts = race({ irm: { competitor: 'A', code: 'DSQ' } });
    const now = await traced(facts, FINAL, 'A');
    const before = await traced(facts, FINAL, 'A', now.version - 1);
    expect([now.irm, before.irm, before.rank]).toEqual(['DSQ', null, 2]);
    expect(before.facts.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(before.hash).not.toBe(now.hash);
  });

  test('names what cannot be read where it may be about the competitor', async () => {
    const facts = race({ passing: { competitor: 'A', point: 'FIN', time: 'soon' } });
    const { facts: told } = await traced(facts, FINAL, 'A');
    expect([told.at(-1)!.said, told.at(-1)!.state]).toEqual([null, 'REFUSED']);
    expect(told.at(-1)!.because).toMatch(/^[A-Z_]+: /);
  });

  test('says which document, version or row there is none of', async () => {
    const about = { competitor: 'Z', sports: SPORTS, words: null };
    const ask = (channel: string, version?: number) =>
      traceRow(storedOf(race()), { channel, ...about, ...(version === undefined ? {} : { version }) });
    expect(await ask(`${FINAL}/RESULT`)).toBe('NO_ROW');
    expect(await ask(`${FINAL}/RESULT`, 99)).toBe('NO_VERSION');
    expect(await ask('SWMM100MFR------------FNL-000100--/RESULT')).toBe('NO_DOCUMENT');
  });

  test('is text for a person', async () => {
    const text = traceText(await traced(race(), FINAL, 'A'), 'as published');
    expect(text).toContain('rank 2  10.02');
    expect(text).toContain('by lower time (TIME, ');
    expect(text).toContain('T:e:2  STA');
  });
});
