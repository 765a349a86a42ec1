import type { CompetitorCode } from '../model/competitor.ts';
import { eventRsc, type Rsc } from '../model/rsc.ts';
import { advanceBy, isThrough, type Lines } from '../rules/advance.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import type { PartsField } from './parts-field.ts';
import { sameMap } from './same-map.ts';

export type QualificationMarks = ReadonlyMap<CompetitorCode, string>;

const NO_MARKS: QualificationMarks = new Map();

/** Who advances from which phase, as far as it is known. */
export class Qualification {
  readonly #marks = new Map<Rsc, QualificationMarks>();

  of(phase: Rsc): QualificationMarks {
    return this.#marks.get(phase) ?? NO_MARKS;
  }

  /** Those who go on for certain: no reserves, and nobody while a place is still open. */
  throughFrom(list: PartsField, tree: DisciplineTree): QualificationMarks {
    const all = progressionsOf(list, tree);
    const { openMark = null } = list.rule;
    const marks = [...this.of(list.rsc)];
    if (marks.some(([, mark]) => mark === openMark)) return NO_MARKS;
    return new Map(marks.filter(([, mark]) => isThrough(mark, all, openMark)));
  }

  /** An event leaves memory. */
  putAway(event: Rsc): void {
    for (const phase of this.#marks.keys()) if (eventRsc(phase) === event) this.#marks.delete(phase);
  }

  /** Works a phase out again; true when the answer is another one than before. */
  renew(phase: Rsc, tree: DisciplineTree): boolean {
    const list = tree.list(phase);
    const marks = list === null ? NO_MARKS : marksIn(list, tree);
    if (sameMap(this.of(phase), marks)) return false;
    this.#marks.set(phase, marks);
    return true;
  }
}

function marksIn(list: PartsField, tree: DisciplineTree): QualificationMarks {
  const progressions = progressionsOf(list, tree);
  const granted = grantedIn(list);
  if (progressions.every(({ lines }) => lines.length === 0) && granted.size === 0) return NO_MARKS;
  const marks = advanceBy(progressions, {
    contenders: list.contenders(),
    decided: new Set(list.units.filter(({ decided }) => decided).map((unit) => unit.rsc)),
    complete: list.complete,
    granted,
    overfull: list.rule.overfull ?? 'ADMIT_ALL',
    openMark: list.rule.openMark ?? null,
  });
  const wentOn = tree.hasAnnulled(eventRsc(list.rsc)) ? tree.startersAfter(list.rsc) : null;
  return wentOn === null ? marks : new Map([...marks].filter(([competitor]) => wentOn.has(competitor)));
}

/** What the venue says of the phase, or of a unit in it; else what the plan says of the phase, and of units that differ. */
export function progressionsOf({ rsc, setup, units }: PartsField, tree: DisciplineTree): readonly Lines[] {
  const said = setup.advance ?? units.find((unit) => unit.setup.advance !== undefined)?.setup.advance;
  if (said !== undefined) return [{ lines: said, units: null }];
  const arrangement = tree.arranged.of(rsc);
  const ofPhase = arrangement?.phase(rsc)?.advance ?? [];
  const own = units.flatMap((unit): Lines[] => {
    const lines = arrangement?.planOf(unit.rsc)?.advance;
    return lines === undefined ? [] : [{ lines, units: new Set([unit.rsc]) }];
  });
  if (own.length === 0) return [{ lines: ofPhase, units: null }];
  const others = units.filter((unit) => arrangement?.planOf(unit.rsc)?.advance === undefined);
  return [...own, { lines: ofPhase, units: new Set(others.map((unit) => unit.rsc)) }];
}

/** Places given by referee or jury, of the phase or of a unit in it. */
export function grantedIn({ ledger, units }: PartsField): QualificationMarks {
  const granted = new Map<CompetitorCode, string>();
  for (const said of [ledger, ...units.map((unit) => unit.ledger)])
    for (const { content } of said.all('advance'))
      if (content.mark !== null) granted.set(content.competitor, content.mark);
  return granted;
}
