/** What casts doubt on a document that is official, and what does not. */
import { expect, test } from 'vitest';
import type { DocumentType } from '../../src/model/document.ts';
import type { Meet } from '../support/meet.ts';
import { ALL_SWAM, GENERAL, swum } from './told.ts';

const SWIMMING = 'SWM'.padEnd(34, '-');

const says = (meet: Meet, state: string): unknown => meet.say(SWIMMING, { link: { source: 'TEST', state } });

const reasons = (meet: Meet, type: DocumentType, unit: string): readonly string[] => {
  const { ok, reasons: all } = meet.document(type, unit).header.reliability;
  expect(ok).toBe(all.length === 0);
  return all;
};

/** All that the medals of an event hang on. */
const OFFICIAL = ['RESULT', 'RANKING', 'MEDALLISTS', 'MEDALS'] as const;
const ofFinal = ({ meet, final }: ReturnType<typeof swum>): string[] =>
  OFFICIAL.map((type) => {
    const unit = { RESULT: final, RANKING: meet.rsc(), MEDALLISTS: meet.rsc(), MEDALS: GENERAL }[type];
    return [type, ...reasons(meet, type, unit)].join(' ');
  });

test('a source that falls silent owes nothing to what is official, and its next to a race under way', () => {
  const stage = swum(ALL_SWAM);
  const { meet } = stage;
  says(meet, 'SILENT');
  expect(ofFinal(stage)).toEqual([...OFFICIAL]);
  const next = meet.rsc('HEAT', '000200');
  meet.startList(next, ['FRED']);
  expect(reasons(meet, 'RESULT', next)).toEqual(['SOURCE_SILENT']);
  expect(reasons(meet, 'RESULT', stage.final)).toEqual([]);
  says(meet, 'OK');
  expect(reasons(meet, 'RESULT', next)).toEqual([]);
});

test('a result that is opened again by somebody else waits for the source that is silent', () => {
  const stage = swum(ALL_SWAM);
  says(stage.meet, 'SILENT');
  stage.meet.say(stage.final, { status: { result: 'UNOFFICIAL' } });
  expect(reasons(stage.meet, 'RESULT', stage.final)).toEqual(['SOURCE_SILENT']);
});

test('missing numbers can be those of a correction: all says so that the source has a part in, medals as well', () => {
  const stage = swum(ALL_SWAM);
  says(stage.meet, 'GAP');
  expect(ofFinal(stage)).toEqual(OFFICIAL.map((type) => `${type} SEQUENCE_GAP`));
  says(stage.meet, 'OK');
  expect(ofFinal(stage)).toEqual([...OFFICIAL]);
});

test('a source that falls silent has closed no hole by that', () => {
  const stage = swum(ALL_SWAM);
  says(stage.meet, 'GAP');
  says(stage.meet, 'SILENT');
  expect(ofFinal(stage)).toEqual(OFFICIAL.map((type) => `${type} SEQUENCE_GAP`));
  says(stage.meet, 'GAP');
  expect(ofFinal(stage)).toEqual(OFFICIAL.map((type) => `${type} SEQUENCE_GAP`));
});

test('a fact that is held is told by the medals that it may move', () => {
  const stage = swum(ALL_SWAM);
  stage.meet.say(stage.final, { passing: { competitor: 'ANNA', point: 'FIN', time: '-1.00' } });
  expect(ofFinal(stage)).toEqual(OFFICIAL.map((type) => `${type} HELD`));
});
