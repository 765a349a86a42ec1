import type { CompetitorCode } from '../model/competitor.ts';
import type { AdvanceSpec } from '../model/fact.ts';
import { eventRsc, type Rsc } from '../model/rsc.ts';
import { advance } from '../rules/advance.ts';
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
    const reserves = linesOf(list, tree)
      .filter(({ numbered }) => numbered === true)
      .map(({ mark }) => mark);
    const marks = [...this.of(list.rsc)];
    if (marks.some(([, mark]) => mark === list.rule.openMark)) return NO_MARKS;
    return new Map(
      marks.filter(
        ([, mark]) =>
          !reserves.some((reserve) => mark.startsWith(reserve) && /^\d+$/.test(mark.slice(reserve.length))),
      ),
    );
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
  const lines = linesOf(list, tree);
  const granted = grantedIn(list);
  if (lines.length === 0 && granted.size === 0) return NO_MARKS;
  const marks = advance({
    lines,
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

/** The progression of the phase, or of a unit in it that brings its own; else that of the plan. */
const linesOf = ({ rsc, setup, units }: PartsField, tree: DisciplineTree): readonly AdvanceSpec[] =>
  setup.advance ??
  units.find((unit) => unit.setup.advance !== undefined)?.setup.advance ??
  tree.arranged.of(rsc)?.phase(rsc)?.advance ??
  [];

/** Places given by referee or jury, of the phase or of a unit in it. */
function grantedIn({ ledger, units }: PartsField): QualificationMarks {
  const granted = new Map<CompetitorCode, string>();
  for (const said of [ledger, ...units.map((unit) => unit.ledger)])
    for (const { content } of said.all('advance'))
      if (content.mark !== null) granted.set(content.competitor, content.mark);
  return granted;
}
