import { channelOf, type Header } from '../model/document.ts';
import type { ReliabilityReason } from '../model/result-status.ts';
import type { Row } from '../model/row.ts';
import { levelOf, type Rsc } from '../model/rsc.ts';
import { rowsOf } from '../model/shape/table.ts';
import type { CompetitionSaid } from './competition-said.ts';
import type { HeaderSource } from './contest-documents.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import { identityOf } from './identity.ts';
import type { Issue } from './issue.ts';
import { medalsIn } from './medals-in.ts';
import type { PartsField } from './parts-field.ts';
import { type Projection, projectionOf } from './projection.ts';
import { advanceProjection } from './projection-advance.ts';
import { doubtfulBy, doubtsOf, type Why } from './projection-doubts.ts';
import { projectedUnit } from './projection-field.ts';
import { listProjection } from './projection-list.ts';
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
  /** Units and lists of which something was said, or of others in their phase. */
  readonly #due = new Set<Rsc>();

  constructor(sources: ProjectionSources, series: Series) {
    this.#sources = sources;
    this.#series = series;
  }

  note(fields: Iterable<UnitField | PartsField>): void {
    for (const field of fields)
      if (isAskedFor(field) || this.#isPublished(field.rsc)) this.#due.add(field.rsc);
  }

  /** Those that are to be written; nothing is any more. */
  takeDue(): readonly Rsc[] {
    const due = [...this.#due];
    this.#due.clear();
    return due;
  }

  write(rsc: Rsc, issue: Issue): void {
    const { tree } = this.#sources;
    const field = levelOf(rsc) === 'unit' ? tree.unit(rsc) : tree.list(rsc);
    if (field === null) return;
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
        : listProjection(
            field,
            tree,
            field.units.flatMap((unit) => doubtfulBy(this.#reasonsOf(unit))),
          );
    return projection ?? nothingProjected('NO_PROJECTION');
  }

  #ofUnit(unit: UnitField): Projection | null {
    const { tree, qualification } = this.#sources;
    const field = projectedUnit(unit);
    if (field === null) return null;
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

const isAskedFor = (field: UnitField | PartsField): boolean =>
  field.setup.projection === true && !(field instanceof UnitField && field.cancelled);

const nothingProjected = (why: Why): Projection => ({
  outlook: { stillOut: 0, notStarted: 0, medals: [], unknown: [{ what: 'PLACES', why }] },
  rows: [],
});
