/** Which facts leave an outbox that has grown to its bound. */
import type { WireFact } from '../ingest/wire.ts';
import { kindOf } from './recording.ts';

/** A fact that is processed, and kept for a broker that may lose it. */
export interface KeptFact {
  readonly fact: WireFact;
  readonly bytes: number;
}

/** A unit whose facts have left the outbox: a broker that loses them gets them from nobody. */
export interface LetGo {
  readonly unit: string;
  readonly epoch: string;
  /** The first and the last number; numbers of other units are between them. */
  readonly from: number;
  readonly to: number;
  readonly facts: number;
}

/** Said before anything happens in a unit. */
const BEFORE_IT_BEGINS: ReadonlySet<string | null> = new Set([
  'competition',
  'session',
  'setup',
  'startList',
  'schedule',
  'status',
  'note',
  'heartbeat',
]);

interface KeptUnit {
  readonly unit: string;
  bytes: number;
  hasBegun: boolean;
  isFinished: boolean;
  /** The later a unit was spoken of, the higher. */
  spokenOf: number;
}

/**
 * Whole units, until what is left has no more bytes than this: those that the source called OFFICIAL first, then those that have begun,
 * and at last those that are yet to come, in each case the one first that was not spoken of for longest.
 */
export function unitsToLetGo(kept: readonly KeptFact[], bytesLeft: number): ReadonlySet<string> {
  const units = new Map<string, KeptUnit>();
  for (const [index, each] of kept.entries()) note(each, index, units);
  let bytes = kept.reduce((sum, each) => sum + each.bytes, 0);
  const going = new Set<string>();
  for (const unit of [...units.values()].sort(soonerGone)) {
    if (bytes <= bytesLeft) break;
    going.add(unit.unit);
    bytes -= unit.bytes;
  }
  return going;
}

function note({ fact, bytes }: KeptFact, index: number, units: Map<string, KeptUnit>): void {
  const { unit = '' } = fact;
  const known = units.get(unit) ?? { unit, bytes: 0, hasBegun: false, isFinished: false, spokenOf: 0 };
  units.set(unit, known);
  const kind = kindOf(fact);
  known.bytes += bytes;
  known.spokenOf = index;
  known.hasBegun ||= !BEFORE_IT_BEGINS.has(kind);
  if (kind === 'status') known.isFinished = (fact.status as { result?: string }).result === 'OFFICIAL';
}

const turnOf = ({ isFinished, hasBegun }: KeptUnit): number => (isFinished ? 0 : hasBegun ? 1 : 2);

const soonerGone = (one: KeptUnit, other: KeptUnit): number =>
  turnOf(one) - turnOf(other) || one.spokenOf - other.spokenOf;

/** What has gone, by unit and epoch. */
export function letGoOf(facts: readonly WireFact[]): LetGo[] {
  const gone = new Map<string, LetGo>();
  for (const { unit = '', epoch = '', seq } of facts) {
    const key = `${unit} ${epoch}`;
    const known = gone.get(key) ?? { unit, epoch, from: seq, to: seq, facts: 0 };
    gone.set(key, {
      ...known,
      from: Math.min(known.from, seq),
      to: Math.max(known.to, seq),
      facts: known.facts + 1,
    });
  }
  return [...gone.values()];
}

/** `ATHM100M--------------FNL-000100-- (12 facts, e 1 to 40)`. */
export const letGoText = ({ unit, epoch, from, to, facts }: LetGo): string =>
  `${unit === '' ? 'no unit' : unit} (${facts} facts, ${epoch} ${from} to ${to})`;
