import { channelOf, type Header } from '../model/document.ts';
import type { ReliabilityReason } from '../model/result-status.ts';
import type { Row } from '../model/row.ts';
import type { Rsc } from '../model/rsc.ts';
import { rowsOf } from '../model/shape/table.ts';
import type { CompetitionSaid } from './competition-said.ts';
import type { HeaderSource } from './contest-documents.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import { identityOf } from './identity.ts';
import type { Issue } from './issue.ts';
import { medalsIn } from './medals-in.ts';
import { type Projection, projectionOf } from './projection.ts';
import { advanceProjection } from './projection-advance.ts';
import { doubtsOf, type Why } from './projection-doubts.ts';
import { projectedUnit } from './projection-field.ts';
import type { Qualification } from './qualification.ts';
import type { Series } from './series.ts';
import type { UnitField } from './unit-field.ts';

interface ProjectionSources {
  readonly tree: DisciplineTree;
  readonly qualification: Qualification;
  readonly said: () => CompetitionSaid;
  readonly sourceOf: (units: readonly UnitField[], status: Header['status']) => HeaderSource;
}

/** Writes PROJECTION where the setup of a unit asks for it: from everything in the phase, so only when all of that is in step. */
export class ProjectionDocuments {
  readonly #sources: ProjectionSources;
  readonly #series: Series;
  /** Something was said of them, or of others in their phase. */
  readonly #due = new Set<UnitField>();

  constructor(sources: ProjectionSources, series: Series) {
    this.#sources = sources;
    this.#series = series;
  }

  note(units: Iterable<UnitField>): void {
    for (const unit of units) if (isAskedFor(unit) || this.#isPublished(unit.rsc)) this.#due.add(unit);
  }

  /** Those that are to be written; nobody is any more. */
  takeDue(): readonly UnitField[] {
    const due = [...this.#due];
    this.#due.clear();
    return due;
  }

  write(unit: UnitField, issue: Issue): void {
    const { tree, sourceOf, said } = this.#sources;
    const { rsc, status, rule } = unit;
    const projection = isAskedFor(unit) ? this.#projectionOf(unit) : null;
    const header: Header = {
      ...{ type: 'PROJECTION', unit: rsc, subcode: null, status, rule: rule.id, ...sourceOf([unit], status) },
      ...{ names: tree.names(rsc), columns: rowsOf('PROJECTION').columns, info: {} },
      ...(projection === null ? {} : { outlook: projection.outlook }),
    };
    const rows = (projection?.rows ?? []).map(
      ({ entry, projected }): Row => ({
        key: entry.competitor.code,
        identity: identityOf(entry, null, said()),
        projected,
      }),
    );
    issue.add(this.#series.renew(header, rows, issue.asOf));
  }

  #projectionOf(unit: UnitField): Projection | null {
    const { tree, qualification } = this.#sources;
    const field = projectedUnit(unit);
    if (field === null) return nothingProjected('NO_PROJECTION');
    const doubts = (of: UnitField): readonly Why[] => doubtsOf(of, this.#reasonsOf(of));
    return projectionOf(field, {
      doubts: [...doubts(unit), ...(unit.rulings.size > 0 ? (['RULING'] as const) : [])],
      medals: medalsIn(unit, tree),
      advance: advanceProjection(field, { tree, qualification, doubtsOf: doubts }),
    });
  }

  #reasonsOf(unit: UnitField): readonly ReliabilityReason[] {
    return this.#sources.sourceOf([unit], unit.status).reliability.reasons;
  }

  #isPublished(unit: Rsc): boolean {
    return this.#series.isPublished(channelOf({ type: 'PROJECTION', unit, subcode: null }));
  }
}

const isAskedFor = ({ setup, cancelled }: UnitField): boolean => setup.projection === true && !cancelled;

const nothingProjected = (why: Why): Projection => ({
  outlook: { stillOut: 0, notStarted: 0, medals: [], unknown: [{ what: 'PLACES', why }] },
  rows: [],
});
