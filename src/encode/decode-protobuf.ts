import type { Delta, RowPatch } from '../model/delta.ts';
import type { Correction, Document, Header } from '../model/document.ts';
import type { Details, Identity, Mark, Place, Row } from '../model/row.ts';
import { DecodeError } from './decode-error.ts';
import type { Decoded } from './decoded.ts';
import { splitsecond } from './generated/documents.js';

const schema = splitsecond.v1;

export function decodeProtobufFrame(bytes: Uint8Array): Decoded {
  const frame = read(() => schema.Frame.decode(bytes));
  if (frame.document != null) return { document: documentOf(frame.document) };
  if (frame.delta != null) {
    const { channel, epoch } = frame.delta;
    return { delta: deltaOf(frame.delta), channel: channel ?? '', epoch: epoch ?? '' };
  }
  throw new DecodeError('a protobuf frame holds a document or a delta');
}

export const decodeProtobufDocument = (bytes: Uint8Array): Document =>
  documentOf(read(() => schema.Document.decode(bytes)));

function read<Message>(decode: () => Message): Message {
  try {
    return decode();
  } catch (error) {
    throw new DecodeError('not protobuf of schemas/documents.proto', error);
  }
}

function documentOf(message: splitsecond.v1.Document.$Properties): Document {
  return {
    epoch: message.epoch ?? '',
    version: message.version ?? 0,
    hash: message.hash ?? '',
    asOf: message.asOf ?? '',
    correction: message.correction == null ? null : correctionOf(message.correction),
    header: headerOf(message.header ?? {}),
    rows: (message.rows ?? []).map(rowOf),
  };
}

function deltaOf(message: splitsecond.v1.Delta.$Properties): Delta {
  return {
    base: message.base ?? 0,
    version: message.version ?? 0,
    hash: message.hash ?? '',
    asOf: message.asOf ?? '',
    correction: message.correction == null ? null : correctionOf(message.correction),
    header: message.header == null ? null : headerOf(message.header),
    rows: (message.rows ?? []).map(patchOf),
    removed: message.removed ?? [],
  };
}

const rowOf = (message: splitsecond.v1.Row.$Properties): Row => ({
  identity: identityOf(message.identity ?? {}),
  mark: markOf(message.mark ?? {}),
  place: placeOf(message.place ?? {}),
});

const patchOf = ({
  competitor,
  sortOrder,
  identity,
  mark,
  place,
}: splitsecond.v1.RowPatch.$Properties): RowPatch => ({
  competitor: competitor ?? '',
  ...(sortOrder == null ? {} : { sortOrder }),
  ...(identity == null ? {} : { identity: identityOf(identity) }),
  ...(mark == null ? {} : { mark: markOf(mark) }),
  ...(place == null ? {} : { place: placeOf(place) }),
});

const correctionOf = (message: splitsecond.v1.Correction.$Properties): Correction =>
  filled<Correction>(message, { reason: null, moved: [] });

const headerOf = (message: splitsecond.v1.Header.$Properties): Header => {
  const header = filled<Header>(message, {
    subcode: null,
    rule: null,
    names: { discipline: '' },
    columns: [],
    info: {},
  });
  return { ...header, reliability: filled(message.reliability ?? {}, { ok: false, reasons: [] }) };
};

const identityOf = (message: splitsecond.v1.Identity.$Properties): Identity => filled(message, {});

const placeOf = (message: splitsecond.v1.Place.$Properties): Place =>
  filled<Place>(message, { rank: null, diff: null, qualificationMark: null, decidedBy: null });

/** The families stand beside the other fields in the message, and under `details` in the model. */
function markOf(message: splitsecond.v1.Mark.$Properties): Mark {
  const { timedRace, bestOf, countback, judged, combined, ...mark } = plain(message) as Partial<Mark> &
    Partial<Details>;
  const details: Details = {
    ...(timedRace && { timedRace: { ...timedRace, passings: timedRace.passings ?? [] } }),
    ...(bestOf && { bestOf: { ...bestOf, attempts: bestOf.attempts ?? [] } }),
    ...(countback && { countback: { ...countback, heights: countback.heights ?? [] } }),
    ...(judged && {
      judged: { parts: (judged.parts ?? []).map((part) => ({ ...part, components: part.components ?? {} })) },
    }),
    ...(combined && { combined: { parts: combined.parts ?? [] } }),
  };
  return { result: null, resultType: null, irm: null, records: [], ...mark, details };
}

const filled = <Part>(message: object, absent: Partial<Part>): Part =>
  ({ ...absent, ...plain(message) }) as Part;

type Plain = Record<string, unknown>;

/** A message as the model has it: defaults of the schema filled in, absent fields and empty lists left out. */
function plain(message: object): Plain {
  const fields: Plain = {};
  // The generated classes keep the defaults of fields without presence on the prototype.
  for (const name in message) {
    const value = plainValue((message as Plain)[name]);
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

function plainValue(value: unknown): unknown {
  if (value === null || typeof value === 'function') return undefined;
  if (Array.isArray(value))
    return value.length === 0 ? undefined : value.map((each) => plainValue(each) ?? {});
  if (typeof value !== 'object') return value;
  const isMap = Object.getPrototypeOf(value) === Object.prototype;
  const fields = plain(value);
  return isMap && Object.keys(fields).length === 0 ? undefined : fields;
}
