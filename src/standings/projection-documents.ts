import { channelOf, type Header } from '../model/document.ts';
import type { ReliabilityReason } from '../model/result-status.ts';
import type { Row } from '../model/row.ts';
import { eventRsc, levelOf, phaseRsc, type Rsc } from '../model/rsc.ts';
import { rowsOf } from '../model/shape/table.ts';
import type { CompetitionSaid } from './competition-said.ts';
import type { HeaderSource } from './contest-documents.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import { identityOf } from './identity.ts';
import type { Issue } from './issue.ts';
import { areSame, MadeOf } from './made-of.ts';
import { medalsIn } from './medals-in.ts';
import type { PartsField } from './parts-field.ts';
import { type Around, type Projection, projectionOf } from './projection.ts';
import { type AdvanceProjection, PhaseProjection } from './projection-advance.ts';
import { doubtfulBy, doubtsOf, type Why } from './projection-doubts.ts';
import { projectedUnit } from './projection-field.ts';
import { type ListPlacesMade, listProjection } from './projection-list.ts';
import type { Qualification } from './qualification.ts';
import type { Series } from './series.ts';
import { UnitField } from './unit-field.ts';

interface ProjectionSources {
  readonly tree: DisciplineTree;
  readonly qualification: Qualification;
  readonly said: () => CompetitionSaid;
  readonly sourceOf: (units: readonly UnitField[], status: Header['status']) => HeaderSource;
}

/** Writes PROJECTION where the setup of a unit, of a table or of a series asks for it: from everything in the phase, so only when all of that is in step. */
export class ProjectionDocuments {
  readonly #sources: ProjectionSources;
  readonly #series: Series;
  /** Units and lists of which something was said, and units of a phase in which something was. */
  readonly #due = new Map<Rsc, Due>();
  readonly #phases = new Map<Rsc, PhaseProjection>();
  /** What is asked of each phase while those that are due are written. */
  readonly #advances = new Map<Rsc, AdvanceProjection | null>();
  /** What each unit was told of its phase. */
  readonly #told = new Map<Rsc, readonly unknown[]>();
  readonly #places = new Map<Rsc, MadeOf<ListPlacesMade>>();

  constructor(sources: ProjectionSources, series: Series) {
    this.#sources = sources;
    this.#series = series;
  }

  note(field: UnitField | PartsField): void {
    if (this.#isProjected(field)) this.#due.set(field.rsc, 'SAID');
    const list = field instanceof UnitField ? this.#listOf(field) : field;
    for (const unit of list?.units ?? [])
      if (!this.#due.has(unit.rsc) && this.#isProjected(unit)) this.#due.set(unit.rsc, 'BESIDE');
  }

  /** Those that are to be written; nothing is any more. */
  takeDue(): Iterable<readonly [Rsc, Due]> {
    const due = [...this.#due];
    this.#due.clear();
    this.#advances.clear();
    return due;
  }

  /** An event leaves memory. */
  putAway(event: Rsc): void {
    for (const known of [this.#phases, this.#told, this.#places])
      for (const rsc of known.keys()) if (eventRsc(rsc) === event) known.delete(rsc);
  }

  write(rsc: Rsc, due: Due, issue: Issue): void {
    const { tree } = this.#sources;
    const field = levelOf(rsc) === 'unit' ? tree.unit(rsc) : tree.list(rsc);
    if (field === null || (field instanceof UnitField && due === 'BESIDE' && !this.#isToldOtherwise(field)))
      return;
    const projection = isAskedFor(field) ? this.#projectionOf(field) : null;
    const rows = (projection?.rows ?? []).map(
      ({ entry, projected }): Row => ({
        key: entry.competitor.code,
        identity: identityOf(entry, null, this.#sources.said()),
        projected,
      }),
    );
    issue.add(this.#series.renew(this.#header(field, projection), rows, issue.asOf));
  }

  #header(field: UnitField | PartsField, projection: Projection | null): Header {
    const { tree, sourceOf } = this.#sources;
    const { rsc, status, rule } = field;
    return {
      ...{ type: 'PROJECTION', unit: rsc, subcode: null, status, rule: rule.id },
      ...sourceOf(field instanceof UnitField ? [field] : field.units, status),
      ...{ names: tree.names(rsc), columns: rowsOf('PROJECTION').columns, info: {} },
      ...(projection === null ? {} : { outlook: projection.outlook }),
    };
  }

  #projectionOf(field: UnitField | PartsField): Projection {
    const { tree } = this.#sources;
    const projection =
      field instanceof UnitField
        ? this.#ofUnit(field)
        : listProjection(field, {
            tree,
            places: kept(this.#places, field.rsc, () => new MadeOf()),
            reasons: field.units.flatMap((unit) => doubtfulBy(this.#reasonsOf(unit))),
          });
    return projection ?? nothingProjected('NO_PROJECTION');
  }

  #ofUnit(unit: UnitField): Projection | null {
    const field = projectedUnit(unit);
    if (field === null) return null;
    const ofPhase = this.#ofPhase(unit);
    this.#told.set(unit.rsc, toldOf(ofPhase));
    const ruled = unit.rulings.size > 0 ? (['RULING'] as const) : [];
    return projectionOf(field, { ...ofPhase, doubts: [...this.#doubtsOf(unit), ...ruled] });
  }

  /** A unit of which nothing was said tells something else where its phase does; where somebody is in action what is needed hangs on all others. */
  #isToldOtherwise(unit: UnitField): boolean {
    const isRunning = unit.status !== 'START_LIST' && !unit.decided;
    return isRunning || !areSame(this.#told.get(unit.rsc) ?? [], toldOf(this.#ofPhase(unit)));
  }

  #ofPhase(unit: UnitField): OfPhase {
    return { medals: medalsIn(unit, this.#sources.tree), advance: this.#advanceOf(unit) };
  }

  #advanceOf(unit: UnitField): AdvanceProjection | null {
    const { tree, qualification } = this.#sources;
    const list = this.#listOf(unit);
    if (list === null) return null;
    const doubts = (of: UnitField): readonly Why[] => this.#doubtsOf(of);
    return kept(this.#advances, list.rsc, () =>
      kept(this.#phases, list.rsc, () => new PhaseProjection()).of(list, {
        tree,
        qualification,
        doubtsOf: doubts,
      }),
    );
  }

  #listOf({ rsc }: UnitField): PartsField | null {
    return this.#sources.tree.list(phaseRsc(rsc));
  }

  #doubtsOf(unit: UnitField): readonly Why[] {
    return doubtsOf(unit, this.#reasonsOf(unit));
  }

  #reasonsOf(unit: UnitField): readonly ReliabilityReason[] {
    return this.#sources.sourceOf([unit], unit.status).reliability.reasons;
  }

  /** A projection is asked for, or was. */
  #isProjected(field: UnitField | PartsField): boolean {
    const channel = channelOf({ type: 'PROJECTION', unit: field.rsc, subcode: null });
    return isAskedFor(field) || this.#series.isPublished(channel);
  }
}

/** What a projection is made anew for: something was said of it, or of another unit in its phase. */
type Due = 'SAID' | 'BESIDE';

/** What a unit tells of its phase. */
type OfPhase = Pick<Around, 'medals' | 'advance'>;

const toldOf = ({ medals, advance }: OfPhase): readonly unknown[] => [
  medals.join(),
  advance?.places,
  advance?.chances,
];

/** What is known under a key, or is made now. */
function kept<T>(known: Map<Rsc, T>, rsc: Rsc, make: () => T): T {
  const found = known.get(rsc);
  if (found !== undefined) return found;
  const made = make();
  known.set(rsc, made);
  return made;
}

const isAskedFor = (field: UnitField | PartsField): boolean =>
  field.setup.projection === true && !(field instanceof UnitField && field.cancelled);

const nothingProjected = (why: Why): Projection => ({
  outlook: { stillOut: 0, notStarted: 0, medals: [], unknown: [{ what: 'PLACES', why }] },
  rows: [],
});
