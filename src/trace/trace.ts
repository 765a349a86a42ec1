import type { StoredVenueMessage } from '../broker/broker.ts';
import { factToWire } from '../ingest/from-wire.ts';
import type { Rejection } from '../ingest/rejection.ts';
import { type Channel, type Document, listRows } from '../model/document.ts';
import { type Fact, type FactOf, originText } from '../model/fact.ts';
import { millisecondText } from '../model/instant.ts';
import type { ListRow } from '../model/row.ts';
import type { Words } from '../model/words.ts';
import type { Sport } from '../rules/contract.ts';
import { type StoredFact, TracedFacts } from './traced-facts.ts';

/** What decided between a row and the one above it. */
export interface Decision {
  readonly criterion: string;
  readonly clause: string;
  /** The criterion in a language. */
  readonly words: string;
}

/** Who stands next to the row, and what decided between the two; null: nothing did, they share the rank or have none. */
export interface Neighbour {
  readonly key: string;
  readonly name: string;
  readonly rank: number | null;
  readonly result: string | null;
  readonly irm: string | null;
  readonly decidedBy: Decision | null;
}

export interface TracedFact {
  readonly place: number;
  readonly storedAt: string;
  readonly messageId: string;
  readonly venue: string;
  readonly unit: string;
  readonly source: string | null;
  readonly epoch: string | null;
  readonly seq: number | null;
  /** As in the venue feed: `{ passing: { ... } }`, of a start list the competitor's entry alone; null where it could not be read. */
  readonly said: object | null;
  readonly state: StoredFact['stand']['state'] | 'REFUSED';
  /** Replaced or withdrawn by which fact, let through by which, or why it is held or refused. */
  readonly because: string | null;
}

export interface Trace {
  readonly channel: Channel;
  readonly version: number;
  readonly hash: string;
  readonly asOf: string;
  readonly status: string;
  readonly key: string;
  readonly name: string;
  readonly rank: number | null;
  readonly rankEqual: boolean;
  readonly result: string | null;
  readonly irm: string | null;
  readonly qualificationMark: string | null;
  readonly above: Neighbour | null;
  readonly below: Neighbour | null;
  readonly facts: readonly TracedFact[];
}

export type TraceProblem = 'NO_DOCUMENT' | 'NO_VERSION' | 'NO_ROW';

export interface TraceOptions {
  readonly channel: Channel;
  /** The key of the row. */
  readonly competitor: string;
  /** By default the newest. */
  readonly version?: number;
  readonly sports: Iterable<Sport>;
  readonly words: Words | null;
  readonly decode?: (message: StoredVenueMessage) => Fact | Rejection;
}

/** The facts and criteria behind a row, from the facts of VENUE in their order; or why there is no such row. */
export async function traceRow(
  messages: AsyncIterable<StoredVenueMessage>,
  options: TraceOptions,
): Promise<Trace | TraceProblem> {
  const { version = Number.POSITIVE_INFINITY } = options;
  const facts = new TracedFacts(options);
  for await (const message of messages) {
    facts.take(message);
    if ((facts.document?.version ?? 0) >= version) break;
  }
  const { document } = facts;
  if (document === null) return 'NO_DOCUMENT';
  if (options.version !== undefined && document.version !== version) return 'NO_VERSION';
  const rows = listRows(document);
  const index = rows.findIndex(({ key }) => key === options.competitor);
  return index < 0 ? 'NO_ROW' : traceOf(document, rows, index, { facts, options });
}

function traceOf(
  { version, hash, asOf, header }: Document,
  rows: readonly ListRow[],
  index: number,
  { facts, options }: { facts: TracedFacts; options: TraceOptions },
): Trace {
  const row = rows[index]!;
  const { words } = options;
  return {
    channel: options.channel,
    version,
    hash,
    asOf,
    status: header.status,
    key: row.key,
    name: nameOf(row),
    rank: row.place.rank,
    rankEqual: row.place.rankEqual,
    result: row.mark.result,
    irm: row.mark.irm,
    qualificationMark: row.place.qualificationMark,
    above: neighbour(rows[index - 1], row, words),
    below: neighbour(rows[index + 1], rows[index + 1], words),
    facts: facts.facts().map((fact) => tracedFact(fact, facts)),
  };
}

/** `lower`: of the two that stand next to each other the lower one, which says what decided. */
function neighbour(
  row: ListRow | undefined,
  lower: ListRow | undefined,
  words: Words | null,
): Neighbour | null {
  if (row === undefined || lower === undefined) return null;
  const { decidedBy } = lower.place;
  const decision =
    decidedBy === null
      ? null
      : { ...decidedBy, words: words?.criteria?.[decidedBy.criterion] ?? decidedBy.criterion };
  const { mark, place } = row;
  return {
    key: row.key,
    name: nameOf(row),
    rank: place.rank,
    result: mark.result,
    irm: mark.irm,
    decidedBy: decision,
  };
}

const nameOf = ({ identity }: ListRow): string => identity.name;

function tracedFact(stored: StoredFact, facts: TracedFacts): TracedFact {
  const { message, fact, stand, refusal } = stored;
  return {
    place: message.streamSeq,
    storedAt: millisecondText(message.storedAt),
    messageId: message.messageId,
    venue: message.venue,
    unit: message.unit,
    source: fact?.source ?? null,
    epoch: fact?.epoch ?? null,
    seq: fact?.seq ?? null,
    said: fact === null ? null : contentOf(fact, facts.competitor),
    state: fact === null ? 'REFUSED' : stand.state,
    because:
      becauseOf(stored, facts) ??
      (fact === null && refusal !== null ? `${refusal.code}: ${refusal.message}` : null),
  };
}

function contentOf(fact: Fact, competitor: string): object {
  const {
    source: _source,
    epoch: _epoch,
    seq: _seq,
    sentAt: _sentAt,
    unit: _unit,
    ...said
  } = factToWire(fact.kind === 'startList' ? withEntryOf(fact, competitor) : fact);
  return said;
}

function withEntryOf(fact: FactOf<'startList'>, competitor: string): Fact {
  const { content } = fact;
  const entries = content.entries.filter((entry) => entry.competitor.code === competitor);
  return { ...fact, content: { ...content, entries } };
}

function becauseOf(stored: StoredFact, facts: TracedFacts): string | null {
  const { stand } = stored;
  if (stand.state === 'REPLACED') return `by ${originText(stand.by)} at ${stand.by.streamSeq}`;
  if (stand.state === 'HELD' || stand.state === 'REFUSED')
    return `${stand.objection.code}: ${stand.objection.message}`;
  const kind = stand.state === 'VOIDED' ? 'void' : 'release';
  const word = facts.wordOn(stored, kind);
  if (word === null) return null;
  return kind === 'void'
    ? `by ${originText(word)} at ${word.streamSeq}`
    : `let through by ${originText(word)} at ${word.streamSeq}`;
}
