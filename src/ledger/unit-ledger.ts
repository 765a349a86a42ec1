import type { CompetitorCode } from '../model/competitor.ts';
import type { Fact, FactKind, FactOf, Origin } from '../model/fact.ts';
import { keyOf } from '../model/fact-key.ts';
import type { Objection } from '../rules/contract.ts';
import { standingFact } from './standing-fact.ts';

/** What a fact changed: nothing, the row of some competitors, or the unit as a whole. */
export type Change = 'NOTHING' | 'UNIT' | { readonly competitors: readonly CompetitorCode[] };

/** Facts that say something of the unit (or of all rows) even when they name a competitor. */
const UNIT_WIDE: ReadonlySet<FactKind> = new Set([
  'setup',
  'startList',
  'status',
  'schedule',
  'clock',
  'order',
  'note',
  'advance',
  'rankOverride',
]);

/**
 * Corrections of one key that are kept, newest first in rank. Beyond it the oldest word is forgotten,
 * so that a key that is set ten thousand times (a clock) holds no more than this.
 */
const WORDS_PER_KEY = 64;

/**
 * What the venues have said about one unit (or phase, or event), and which of it holds (D4): for each
 * key the highest word that is neither withdrawn nor held. The outcome depends on the set of facts,
 * not on the order in which they came.
 */
export class UnitLedger {
  readonly #words = new Map<string, Fact[]>();
  /** The fact that holds, by key. */
  readonly #holding = new Map<string, Fact>();
  readonly #byCompetitor = new Map<CompetitorCode, Map<string, Fact>>();
  readonly #byKind = new Map<FactKind, Map<string, Fact>>();
  readonly #keyOfOrigin = new Map<string, string>();
  readonly #voided = new Set<string>();
  readonly #released = new Set<string>();
  readonly #objections = new Map<Fact, Objection>();
  readonly #sources = new Set<string>();
  #examine: (fact: Fact) => Objection | null = () => null;
  #test = false;
  /** Measured facts that hold. */
  #measured = 0;

  /** True once a fact of a rehearsal is among them. */
  get test(): boolean {
    return this.#test;
  }

  get sources(): ReadonlySet<string> {
    return this.#sources;
  }

  /** Takes a fact in and says what it changed. */
  take(fact: Fact): Change {
    if (fact.test) this.#test = true;
    this.#sources.add(fact.source);
    if (fact.kind === 'void') {
      return this.#withdraw(
        originOf(fact.content.source ?? fact.source, fact.content.epoch ?? fact.epoch, fact.content.seq),
      );
    }
    if (fact.kind === 'release') return this.#release(fact);
    if (fact.kind === 'heartbeat' || fact.kind === 'link') return 'NOTHING';
    const key = keyOf(fact);
    const origin = originOf(fact.source, fact.epoch, fact.seq);
    if (this.#keyOfOrigin.has(origin)) return 'NOTHING';
    this.#keyOfOrigin.set(origin, key);
    this.#examineOne(fact);
    const words = this.#words.get(key);
    if (words === undefined) this.#words.set(key, [fact]);
    else this.#addWord(words, fact);
    return this.#decide(key, fact);
  }

  /** The fact of a kind that has only one per unit. */
  whole<K extends 'setup' | 'startList' | 'status' | 'schedule' | 'clock'>(kind: K): FactOf<K> | null {
    return (this.#holding.get(kind) as FactOf<K> | undefined) ?? null;
  }

  /** The facts of one kind that hold, in key order. */
  all<K extends FactKind>(kind: K): FactOf<K>[] {
    const found = this.#byKind.get(kind);
    if (found === undefined || found.size === 0) return [];
    return [...found].sort(byKey).map(([, fact]) => fact as unknown as FactOf<K>);
  }

  /** The facts about one competitor that hold, in key order. */
  about(competitor: CompetitorCode): readonly Fact[] {
    const facts = this.#byCompetitor.get(competitor);
    return facts === undefined ? [] : [...facts].sort(byKey).map(([, fact]) => fact);
  }

  /** Whether anything was measured: the unit has begun. */
  get begun(): boolean {
    return this.#measured > 0;
  }

  /** Competitors that facts are about. */
  get mentioned(): Iterable<CompetitorCode> {
    return this.#byCompetitor.keys();
  }

  /** Facts that are held, with the reason; a release lets them through. */
  held(): { fact: Fact; objection: Objection }[] {
    return [...this.#objections]
      .filter(([fact]) => !this.#isOut(fact, false))
      .map(([fact, objection]) => ({ fact, objection }));
  }

  objectionTo(fact: Fact): Objection | null {
    return this.#objections.get(fact) ?? null;
  }

  /** Looks at every fact again, because the rule or the start list is another one. */
  examineBy(examine: (fact: Fact) => Objection | null): void {
    this.#examine = examine;
    this.#objections.clear();
    for (const words of this.#words.values()) for (const fact of words) this.#examineOne(fact);
    for (const key of this.#words.keys()) this.#decide(key, null);
  }

  /** Drops a fact as if it had not come (a bound was reached). */
  forget(fact: Fact): void {
    const key = keyOf(fact);
    this.#keyOfOrigin.delete(originOf(fact.source, fact.epoch, fact.seq));
    this.#objections.delete(fact);
    const words = this.#words.get(key)?.filter((word) => word !== fact) ?? [];
    if (words.length === 0) this.#words.delete(key);
    else this.#words.set(key, words);
    this.#decide(key, fact);
  }

  #examineOne(fact: Fact): void {
    const objection = this.#examine(fact);
    if (objection !== null) this.#objections.set(fact, objection);
  }

  #addWord(words: Fact[], fact: Fact): void {
    words.push(fact);
    if (words.length <= WORDS_PER_KEY) return;
    const [oldest] = words.toSorted((one, other) => one.streamSeq - other.streamSeq);
    words.splice(words.indexOf(oldest!), 1);
    this.#keyOfOrigin.delete(originOf(oldest!.source, oldest!.epoch, oldest!.seq));
    this.#objections.delete(oldest!);
  }

  #withdraw(origin: string): Change {
    if (this.#voided.has(origin)) return 'NOTHING';
    this.#voided.add(origin);
    return this.#decideOrigin(origin);
  }

  #release(fact: FactOf<'release'>): Change {
    const { source, seq } = fact.content;
    const origin = originOf(source, fact.content.epoch ?? fact.epoch, seq);
    this.#released.add(origin);
    return this.#decideOrigin(origin);
  }

  #decideOrigin(origin: string): Change {
    const key = this.#keyOfOrigin.get(origin);
    if (key === undefined) return 'NOTHING';
    return this.#decide(key, null);
  }

  /** Works out which word holds for a key. */
  #decide(key: string, hint: Fact | null): Change {
    const before = this.#holding.get(key);
    const words = (this.#words.get(key) ?? []).filter((fact) => !this.#isOut(fact, true));
    const primary = key === 'setup' ? null : this.#primarySource();
    const now = standingFact(words, primary);
    if (now === before) return 'NOTHING';
    const fact = now ?? before ?? hint!;
    if (MEASURED.has(fact.kind)) this.#measured += Number(now !== undefined) - Number(before !== undefined);
    if (now === undefined) this.#holding.delete(key);
    else this.#holding.set(key, now);
    put(this.#byKind, fact.kind, key, now);
    const competitor = competitorOf(fact);
    if (competitor !== null) put(this.#byCompetitor, competitor, key, now);
    if (competitor === null || UNIT_WIDE.has(fact.kind)) return 'UNIT';
    return { competitors: [competitor] };
  }

  #isOut(fact: Fact, orHeld: boolean): boolean {
    const origin = originOf(fact.source, fact.epoch, fact.seq);
    if (this.#voided.has(origin)) return true;
    const isHeld = this.#objections.has(fact) && !this.#released.has(origin);
    return orHeld ? isHeld : !isHeld;
  }

  #primarySource(): string | null {
    const primary = this.whole('setup')?.content.options?.primary;
    return typeof primary === 'string' ? primary : null;
  }
}

/** Sets or deletes what an index holds for a key. */
function put<By>(index: Map<By, Map<string, Fact>>, by: By, key: string, fact: Fact | undefined): void {
  let facts = index.get(by);
  if (facts === undefined) {
    facts = new Map();
    index.set(by, facts);
  }
  if (fact === undefined) facts.delete(key);
  else facts.set(key, fact);
  if (facts.size === 0) index.delete(by);
}

/** Kinds that only come when the competition is under way. */
const MEASURED: ReadonlySet<FactKind> = new Set([
  'passing',
  'attempt',
  'score',
  'periodScore',
  'action',
  'clock',
  'start',
  'reaction',
]);

export const originOf = (source: string, epoch: string, seq: number): string => `${source}:${epoch}:${seq}`;

export const originText = ({ source, epoch, seq }: Origin): string => originOf(source, epoch, seq);

/** The competitor that a fact is about; null when it is about the unit. */
export function competitorOf(fact: Fact): CompetitorCode | null {
  return 'competitor' in fact.content ? (fact.content.competitor ?? null) : null;
}

/** Numbers inside keys compare as numbers: attempt 10 comes after attempt 9. */
function byKey([one]: [string, Fact], [other]: [string, Fact]): number {
  const ones = one.split('|');
  const others = other.split('|');
  for (let index = 0; index < Math.max(ones.length, others.length); index += 1) {
    const a = ones[index] ?? '';
    const b = others[index] ?? '';
    if (a === b) continue;
    const difference = Number(a) - Number(b);
    if (!Number.isNaN(difference) && difference !== 0) return difference;
    return a < b ? -1 : 1;
  }
  return 0;
}
