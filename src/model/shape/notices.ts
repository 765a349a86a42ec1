/** The parts of rows that tell something: what just happened, and the weather. */
import { code, count, instant, list, optional, rsc, shape, TEXT, text, texts } from './field.ts';

export const COMMUNICATION = shape('Communication', 'Something that everybody should know.', {
  kind: code(1, ['OFFICIAL', 'RECORD', 'CORRECTION', 'PROTEST', 'DISQUALIFICATION', 'NOTE']),
  at: instant(2),
  unit: optional(rsc(3, 'what it is about')),
  version: optional(count(4, 'of the document that it is about')),
  competitors: list(5, TEXT),
  reason: optional(text(6)),
  texts: texts(7, 'by language'),
  code: optional(text(8, 'clause, record type or other code')),
});

export const READING = shape('Reading', 'What was measured of the weather or the course.', {
  at: instant(1),
  location: optional(text(2)),
  wind: optional(text(3, 'm/s')),
  temperature: optional(text(4, 'degrees Celsius')),
  humidity: optional(text(5, 'per cent')),
  pressure: optional(text(6, 'hPa')),
  snow: optional(text(7)),
  gate: optional(text(8)),
  windFactor: optional(text(9)),
});
