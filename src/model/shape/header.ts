/** What a version says apart from its rows. */
import { SESSION_TYPES } from '../competition-content.ts';
import { RELIABILITY_REASONS, RESULT_STATUSES } from '../result-status.ts';
import { NOW } from './contest.ts';
import {
  code,
  count,
  flag,
  instant,
  list,
  nested,
  nullable,
  optional,
  rsc,
  shape,
  text,
  texts,
} from './field.ts';
import { NAME_CODES } from './name-codes.ts';
import { OUTLOOK } from './projection.ts';
import { DOCUMENT_TYPES } from './table.ts';

const NAMES = shape('Names', 'What discipline, event, phase and unit are called.', {
  discipline: text(1),
  event: optional(text(2)),
  phase: optional(text(3)),
  unit: optional(text(4)),
  codes: optional(nested(5, NAME_CODES)),
});

const RELIABILITY = shape('Reliability', 'Whether what is said can be relied on.', {
  ok: flag(1),
  reasons: list(2, { is: 'code', values: RELIABILITY_REASONS }),
});

const COLUMN = shape('Column', 'How a column of the list is filled and shown.', {
  label: text(1),
  source: text(2, 'a path into the flat row as JSON has it: rank, details.timedRace.reaction'),
  align: code(3, ['left', 'right', 'center']),
  width: count(4, 'characters'),
  code: optional(text(5, 'key of its words; none where the label is no word: a height, a number')),
});

const GAP = shape('Gap', 'How the gap of a value to the first row is said.', {
  as: code(1, ['TIME', 'NUMBER'], 'behind: +1:02.30; a difference: -1.25'),
  decimals: count(2),
});

const ADVANCE = shape('Advance', 'A line of the progression.', {
  by: text(1),
  count: count(2),
  mark: text(3),
});

const PROGRESS = shape('Progress', 'How many units are over.', {
  units: count(1),
  complete: count(2),
});

const COMPETITION = shape(
  'Competition',
  'The competition that the document belongs to, as its venue said it.',
  {
    code: text(1, 'OG2024'),
    name: optional(text(2)),
    utcOffset: optional(text(3, 'what clocks at the venue are ahead of UTC: +02:00')),
  },
);

const SESSION = shape('Session', "A session of the discipline's schedule.", {
  code: text(1, 'units name it'),
  name: text(2),
  names: optional(texts(3, 'of name, in other languages')),
  start: optional(instant(4)),
  end: optional(instant(5)),
  venue: optional(text(6)),
  venueName: optional(text(7)),
  type: optional(code(8, SESSION_TYPES, 'morning, afternoon, early or late afternoon, evening, all day')),
  status: optional(code(9, ['SCHEDULED', 'CANCELLED'])),
  medals: optional(count(10, 'units in which gold is decided')),
});

const INFO = shape('Info', 'Facts about the unit as a whole that are shown with its list.', {
  venue: optional(text(1)),
  location: optional(text(2)),
  scheduledStart: optional(instant(3)),
  started: optional(instant(4)),
  ended: optional(instant(5)),
  wind: optional(text(6, 'm/s')),
  temperature: optional(text(7, 'degrees Celsius')),
  humidity: optional(text(8, 'per cent')),
  pressure: optional(text(9, 'hPa')),
  advance: optional(list(10, ADVANCE)),
  progress: optional(nested(11, PROGRESS)),
  qualifyingStandard: optional(text(12)),
  finishedEvents: optional(count(15, 'MEDALS')),
  totalEvents: optional(count(16, 'MEDALS')),
  venueName: optional(text(17, 'where it is not the code')),
  locationName: optional(text(18, 'where it is not the code')),
  day: optional(text(19, 'of the competition, also after midnight: 2024-08-01')),
});

export const HEADER = shape(
  'Header',
  'Everything a version says apart from its rows and its own numbering.',
  {
    type: code(1, DOCUMENT_TYPES),
    unit: rsc(2),
    subcode: nullable(text(3, 'second key where one RSC is not enough (apparatus)')),
    status: code(4, RESULT_STATUSES),
    test: flag(5),
    rule: nullable(text(6, 'rule id with its edition: ATH.100M@2024')),
    names: nested(7, NAMES),
    reliability: nested(8, RELIABILITY),
    columns: list(9, COLUMN),
    info: nested(10, INFO),
    now: optional(nested(11, NOW, 'CURRENT')),
    gap: optional(nested(12, GAP)),
    competition: optional(nested(13, COMPETITION)),
    sessions: optional(list(14, SESSION, 'SCHEDULE: by start')),
    outlook: optional(nested(15, OUTLOOK, 'PROJECTION')),
  },
);
