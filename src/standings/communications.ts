import type { UnitLedger } from '../ledger/unit-ledger.ts';
import { type Document, type DocumentOf, type DocumentType, isOfType, listRows } from '../model/document.ts';
import type { FactOf } from '../model/fact.ts';
import { millisecondText } from '../model/instant.ts';
import { isDisqualification } from '../model/irm.ts';
import type { Communication, ListRow, RowOf } from '../model/row.ts';
import { RowDraft } from '../model/row-draft.ts';
import { RowList } from '../model/row-list.ts';
import type { Rsc } from '../model/rsc.ts';
import { sameContent } from '../model/same-content.ts';
import type { Version } from '../versions/versioned.ts';

type Told = RowOf<'COMMUNICATION'>;

/** The newest that are kept of a discipline; what is older is in the documents that it was about. */
export const COMMUNICATIONS_KEPT = 500;

const DEFAULT_LANGUAGE = 'en';

/** Documents that are told of when they become official: the result of a unit, the ranking of an event. */
const SIGNED: ReadonlySet<DocumentType> = new Set(['RESULT', 'RANKING']);
/** Documents whose corrections are told. */
const CORRECTED: ReadonlySet<DocumentType> = new Set([
  'RESULT',
  'PHASE_RESULT',
  'CUMULATIVE_RESULT',
  'POOL_STANDING',
  'RANKING',
]);

/** What a result list said last: its status, whether it has been official, and who was disqualified in it then. */
interface Seen {
  readonly status: string;
  readonly official: boolean;
  readonly out: ReadonlySet<string>;
}

/** What was told, the oldest first, and what is known of the lists that it was read off. */
export interface ToldSoFar {
  readonly told: readonly Told[];
  readonly seen: readonly (readonly [Rsc, Seen])[];
}

const NOT_SEEN: Seen = { status: 'START_LIST', official: false, out: new Set() };

/**
 * What just happened in a discipline, the newest first. It is read off versions as they are made, so it tells the way and
 * not only the state: that a result was official stays said when it is so no more. Notes and records follow what holds.
 */
export class Communications {
  /** In the order in which they were told. */
  readonly #told = new Map<string, Told>();
  readonly #seen = new Map<Rsc, Seen>();
  #rows = RowList.of<Told>([]);

  /** The same list as long as nothing else is told. */
  get rows(): RowList<Told> {
    return this.#rows;
  }

  get soFar(): ToldSoFar {
    return { told: [...this.#told.values()], seen: [...this.#seen] };
  }

  takeUp({ told, seen }: ToldSoFar): void {
    for (const each of told) this.#told.set(each.key, each);
    for (const [list, known] of seen) this.#seen.set(list, known);
    this.#rows = RowList.of(told.toReversed());
  }

  /** Reads off new versions what happened. `reasonOf`: why a unit has the status that it has, as the venue said. */
  read(versions: readonly Version[], reasonOf: (unit: Rsc) => string | undefined): void {
    /** Whose disqualification is told: of the units where it shows, else of the event (a match that stands as it was played). */
    const out = new Set<string>();
    for (const { document } of versions) {
      if (isOfType(document, 'RECORDS')) this.#readRecords(document);
      else if (CORRECTED.has(document.header.type) && document.header.subcode === null)
        this.#readList(document, reasonOf, out);
    }
  }

  /** The notes that hold about a unit, phase, event or the discipline; one that was withdrawn is gone. */
  renewNotes(rsc: Rsc, ledger: UnitLedger): void {
    const notes = new Map<string, FactOf<'note'>[]>();
    for (const fact of ledger.all('note')) {
      const { id } = fact.content;
      const known = notes.get(id);
      if (known === undefined) notes.set(id, [fact]);
      else known.push(fact);
    }
    const prefix = `NOTE:${rsc}:`;
    this.#forgetOthers(prefix, (id) => notes.has(id));
    for (const [id, facts] of notes) this.#tell(prefix + id, noteOf(rsc, facts));
  }

  #readList(document: Document, reasonOf: (unit: Rsc) => string | undefined, out: Set<string>): void {
    const { header, version, asOf, correction } = document;
    const { type, unit } = header;
    if (correction !== null) {
      const about = { at: asOf, unit, version, competitors: [], texts: {} };
      const { of, moved, reason } = correction;
      const why = reason === null ? {} : { reason };
      // One of what was announced, however many versions it takes until something is announced again.
      this.#tell(`CORRECTION:${unit}:${type}:${of}`, {
        ...about,
        ...why,
        kind: 'CORRECTION',
        competitors: moved,
        code: type,
      });
    }
    if (SIGNED.has(type)) this.#readStatus(document, () => reasonOf(unit), out);
  }

  /** Became official, is protested, and who was disqualified after the result had been official. */
  #readStatus(document: Document, reasonOf: () => string | undefined, told: Set<string>): void {
    const { header, version, asOf } = document;
    const { type, unit, status } = header;
    const about = { at: asOf, unit, version, competitors: [], texts: {} };
    const before = this.#seen.get(`${unit}/${type}`) ?? NOT_SEEN;
    if (status === before.status && !before.official) return;
    if (status === 'OFFICIAL' && before.status !== status)
      this.#tell(`OFFICIAL:${unit}:${type}:${version}`, { ...about, kind: 'OFFICIAL', code: type });
    const reason = status === 'PROTESTED' ? reasonOf() : undefined;
    if (status === 'PROTESTED' && before.status !== status && type === 'RESULT')
      this.#tell(`PROTEST:${unit}:${type}:${version}`, {
        ...about,
        kind: 'PROTEST',
        ...(reason === undefined ? {} : { reason }),
        code: type,
      });
    const official = status === 'OFFICIAL' || (before.official && status !== 'START_LIST');
    const out = official ? listRows(document).filter(isOut) : [];
    for (const { key, mark } of before.official ? out.filter((row) => !before.out.has(row.key)) : [])
      if (type === 'RESULT' || !told.has(key)) {
        told.add(key);
        this.#tell(`DISQUALIFICATION:${unit}:${version}:${key}`, {
          ...about,
          kind: 'DISQUALIFICATION',
          competitors: [key],
          ...(mark.irmReason === undefined ? {} : { reason: mark.irmReason }),
          code: mark.irm!,
        });
      }
    this.#seen.set(`${unit}/${type}`, { status, official, out: new Set(out.map(({ key }) => key)) });
  }

  /** Records that were set here; one that was lost again (a wind reading, a disqualification) is not told any more. */
  #readRecords({ header, rows, version, asOf }: DocumentOf<'RECORDS'>): void {
    const prefix = `RECORD:${header.unit}:`;
    const set = new Map(
      rows.filter(({ record }) => record.unconfirmed === true).map((row) => [row.key, row.record]),
    );
    this.#forgetOthers(prefix, (key) => set.has(key));
    for (const [key, { competitor, recordType, result, unit = header.unit }] of set) {
      const known = this.#told.get(prefix + key)?.communication;
      this.#tell(prefix + key, {
        kind: 'RECORD',
        at: known?.at ?? asOf,
        unit,
        version: known?.version ?? version,
        competitors: competitor === undefined ? [] : [competitor],
        reason: result,
        texts: {},
        code: recordType,
      });
    }
  }

  #tell(key: string, communication: Communication): void {
    const before = this.#told.get(key);
    if (sameContent(before?.communication, communication)) return;
    // What is older than all that is kept was told once, and does not come back as something new.
    const oldest: Told | undefined = this.#told.values().next().value;
    const isFull = this.#told.size === COMMUNICATIONS_KEPT;
    if (before === undefined && isFull && communication.at < oldest!.communication.at) return;
    const told = { key, communication };
    this.#told.set(key, told);
    if (before === undefined) this.#splice(0, 0, [told]);
    else this.#splice(this.#indexOf(before), 1, [told]);
    if (this.#told.size > COMMUNICATIONS_KEPT) this.#forget(oldest!);
  }

  #forget(told: Told): void {
    this.#told.delete(told.key);
    this.#splice(this.#indexOf(told), 1, []);
  }

  #splice(index: number, removed: number, told: readonly Told[]): void {
    const draft = new RowDraft(this.#rows);
    draft.splice(index, removed, told);
    this.#rows = draft.done();
  }

  /** The oldest one, which is looked for most often, is the last. */
  #indexOf(told: Told): number {
    let index = this.#rows.length - 1;
    while (index >= 0 && this.#rows.at(index) !== told) index -= 1;
    return index;
  }

  #forgetOthers(prefix: string, holds: (rest: string) => boolean): void {
    for (const told of this.#told.values())
      if (told.key.startsWith(prefix) && !holds(told.key.slice(prefix.length))) this.#forget(told);
  }
}

const isOut = ({ mark }: ListRow): boolean => isDisqualification(mark.irm);

/** One note in all languages in which it was said, as of the first of them. */
function noteOf(rsc: Rsc, facts: readonly FactOf<'note'>[]): Communication {
  const { about, competitors = [] } = facts[0]!.content;
  const said = Math.min(...facts.map(({ storedAt }) => storedAt));
  return {
    kind: 'NOTE',
    at: millisecondText(said),
    unit: rsc,
    competitors,
    texts: Object.fromEntries(
      facts.map(({ content }) => [content.language ?? DEFAULT_LANGUAGE, content.text]),
    ),
    ...(about === undefined ? {} : { reason: about }),
  };
}
