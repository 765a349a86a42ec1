import type { CompetitorCode } from '../model/competitor.ts';
import { type Fact, type FactKind, type FactOf, originText } from '../model/fact.ts';
import { keyOf } from '../model/fact-key.ts';
import { PartedMap } from '../model/parted-map.ts';
import type { Objection } from '../rules/held-facts.ts';
import { FACTS_OF_UNIT, FACTS_PER_COMPETITOR, HELD_KEPT, WORDS_PER_KEY } from './bounds.ts';
import { type Change, changeBetween, competitorOf, joined, MEASURED } from './change.ts';
import { Conflicts } from './conflicts.ts';
import { type Examination, UNEXAMINED } from './examination.ts';
import { type FactStand, standAmong } from './fact-stand.ts';
import { addTo, byKey, KeyIndex } from './key-index.ts';
import { leastWord } from './least-word.ts';
import type { LedgerFacts } from './ledger-facts.ts';
import { isOfListedKind, type ListedKind, OF_UNIT } from './listed.ts';
import { originOfRelease, originOfVoid } from './origins.ts';
import { spentReading } from './spent-reading.ts';
import { standingFact } from './standing-fact.ts';

/** Stands for the unit as a whole where facts are counted by competitor: no code is empty. */
const UNIT = '';

/**
 * What the venues have said about one unit (or phase, or event), and which of it holds (D4): for each
 * key the highest word that is neither withdrawn nor held. The outcome depends on the set of facts,
 * not on the order in which they came.
 */
export class UnitLedger {
  readonly #words = new PartedMap<Fact[]>();
  /** The fact that holds, by key. */
  readonly #holding = new PartedMap<Fact>();
  readonly #byCompetitor = new KeyIndex();
  readonly #byKind = new KeyIndex();
  readonly #keyOfOrigin = new PartedMap<string>();
  readonly #voided = new Set<string>();
  readonly #released = new Set<string>();
  readonly #objections = new Map<Fact, Objection>();
  readonly #conflicts = new Conflicts();
  /** Facts that would hold if there were no objection to them, by key. */
  readonly #held = new Map<string, Fact>();
  readonly #sources = new Set<string>();
  #examination: Examination = UNEXAMINED;
  #nowHeld: Fact[] = [];
  /** How many measured facts hold, by whom they are about; `UNIT` for those about all. */
  readonly #measured = new PartedMap<number>();
  /** How many facts of a rehearsal hold, in the same way. */
  readonly #rehearsed = new PartedMap<number>();
  /** The source that wins whatever others say (F4). */
  #primary: string | null = null;

  /** Whether a fact of a rehearsal counts: one about the unit as a whole, or about somebody listed. */
  isTest(isListed: (code: CompetitorCode) => boolean): boolean {
    for (const about of this.#rehearsed.keys()) if (about === UNIT || isListed(about)) return true;
    return false;
  }

  get sources(): ReadonlySet<string> {
    return this.#sources;
  }

  /** Facts that the one taken last has made impossible, itself among them; `objectionTo` says why. */
  get nowHeld(): readonly Fact[] {
    return this.#nowHeld;
  }

  /** Everything that a new ledger needs to go on from here. */
  get facts(): LedgerFacts {
    return {
      words: [...this.#words.values()].flat(),
      voided: [...this.#voided],
      released: [...this.#released],
      sources: [...this.#sources],
    };
  }

  /** Takes up what another ledger has been told; this one has been told nothing. */
  takeUp({ words, voided, released, sources }: LedgerFacts): void {
    for (const source of sources) this.#sources.add(source);
    for (const origin of voided) this.#voided.add(origin);
    for (const origin of released) this.#released.add(origin);
    for (const fact of words) {
      const key = keyOf(fact);
      this.#keyOfOrigin.set(originText(fact), key);
      const known = this.#words.get(key);
      if (known === undefined) this.#words.set(key, [fact]);
      else known.push(fact);
    }
    this.examineBy(this.#examination);
  }

  /** Takes a fact in and says what it changed. */
  take(fact: Fact): Change {
    this.#nowHeld = [];
    // A source of which facts are lost has spoken of the unit.
    this.#sources.add(fact.kind === 'link' ? fact.content.source : fact.source);
    if (fact.kind === 'void') return this.#withdraw(originOfVoid(fact));
    if (fact.kind === 'release') return this.#release(fact);
    if (fact.kind === 'heartbeat' || fact.kind === 'link') return 'NOTHING';
    const key = keyOf(fact);
    const origin = originText(fact);
    if (this.#keyOfOrigin.has(origin)) return 'NOTHING';
    this.#keyOfOrigin.set(origin, key);
    this.#examineOne(fact);
    const words = this.#words.get(key);
    if (words === undefined) this.#words.set(key, [fact]);
    else this.#addWord(words, fact);
    const change = this.#decideAmongAll(key);
    if (this.#held.size > HELD_KEPT) this.forget(this.#held.values().next().value!);
    const spent = fact.kind === 'conditions' ? spentReading(this.all('conditions')) : null;
    if (spent !== null) this.forget(spent);
    return change;
  }

  /** Of what there is no room for a fact beside those that hold; null where there is, and for another word for one of them. */
  fullOf(fact: Fact): 'COMPETITOR' | 'UNIT' | null {
    if (this.#words.has(keyOf(fact))) return null;
    if ((OF_UNIT as readonly FactKind[]).includes(fact.kind))
      return OF_UNIT.reduce((sum, kind) => sum + this.all(kind).length, 0) < FACTS_OF_UNIT ? null : 'UNIT';
    const competitor = competitorOf(fact);
    return competitor === null || this.about(competitor).length < FACTS_PER_COMPETITOR ? null : 'COMPETITOR';
  }

  /**
   * Whether the fact that its sender expects to hold for its key does; true for one that expects nothing. What is to be withdrawn
   * is its own key. The answer depends on what came before, as the sender wants it: the stream has one order for all.
   */
  isAsExpected(fact: Fact): boolean {
    const { expects } = fact;
    if (expects === undefined) return true;
    const key = fact.kind === 'void' ? this.#keyOfOrigin.get(originOfVoid(fact)) : keyOf(fact);
    const holding = key === undefined ? undefined : this.#holding.get(key);
    if (expects.seq === 0) return holding === undefined;
    const { source = fact.source, epoch = fact.epoch, seq } = expects;
    return holding !== undefined && originText(holding) === originText({ source, epoch, seq });
  }

  /** The fact of a kind that has only one per unit. */
  whole<K extends 'setup' | 'startList' | 'status' | 'schedule' | 'clock' | 'competition'>(
    kind: K,
  ): FactOf<K> | null {
    return (this.#holding.get(kind) as FactOf<K> | undefined) ?? null;
  }

  /** The facts of one kind that hold, in key order; of readings those that are of no competitor. The list changes with the next fact. */
  all<K extends ListedKind>(kind: K): readonly FactOf<K>[] {
    return this.#byKind.of(kind) as readonly unknown[] as readonly FactOf<K>[];
  }

  /** The facts about one competitor that hold, in key order. The list changes with the next fact. */
  about(competitor: CompetitorCode): readonly Fact[] {
    return this.#byCompetitor.of(competitor);
  }

  /** Whether anything was measured of the unit as a whole or of somebody listed: the unit has begun. */
  hasBegun(isListed: (code: CompetitorCode) => boolean): boolean {
    for (const about of this.#measured.keys()) if (about === UNIT || isListed(about)) return true;
    return false;
  }

  /** Whether anything was measured of a competitor. */
  hasMeasured(competitor: CompetitorCode): boolean {
    return this.#measured.has(competitor);
  }

  /** Competitors that facts are about. */
  get mentioned(): Iterable<CompetitorCode> {
    return this.#byCompetitor.filed();
  }

  /** Facts that are held, with the reason; a release lets them through, a newer word makes up for them. */
  held(): { fact: Fact; objection: Objection }[] {
    return [...this.#held.values()].map((fact) => ({ fact, objection: this.objectionTo(fact)! }));
  }

  /** No fact holds any more, or none has come. */
  get isEmpty(): boolean {
    return this.#holding.isEmpty;
  }

  /** How many facts are held. */
  get heldCount(): number {
    return this.#held.size;
  }

  /** An operator has let it through, whatever speaks against it. */
  isReleased(fact: Fact): boolean {
    return this.#released.size > 0 && this.#released.has(originText(fact));
  }

  objectionTo(fact: Fact): Objection | null {
    return this.#objections.get(fact) ?? this.#conflicts.objectionTo(fact);
  }

  /** Whether a fact that was taken in counts, and if not, why. */
  standOf(fact: Fact): FactStand {
    return standAmong(fact, {
      holding: this.#holding.get(keyOf(fact)),
      words: this.#words.get(keyOf(fact)) ?? [],
      isVoided: this.#voided.has(originText(fact)),
      objectionTo: (word) => (this.#isHeld(word) ? this.objectionTo(word) : null),
    });
  }

  /** Looks at every fact again, because the rule or the start list is another one. */
  examineBy(examination: Examination): void {
    this.#examination = examination;
    this.#objections.clear();
    this.#conflicts.clear();
    for (const words of this.#words.values()) for (const fact of words) this.#examineOne(fact);
    for (const key of this.#words.keys()) this.#decide(key);
    this.#review([...this.#byCompetitor.filed()]);
  }

  /** Drops a fact as if it had not come (a bound was reached). */
  forget(fact: Fact): void {
    const key = keyOf(fact);
    this.#drop(fact);
    const words = this.#words.get(key)?.filter((word) => word !== fact) ?? [];
    if (words.length === 0) this.#words.delete(key);
    else this.#words.set(key, words);
    this.#decideAmongAll(key);
  }

  #examineOne(fact: Fact): void {
    const objection = this.#examination.each(fact);
    if (objection !== null) this.#objections.set(fact, objection);
  }

  /** With it goes what was said of it alone: a replay that begins again and again withdraws everything each time. */
  #drop(fact: Fact): void {
    const origin = originText(fact);
    this.#keyOfOrigin.delete(origin);
    this.#voided.delete(origin);
    this.#released.delete(origin);
    this.#objections.delete(fact);
  }

  #addWord(words: Fact[], fact: Fact): void {
    words.push(fact);
    if (words.length <= WORDS_PER_KEY) return;
    const least = leastWord(words);
    words.splice(words.indexOf(least), 1);
    this.#drop(least);
  }

  #withdraw(origin: string): Change {
    if (this.#voided.has(origin)) return 'NOTHING';
    this.#voided.add(origin);
    return this.#decideOrigin(origin);
  }

  #release(fact: FactOf<'release'>): Change {
    const origin = originOfRelease(fact);
    this.#released.add(origin);
    return this.#decideOrigin(origin, true);
  }

  #decideOrigin(origin: string, letThrough = false): Change {
    const key = this.#keyOfOrigin.get(origin);
    if (key === undefined) return 'NOTHING';
    const { heldCount } = this;
    const change = this.#decideAmongAll(key, letThrough);
    // Nothing held any more is news of its own: the list can be relied on again.
    return change === 'NOTHING' && heldCount !== this.heldCount ? 'UNIT' : change;
  }

  /** Works out which word holds for a key, and what that means for the others that are looked at with it. */
  #decideAmongAll(key: string, letThrough = false): Change {
    const wasHeld = this.#conflicts.factOf(key);
    const held = this.#holding.get(key);
    const before = wasHeld ?? held;
    this.#conflicts.settle(key);
    const change = this.#decide(key);
    // The same words as before are held as before, unless one of them was let through.
    const isAsBefore = change === 'NOTHING' && wasHeld === undefined && !letThrough;
    if (this.#examination.together === null || isAsBefore) return change;
    const codes = new Set<CompetitorCode>();
    for (const fact of [before, this.#holding.get(key)]) {
      const code = fact === undefined ? null : competitorOf(fact);
      if (code !== null) codes.add(code);
    }
    if (codes.size === 0) return change;
    const ofOthers = this.#review(codes, key);
    this.#nowHeld = this.#nowHeld.filter((fact) => fact !== wasHeld);
    // What was let in for the look and held again has changed nothing.
    return joined(changeBetween(held, this.#holding.get(key)), ofOthers);
  }

  /**
   * Looks at the facts of these competitors together; in a rule over the field, at all of them. Says what that changes of
   * other keys than the one that is `decided`.
   */
  #review(codes: Iterable<CompetitorCode>, decided?: string): Change {
    const { together } = this.#examination;
    if (together === null) return 'NOTHING';
    if (together.of === 'COMPETITOR') {
      let change: Change = 'NOTHING';
      for (const code of codes)
        change = joined(change, this.#reviewOnce(this.#candidatesOf(code), together, decided));
      return change;
    }
    const everybody = new Set([...this.#byCompetitor.filed(), ...this.#conflicts.competitors]);
    return this.#reviewOnce(
      [...everybody].sort().flatMap((code) => this.#candidatesOf(code)),
      together,
      decided,
    );
  }

  #reviewOnce(
    candidates: readonly [key: string, fact: Fact][],
    together: NonNullable<Examination['together']>,
    decided: string | undefined,
  ): Change {
    const objections = together.check(candidates.map(([, fact]) => fact));
    let change: Change = 'NOTHING';
    for (const [key, fact] of candidates) {
      const said = objections.get(fact);
      const known = this.#conflicts.factOf(key);
      if (said === undefined && known === undefined) continue;
      const objection = said === undefined || this.isReleased(fact) ? undefined : said;
      if (objection === undefined && known === undefined) continue;
      // Held as before, whatever the reason now is: the word that holds is the same.
      if (objection !== undefined && this.#conflicts.saysAgain(key, fact, objection)) continue;
      if (objection === undefined) this.#conflicts.settle(key);
      else this.#conflicts.set(key, competitorOf(fact)!, fact, objection);
      if (objection !== undefined && known === undefined) this.#nowHeld.push(fact);
      const decision = this.#decide(key);
      if (key !== decided) change = joined(change, decision);
    }
    return change;
  }

  /** What would hold of a competitor if nothing spoke against it but the fact itself, in key order. */
  #candidatesOf(code: CompetitorCode): [key: string, fact: Fact][] {
    const candidates = this.#byCompetitor.entriesOf(code);
    const conflicts = this.#conflicts.of(code);
    if (conflicts.length === 0) return candidates;
    const all = new Map([...candidates, ...conflicts.map((fact) => [keyOf(fact), fact] as const)]);
    return [...all].sort(([one], [other]) => byKey(one, other));
  }

  /** Works out which word holds for a key. */
  #decide(key: string): Change {
    const before = this.#holding.get(key);
    const primary = key === 'setup' ? null : this.#primary;
    const said = this.#words.get(key) ?? [];
    const { size } = this.#voided;
    const words = size === 0 ? said : said.filter((fact) => !this.#voided.has(originText(fact)));
    const now = this.#heldOrStanding(key, words, primary);
    if (now === before) return 'NOTHING';
    const fact = (now ?? before)!;
    if (now === undefined) this.#holding.delete(key);
    else this.#holding.set(key, now);
    if (isOfListedKind(fact)) this.#byKind.put(fact.kind, key, now);
    if (before !== undefined) this.#file(before, key, undefined, -1);
    if (now !== undefined) this.#file(now, key, now, 1);
    if (key === 'setup') this.#followPrimary();
    return changeBetween(before, now);
  }

  /** Puts a fact in, or takes it out, where it is looked up by competitor. */
  #file(about: Fact, key: string, held: Fact | undefined, count: 1 | -1): void {
    const competitor = competitorOf(about);
    if (MEASURED.has(about.kind)) addTo(this.#measured, competitor ?? UNIT, count);
    if (about.test) addTo(this.#rehearsed, competitor ?? UNIT, count);
    if (competitor !== null) this.#byCompetitor.put(competitor, key, held);
  }

  /** Another primary source may make other words hold, whatever came first. */
  #followPrimary(): void {
    const primary = this.whole('setup')?.content.primary ?? null;
    if (primary === this.#primary) return;
    this.#primary = primary;
    for (const key of this.#words.keys()) if (key !== 'setup') this.#decide(key);
  }

  /** The word that holds; notes the one that would, if an objection keeps it from it. */
  #heldOrStanding(key: string, words: readonly Fact[], primary: string | null): Fact | undefined {
    const first = standingFact(words, primary);
    if (first === undefined || !this.#isHeld(first)) {
      this.#held.delete(key);
      return first;
    }
    // Held anew it is the newest: the bound forgets what has been held longest.
    if (this.#held.get(key) !== first) this.#held.delete(key);
    if (this.#objections.get(first)?.refused !== true) this.#held.set(key, first);
    return standingFact(
      words.filter((fact) => !this.#isHeld(fact)),
      primary,
    );
  }

  #isHeld(fact: Fact): boolean {
    const objection = this.objectionTo(fact);
    if (objection === null) return false;
    return objection.refused === true || !this.isReleased(fact);
  }
}
