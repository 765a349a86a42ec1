import { expect, test } from 'vitest';
import type { Dispatch } from '../../../src/encode/wire/dispatch.ts';
import { rowsForm } from '../../../src/encode/wire/rows-form.ts';
import { ROWS, type RowsSettings } from '../../../src/encode/wire/rows-settings.ts';
import { documentOf } from '../../wires/sights.ts';
import { dispatchOf, killedOf, SETTINGS } from './told.ts';

const document = documentOf({ ann: '9.91', bo: 'DQ' });
const said = (dispatch: Dispatch, rows: Partial<RowsSettings>): unknown =>
  JSON.parse(rowsForm(dispatch, { ...SETTINGS, rows: { ...ROWS, ...rows } }));

/** As the control app of Singular takes it: one flat object, whose rows that are not there are emptied. */
const SINGULAR: Partial<RowsSettings> = {
  columns: { 'Name #': 'name', 'Result #': 'result' },
  most: 3,
  body: [
    {
      subCompositionName: 'Results',
      payload: { Title: '{headline} ({status})', '...': '{fields}', Count: 3, Live: true },
      state: 'In',
    },
  ],
  withdrawn: [{ subCompositionName: 'Results', state: 'Out' }],
};

test('a shape is filled with rows, or with the fields of all rows in one object', () => {
  const columns = { Place: 'rank', Name: 'name' };
  expect(
    said(dispatchOf(document), { columns, body: { of: '{unit}', list: '{rows}', number: '{number}' } }),
  ).toEqual({
    of: document.header.unit,
    list: [
      { Place: '1', Name: 'ATHLETE ann' },
      { Place: '', Name: 'ATHLETE bo' },
    ],
    number: 1,
  });
  expect(said(dispatchOf(document), SINGULAR)).toEqual([
    {
      subCompositionName: 'Results',
      payload: {
        Title: "Athletics, Men's 100m, Final (OFFICIAL)",
        'Name 1': 'ATHLETE ann',
        'Result 1': '9.91',
        'Name 2': 'ATHLETE bo',
        'Result 2': '',
        'Name 3': '',
        'Result 3': '',
        Count: 3,
        Live: true,
      },
      state: 'In',
    },
  ]);
});

test('what is withdrawn goes out, or has no rows', () => {
  expect(said(killedOf(document), SINGULAR)).toEqual([{ subCompositionName: 'Results', state: 'Out' }]);
  expect(said(killedOf(document), { body: { kind: '{kind}', rows: '{rows}' } })).toEqual({
    kind: 'KILLED',
    rows: [],
  });
});

test('a name in braces that is none stays, and a text beside a place stays a text', () => {
  expect(said(dispatchOf(document), { body: ['{nobody}', 'no. {number}', null, 1] })).toEqual([
    '{nobody}',
    'no. 1',
    null,
    1,
  ]);
});
