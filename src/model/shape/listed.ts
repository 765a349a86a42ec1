/** The parts of rows that are units, records and organisations. */
import { RESULT_STATUSES, SCHEDULE_STATUSES } from '../result-status.ts';
import { code, count, flag, instant, nested, optional, rsc, shape, text, texts } from './field.ts';
import { NAME_CODES } from './name-codes.ts';

export const SCHEDULED = shape('Scheduled', 'A unit as it is planned.', {
  name: text(1, 'the whole title'),
  event: optional(text(2)),
  phase: optional(text(3)),
  start: optional(instant(4)),
  end: optional(instant(5)),
  venue: optional(text(6)),
  location: optional(text(7)),
  session: optional(text(8)),
  medal: optional(code(9, ['GOLD', 'SILVER', 'BRONZE'], 'the best medal that is decided in it')),
  names: optional(texts(10, 'of name, in other languages')),
  venueName: optional(text(11, 'where it is not the code')),
  locationName: optional(text(12, 'where it is not the code')),
  actualStart: optional(instant(13)),
  actualEnd: optional(instant(14)),
  codes: optional(nested(15, NAME_CODES, 'of event, phase and what the title ends with')),
});

export const STATE = shape('State', 'How far a unit is: its own status and that of its result.', {
  status: code(1, SCHEDULE_STATUSES),
  resultStatus: optional(code(2, RESULT_STATUSES)),
});

export const RECORD = shape('Record', 'A line of a record table.', {
  code: text(1, 'what it is the record of'),
  recordType: text(2, 'WR, OR, NR ...'),
  result: text(3),
  competitor: optional(text(4)),
  name: optional(text(5)),
  organisation: optional(text(6)),
  date: optional(text(7)),
  place: optional(text(8)),
  unit: optional(rsc(9, 'where it was set, in this competition')),
  equalled: optional(flag(10)),
  unconfirmed: optional(flag(11, 'set in this competition and not yet ratified')),
  historical: optional(flag(12, 'beaten by a later line')),
});

export const MEDALS = shape('Medals', 'What an organisation won.', {
  gold: count(1),
  silver: count(2),
  bronze: count(3),
  total: count(4),
  rankTotal: count(5, 'by the total'),
});
