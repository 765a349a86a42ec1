import { levelOf, phaseRsc, type Rsc } from '../model/rsc.ts';
import type { Arrangement } from './arrangement.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import type { PartsField } from './parts-field.ts';
import { Proposals } from './proposals.ts';
import type { Qualification, QualificationMarks } from './qualification.ts';
import type { UnitField } from './unit-field.ts';

/** What a reflow asks for. */
export interface ReflowSources {
  readonly tree: DisciplineTree;
  readonly qualification: Qualification;
  /** Brings everything that is made of a unit in step, after its rows changed (all of them: `whole`). */
  changed(unit: UnitField, whole: boolean): void;
  /** Other people are listed in a phase. */
  listChanged(list: Rsc): void;
}

/**
 * Lets a change run on through the plans: lists are made of units, units are filled from units and lists,
 * and so on down to the final. Each is looked at once, after everything that it is filled from, so a
 * corrected first round makes one version of each document and no more.
 */
export class Reflow {
  readonly #sources: ReflowSources;
  /** Those first that nothing else in the queue can fill. */
  readonly #waiting = new ByDepth();

  constructor(sources: ReflowSources) {
    this.#sources = sources;
  }

  /** A unit has changed (`whole`: who starts in it may have, too), and with it the lists that it is part of. */
  after(unit: Rsc, whole: boolean): void {
    const { arranged } = this.#sources.tree;
    for (const source of [unit, phaseRsc(unit), ...arranged.listsOf(unit)]) this.#queueFrom(source);
    // Whom the venue lists here it does not want in another match of the round.
    if (whole && arranged.of(unit)?.planOf(unit)?.bracket !== undefined)
      for (const { rsc } of arranged.of(unit)!.unitsIn(phaseRsc(unit))) this.#wait(rsc);
    this.#run();
  }

  /** A start list or setup of an event, or a unit in it, is another one: everything is looked at. */
  over(event: Rsc): void {
    const arrangement = this.#sources.tree.arranged.of(event);
    if (arrangement === null) return;
    for (const node of arrangement.fed) this.#wait(node);
    for (const unit of this.#sources.tree.unitsOf(event)) this.#wait(unit.rsc);
    this.#run();
  }

  #wait(node: Rsc): void {
    this.#waiting.add(node, this.#sources.tree.arranged.of(node)?.depthOf(node) ?? 0);
  }

  #queueFrom(source: Rsc): void {
    const arrangement = this.#sources.tree.arranged.of(source);
    for (const node of arrangement?.fedBy(source) ?? []) this.#wait(node);
  }

  #run(): void {
    for (let next = this.#waiting.next(); next !== undefined; next = this.#waiting.next()) this.#settle(next);
  }

  #settle(node: Rsc): void {
    const { tree, qualification } = this.#sources;
    const arrangement = tree.arranged.of(node);
    if (arrangement === null) return;
    const through = (list: PartsField): QualificationMarks => qualification.throughFrom(list, tree);
    if (levelOf(node) === 'unit')
      this.#settleUnit(node, arrangement, new Proposals(tree, arrangement, through));
    else {
      tree.remakeList(node);
      this.#sources.listChanged(node);
      this.#queueFrom(node);
    }
  }

  #settleUnit(rsc: Rsc, arrangement: Arrangement, proposals: Proposals): void {
    const unit = this.#sources.tree.unit(rsc);
    if (unit === null) return;
    const refilled = unit.propose(proposals.startListOf(rsc));
    const isHolder = arrangement.planOf(rsc)?.holds !== undefined;
    if (!refilled && !(isHolder && unit.renewHeld())) return;
    this.#sources.changed(unit, refilled);
    for (const source of [rsc, phaseRsc(rsc), ...this.#sources.tree.arranged.listsOf(rsc)])
      this.#queueFrom(source);
  }
}

/** A queue of nodes, each once, the least deep first. */
class ByDepth {
  readonly #levels: Set<Rsc>[] = [];

  add(node: Rsc, depth: number): void {
    while (this.#levels.length <= depth) this.#levels.push(new Set());
    this.#levels[depth]!.add(node);
  }

  /** Takes the first one out; undefined when there is none. */
  next(): Rsc | undefined {
    for (const level of this.#levels) {
      const [first] = level;
      if (first === undefined) continue;
      level.delete(first);
      return first;
    }
    return undefined;
  }
}
