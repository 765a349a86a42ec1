import { type Channel, channelOf, type Header } from '../model/document.ts';
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
import { type Around, madeOfAround, type Projection, projectionOf } from './projection.ts';
import { type AdvanceProjection, PhaseProjection } from './projection-advance.ts';
import { doubtfulBy, doubtsOf, type Why } from './projection-doubts.ts';
import { projectedUnit } from './projection-field.ts';
import { aroundList, type ListPlacesMade, listProjection, madeOfList } from './projection-list.ts';
import type { Qualification } from './qualification.ts';
import type { Series } from './series.ts';
import { UnitField } from './unit-field.ts';

interface ProjectionSources {
  readonly tree: DisciplineTree;
  readonly qualification: Qualification;
  readonly said: () => CompetitionSaid;
  readonly sourceOf: (units: readonly UnitField[], status: Header['status']) => HeaderSource;
}

/** A projection that can be made, and all that it is made of besides what was said of the unit or list itself. */
interface Making {
  readonly of: readonly unknown[];
  make(): Projection | null;
}

/**
 * Writes PROJECTION where the setup of a unit, of a table or of a series asks for it. Nobody has to say which of them a fact concerns: all of the event are
 * looked at again, last of all, when everything is in step, and written where what they are made of is another thing.
 */
export class ProjectionDocuments {
  readonly #sources: ProjectionSources;
  readonly #series: Series;
  /** Units and lists of which a projection is asked, or was, by event. */
  readonly #asked = new Map<Rsc, Set<Rsc>>();
  /** Events that are to be looked at, and in them units and lists of which something was said. */
  readonly #events = new Set<Rsc>();
  readonly #said = new Set<Rsc>();
  /** What each was made of last. */
  readonly #madeOf = new Map<Rsc, Making['of']>();
  readonly #phases = new Map<Rsc, PhaseProjection>();
  /** What is asked of each phase while those that are due are written. */
  readonly #advances = new Map<Rsc, AdvanceProjection | null>();
  readonly #places = new Map<Rsc, MadeOf<ListPlacesMade>>();

  constructor(sources: ProjectionSources, series: Series) {
    this.#sources = sources;
    this.#series = series;
  }

  /** Something was said of it, or of what it is made of. */
  note(field: UnitField | PartsField): void {
    const event = eventRsc(field.rsc);
    this.#events.add(event);
    if (!this.#isProjected(field)) return;
    kept(this.#asked, event, () => new Set()).add(field.rsc);
    this.#said.add(field.rsc);
  }

  /** Those that are to be looked at; none is any more. `isSaid`: something was said of it. */
  takeDue(): readonly { readonly rsc: Rsc; readonly isSaid: boolean }[] {
    const asked = [...this.#events].flatMap((event) => [...(this.#asked.get(event) ?? [])]);
    const due = asked.map((rsc) => ({ rsc, isSaid: this.#said.has(rsc) }));
    for (const each of [this.#events, this.#said, this.#advances]) each.clear();
    return due;
  }

  /** An event leaves memory. */
  putAway(event: Rsc): void {
    this.#asked.delete(event);
    for (const known of [this.#madeOf, this.#phases, this.#places])
      for (const rsc of known.keys()) if (eventRsc(rsc) === event) known.delete(rsc);
  }

  write(rsc: Rsc, isSaid: boolean, issue: Issue): void {
    const { tree, said } = this.#sources;
    const field = levelOf(rsc) === 'unit' ? tree.unit(rsc) : tree.list(rsc);
    if (field === null) {
      this.#empty(rsc, issue);
      return;
    }
    const source = this.#sourceOf(field);
    const making = this.#makingOf(field);
    const of = [source.test, source.reliability.reasons.join(), ...making.of];
    const before = this.#madeOf.get(rsc) ?? [];
    // What fails is made again.
    this.#madeOf.delete(rsc);
    if (isSaid || !areSame(before, of)) {
      const projection = isAskedFor(field) ? (making.make() ?? NOTHING_PROJECTED) : null;
      const rows = (projection?.rows ?? []).map(
        ({ entry, projected }): Row => ({
          key: entry.competitor.code,
          identity: identityOf(entry, null, said()),
          projected,
        }),
      );
      issue.add(this.#series.renew(this.#header(field, source, projection), rows, issue.asOf));
    }
    this.#madeOf.set(rsc, of);
  }

  /** A list that was projected is not made any more. */
  #empty(rsc: Rsc, issue: Issue): void {
    const held = this.#series.documents.get(channelFor(rsc));
    if (held === undefined) return;
    const { outlook: _, ...header } = held.current.header;
    issue.add(this.#series.renew(header, [], issue.asOf));
  }

  #header(field: UnitField | PartsField, source: HeaderSource, projection: Projection | null): Header {
    const { rsc, status, rule } = field;
    return {
      ...{ type: 'PROJECTION', unit: rsc, subcode: null, status, rule: rule.id },
      ...source,
      ...{ names: this.#sources.tree.names(rsc), columns: rowsOf('PROJECTION').columns, info: {} },
      ...(projection === null ? {} : { outlook: projection.outlook }),
    };
  }

  #sourceOf(field: UnitField | PartsField): HeaderSource {
    return this.#sources.sourceOf(field instanceof UnitField ? [field] : field.units, field.status);
  }

  #makingOf(field: UnitField | PartsField): Making {
    return field instanceof UnitField ? this.#ofUnit(field) : this.#ofList(field);
  }

  #ofUnit(unit: UnitField): Making {
    if (unit.rule.outlook === undefined) return { of: [], make: () => null };
    const ruled = unit.rulings.size > 0 ? (['RULING'] as const) : [];
    const around: Around = {
      doubts: [...this.#doubtsOf(unit), ...ruled],
      medals: medalsIn(unit, this.#sources.tree),
      advance: this.#advanceOf(unit),
    };
    return {
      of: madeOfAround(around, unit),
      make: () => {
        const projected = projectedUnit(unit);
        return projected === null ? null : projectionOf(projected, around);
      },
    };
  }

  #ofList(list: PartsField): Making {
    const reasons = list.units.flatMap((unit) => doubtfulBy(this.#reasonsOf(unit)));
    const around = aroundList(list, this.#sources.tree, reasons);
    const places = kept(this.#places, list.rsc, () => new MadeOf<ListPlacesMade>());
    return { of: madeOfList(list, around), make: () => listProjection(list, around, places) };
  }

  #advanceOf(unit: UnitField): AdvanceProjection | null {
    const { tree, qualification } = this.#sources;
    const list = tree.list(phaseRsc(unit.rsc));
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

  #doubtsOf(unit: UnitField): readonly Why[] {
    return doubtsOf(unit, this.#reasonsOf(unit));
  }

  #reasonsOf(unit: UnitField): readonly ReliabilityReason[] {
    return this.#sourceOf(unit).reliability.reasons;
  }

  /** A projection is asked for, or was. */
  #isProjected(field: UnitField | PartsField): boolean {
    return isAskedFor(field) || this.#series.isPublished('PROJECTION', field.rsc);
  }
}

const channelFor = (rsc: Rsc): Channel => channelOf({ type: 'PROJECTION', unit: rsc, subcode: null });

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

const NOTHING_PROJECTED: Projection = {
  outlook: {
    stillOut: 0,
    notStarted: 0,
    medals: [],
    unknown: [{ what: 'PLACES', why: 'NO_PROJECTION' }],
  },
  rows: [],
};
