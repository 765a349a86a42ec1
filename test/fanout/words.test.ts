import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePattern } from '../../src/fanout/channels/channel-pattern.ts';
import { CLOSE } from '../../src/fanout/connections/close-codes.ts';
import { readWord } from '../../src/fanout/screens/words.ts';
import { onAir } from './edge-bench.ts';
import { FINAL_100M } from './published-documents.ts';

const folder = new URL('../../schemas/', import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const lines = (file: string): string[] => text(file).trim().split('\n');

const ajv = new Ajv2020({ strict: false });
(formats as unknown as (ajv: Ajv2020) => void)(ajv);
const screenWord = ajv.compile(JSON.parse(text('streaming/screen-word.schema.json')));
const serverWord = ajv.compile(JSON.parse(text('streaming/server-word.schema.json')));

describe('words of a screen', () => {
  test.each(lines('streaming/samples/screen-words.valid.ndjson'))('valid: %s', (line) => {
    expect(screenWord(JSON.parse(line))).toBe(true);
    expect(readWord(line).word).not.toBe('refused');
  });

  test.each(lines('streaming/samples/screen-words.invalid.ndjson'))('invalid: %s', (line) => {
    expect(screenWord(JSON.parse(line))).toBe(false);
    expect(readWord(line).word).toBe('refused');
  });

  test('any text and any JSON is read without an exception', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ subscribe: fc.dictionary(fc.string(), fc.jsonValue()) })
        .map((word) => JSON.stringify(word)),
    );
    fc.assert(
      fc.property(anything, (said) => typeof readWord(said).word === 'string'),
      { seed: 20240609, numRuns: 1_000 },
    );
  });
});

test('everything that the server says is in its schema', async () => {
  const { bench, publisher } = await onAir();
  const screen = bench.screen();
  await screen.say({ hello: {} });
  await screen.subscribe(publisher.channel, {
    mode: 'every',
    after: { epoch: 'old', version: 1 },
  });
  await screen.say({ change: { id: 1, ratePerSecond: 0 } });
  await screen.say({ ping: { id: 'x' } });
  await screen.say('{');
  await bench.timing.pass(5_000);
  screen.screen.historyFailed(new Error('the broker is away'));
  screen.screen.tooFarBehind();
  const again = bench.screen();
  await again.subscribe('*');
  await again.say({ unsubscribe: { id: 1 } });
  const words = [...screen.pair.control(), ...again.pair.control()];
  for (const word of words) expect([word, serverWord(word)]).toEqual([word, true]);
  const kinds = new Set(words.map((word) => Object.keys(word as object)[0]));
  expect([...kinds].sort()).toEqual(
    [
      'behind',
      'changed',
      'error',
      'gap',
      'hello',
      'keepalive',
      'notice',
      'pong',
      'subscribed',
      'unsubscribed',
      'welcome',
    ].sort(),
  );
});

test('SC15 every close code stands in the table of schemas/README.md, and no other', () => {
  const table = text('README.md').split('## Close codes')[1] ?? '';
  const listed = [...table.matchAll(/^\|\s*(4\d{3})\s*\|\s*`?([A-Z_]+)`?/gm)].map(([, code, name]) => [
    name,
    Number(code),
  ]);
  expect(Object.fromEntries(listed)).toEqual(CLOSE);
});

describe('SC5 patterns', () => {
  const channels = [
    `${FINAL_100M}/RESULT`,
    `${FINAL_100M}/RANKING/VT`,
    `${FINAL_100M.replace('ATH', 'GAR')}/RANKING`,
  ];
  test.each([
    ['*', [0, 1, 2]],
    ['ATH*', [0, 1]],
    ['ATH*/RESULT', [0]],
    ['*/RANKING', [1, 2]],
    ['*/RANKING/VT', [1]],
    ['*/RANKING/*', [1, 2]],
    ['*/R*', [0, 1, 2]],
    [`${FINAL_100M}/*`, [0, 1]],
    [`${FINAL_100M}/RANKING`, []],
    [`${FINAL_100M}/RANKING/VT`, [1]],
    [`${FINAL_100M}/RESULT`, [0]],
  ])('%s', (pattern, expected) => {
    const parsed = parsePattern(pattern)!;
    expect(channels.flatMap((channel, index) => (parsed.matches(channel) ? [index] : []))).toEqual(expected);
  });

  test('screens that say the same pattern share it, however many others are said', () => {
    expect(parsePattern('ATH*/RESULT')).toBe(parsePattern('ATH*/RESULT'));
    for (let index = 0; index < 5_000; index += 1) parsePattern(`X${index}*`);
    const again = parsePattern('ATH*/RESULT');
    expect(again?.matches(`${FINAL_100M}/RESULT`)).toBe(true);
    expect(parsePattern('ATH*/RESULT')).toBe(again);
  });

  test.each([
    '',
    'A*H/RESULT',
    '**',
    '*/RESULT/VT/x',
    `${FINAL_100M}/NEWS`,
    FINAL_100M,
    '*//x',
    'ath*',
    `${'*'.repeat(200)}`,
  ])('"%s" is none', (pattern) => {
    expect(parsePattern(pattern)).toBeNull();
  });
});
