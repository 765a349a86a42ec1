/** Which stories there are of documents: those that a recipient would be told that wants everything. */
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/encode/wire/dispatch.ts';
import type { Document } from '../../src/model/document.ts';
import { storyFiles } from '../../src/wires/story-files.ts';
import { FINAL_100M, FINAL_200M } from '../fanout/published-documents.ts';
import { documentOf } from './sights.ts';

const RESULT = { ann: '9.91', bo: '9.95' };
const STARTERS = documentOf({ ann: '', bo: '' }, { status: 'START_LIST' });

const storiesOf = (...documents: readonly Document[]): unknown[] => {
  const files = [...storyFiles(documents, DEFAULT_SETTINGS)];
  const index = JSON.parse(Buffer.from(files.at(-1)!.bytes).toString()) as {
    stories: readonly { story: string; version: number }[];
  };
  return index.stories.map(({ story, version }) => [story, version]);
};

test('a result and the start list that it went on from are two; a start list alone is no result', () => {
  const result = documentOf(RESULT);
  const both = [
    [`${FINAL_100M}/RESULT`, result.version],
    [`${FINAL_100M}/START_LIST`, STARTERS.version],
  ];
  expect(storiesOf(result, STARTERS)).toEqual(both);
  expect(storiesOf(STARTERS, result)).toEqual(both);
  expect(storiesOf(STARTERS)).toEqual(both.slice(1));
});

test('nothing is told of a rehearsal, of a unit that is cancelled, and of a start list with nobody in it', () => {
  const schedule = {
    ...documentOf({}, { type: 'SCHEDULE', unit: 'ATH'.padEnd(34, '-'), status: 'LIVE' }),
    rows: [{ key: FINAL_100M, scheduled: { name: 'Final' }, state: { status: 'CANCELLED' as const } }],
  };
  const other = documentOf(RESULT, { unit: FINAL_200M });
  expect(storiesOf(documentOf(RESULT), STARTERS, other, schedule)).toEqual([
    [`${schedule.header.unit}/SCHEDULE`, schedule.version],
    [`${FINAL_200M}/RESULT`, other.version],
  ]);
  expect(storiesOf(documentOf(RESULT, { test: true }))).toEqual([]);
  expect(storiesOf(documentOf({}, { status: 'START_LIST' }))).toEqual([]);
});
