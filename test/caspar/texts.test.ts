import { expect, test } from 'vitest';
import { templateLayoutOf } from '../../src/caspar/layout.ts';
import { textsOf } from '../../src/caspar/texts.ts';
import { SPRINT } from '../support/small-documents.ts';

const SAID = {
  server: '10.0.0.30',
  layer: '1-20',
  template: 'house/lower-third',
  channel: 'ATHM100M--------------FNL-000100--/RESULT',
  fields: { f0: 'name', f1: 'result' },
};
const layoutWith = (changed: object) => templateLayoutOf(JSON.stringify({ ...SAID, ...changed }));
const shown = (changed: object, document = SPRINT as typeof SPRINT | null, isLive = true) =>
  textsOf(layoutWith(changed), { document, isLive });

test('fields are filled from the first row', () => {
  expect(shown({})).toEqual({ f0: 'JACOBS Marcell', f1: '10.02' });
});

test.each([
  [{ row: '2' }, 'O’NEIL'],
  [{ row: 'competitor=7654321' }, 'O’NEIL'],
  [{ row: 'rank=1' }, 'JACOBS Marcell'],
  [{ row: 'rank=9' }, ''],
  [{ row: '3' }, ''],
  [{ fields: { f0: '2/name' } }, 'O’NEIL'],
  [{ row: '2', fields: { f0: 'rank=1/name' } }, 'JACOBS Marcell'],
  [{ fields: { f0: 'documentStatus' } }, 'UNOFFICIAL'],
  [{ fields: { f0: 'details.timedRace.reaction' } }, '0.158'],
])('%j is %j', (changed, text) => {
  expect(shown(changed)!.f0).toBe(text);
});

test('without the stream it is marked, or taken off', () => {
  const fields = { f0: 'feed' };
  expect(shown({ fields })).toEqual({ f0: 'LIVE' });
  expect(shown({ fields }, SPRINT, false)).toEqual({ f0: 'LOST' });
  expect(shown({ lost: 'clear' }, SPRINT, false)).toBeNull();
  expect(shown({ lost: 'clear' })).not.toBeNull();
});

test('what is not published, and a rehearsal that was not asked for, is not there', () => {
  const rehearsal = { ...SPRINT, header: { ...SPRINT.header, test: true } };
  expect(shown({}, null)).toBeNull();
  expect(shown({}, rehearsal)).toBeNull();
  expect(shown({ test: true }, rehearsal)).toEqual(shown({}));
});

test.each([[{ fields: { f0: 'heights' } }], [{ row: 'heights=1' }]])(
  'a column that the document does not have is named with those that it has: %j',
  (changed) => {
    expect(() => shown(changed)).toThrow(/heights is no column here; there are feed line competitor/);
  },
);

test.each([
  [{ server: 'ten machines' }, /server is HOST/],
  [{ layer: '20' }, /layer is a channel and a layer/],
  [{ template: 'a" 1 "{}' }, /template is the name/],
  [{ channel: 'ATH/RESULT' }, /channel is <RSC>/],
  [{ row: 'first' }, /row is a line/],
  [{ fields: {} }, /fields is a field/],
  [{ fields: { f0: 'first/name' } }, /fields.f0 is \[<line/],
  [{ fields: { f0: 1 } }, /fields.f0 is a text/],
  [{ lost: 'hide' }, /lost is one of mark, clear/],
  [{ colour: 1 }, /colour is no part/],
])('%j is no layout', (changed, said) => {
  expect(() => layoutWith(changed)).toThrow(said);
});
