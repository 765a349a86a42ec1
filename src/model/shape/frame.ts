/** What travels: versions and the differences between them. */
import { count, instant, list, nested, nullable, optional, shape, TEXT, text } from './field.ts';
import { HEADER } from './header.ts';
import { ROW } from './table.ts';

const CORRECTION = shape('Correction', 'This version changes what an UNOFFICIAL or OFFICIAL one had said.', {
  of: count(1, 'the newest UNOFFICIAL or OFFICIAL version that had said otherwise'),
  reason: nullable(text(2)),
  moved: list(3, TEXT, 'keys of the rows that are others'),
});

export const DOCUMENT = shape('Document', 'One version, whole.', {
  epoch: text(1),
  version: count(2),
  hash: text(3, '16 hexadecimal digits over header and rows'),
  asOf: instant(4, "the broker's time of the newest fact used, UTC, milliseconds"),
  correction: nullable(nested(5, CORRECTION)),
  header: nested(6, HEADER),
  rows: list(7, ROW, 'in order, each with its sort_order'),
});

export const DELTA = shape(
  'Delta',
  'From version `base` of `epoch` to `version`. Rows not named stay, in their order among each other.',
  {
    channel: text(1, '<RSC>/<TYPE> or <RSC>/<TYPE>/<SUBCODE>'),
    epoch: text(2),
    base: count(3),
    version: count(4),
    hash: text(5, 'of the state after this delta has been applied'),
    asOf: instant(6),
    correction: nullable(nested(7, CORRECTION)),
    header: nullable(nested(8, HEADER, 'whole, when anything in it changed')),
    rows: list(9, ROW),
    removed: list(10, TEXT, 'keys of the rows that are gone'),
  },
);

export const FRAME = shape(
  'Frame',
  'One data frame of the stream, and one message between engine and edge.',
  {
    document: optional(nested(1, DOCUMENT)),
    delta: optional(nested(2, DELTA)),
  },
);
