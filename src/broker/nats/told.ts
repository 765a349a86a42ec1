/**
 * What stands in the buckets and under the subjects that only this pipeline writes, read as what anybody may have put there: null for what
 * is none of ours. An entry that made a reader fail would do so at every start.
 */
import { parseRsc } from '../../model/rsc.ts';
import type { EngineWord, KeptDocument, ProcessedPosition, SourceNews, SourceStatus } from '../broker.ts';
import type { Cut } from '../cut.ts';

type Fields = Readonly<Record<string, unknown>>;

const STATES: ReadonlySet<unknown> = new Set<SourceStatus['state']>(['OK', 'SILENT', 'GAP']);
const FORMS: ReadonlySet<unknown> = new Set<KeptDocument['form']>(['whole', 'delta']);

export function processedOf(bytes: Uint8Array): ProcessedPosition | null {
  const { epoch, seq, beyond = [], disciplines = [] } = fieldsOf(bytes);
  const isPosition = isText(epoch) && isCount(seq) && Array.isArray(beyond) && beyond.every(isRange);
  if (!isPosition || !Array.isArray(disciplines) || !disciplines.every(isText)) return null;
  return {
    epoch,
    seq,
    ...(beyond.length === 0 ? {} : { beyond }),
    ...(disciplines.length === 0 ? {} : { disciplines }),
  };
}

const isRange = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every(isCount);

export function newsOf(bytes: Uint8Array): SourceNews | null {
  const { status, seen } = fieldsOf(bytes);
  if (isStatus(status)) return { status };
  return isWord(seen) ? { seen } : null;
}

/** The line in front of a kept document. */
export function keptPositionOf(line: Uint8Array): Omit<KeptDocument, 'data'> | null {
  const said = fieldsOf(line);
  const { channel, epoch, first, version, hash, form, streamSeq } = said;
  const isPosition = isText(epoch) && isCount(first) && isCount(version) && isCount(streamSeq);
  return isText(channel) && isPosition && isText(hash) && FORMS.has(form)
    ? (said as unknown as Omit<KeptDocument, 'data'>)
    : null;
}

/** A cut, and of which stream VENUE: when that was made. */
export function cutSaid(bytes: Uint8Array): { readonly created: string; readonly cut: Cut } | null {
  const { created, cut } = fieldsOf(bytes);
  if (!isText(created) || !isFields(cut)) return null;
  const { segment, to, units, numbers } = cut;
  const areCounts = [units, numbers].every((each) => isFields(each) && Object.values(each).every(isCount));
  return isText(segment) && isCount(to) && areCounts ? { created, cut: cut as unknown as Cut } : null;
}

function isStatus(value: unknown): value is SourceStatus {
  if (!isFields(value)) return false;
  const { source, state, lastFactAt, events, streamSeq } = value;
  const areEvents =
    Array.isArray(events) && events.every((event) => isText(event) && parseRsc(event) !== null);
  return isText(source) && STATES.has(state) && isCount(lastFactAt) && areEvents && isCount(streamSeq);
}

function isWord(value: unknown): value is EngineWord {
  if (!isFields(value)) return false;
  const { engine, epoch, disciplines } = value;
  const { streamSeq, historySeq, at, behindMs, behindFacts, resultsSeq } = value;
  const numbers = [streamSeq, historySeq, at, behindMs, behindFacts, resultsSeq];
  const areDisciplines = disciplines === null || (Array.isArray(disciplines) && disciplines.every(isText));
  return (
    isText(engine) && isText(epoch) && areDisciplines && numbers.every((number) => Number.isFinite(number))
  );
}

function fieldsOf(bytes: Uint8Array): Fields {
  try {
    const said: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return isFields(said) ? said : {};
  } catch {
    return {};
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
