import {
  type Channel,
  channelOf,
  type DocumentType,
  type Header,
  type Info,
  type Names,
  type Reliability,
} from '../model/document.ts';
import type { Column } from '../model/row.ts';
import type { Rsc } from '../model/rsc.ts';
import { kept } from '../versions/same-content.ts';
import type { Version } from '../versions/versioned.ts';
import type { Field } from './field.ts';
import { type Additions, ListRows } from './list-rows.ts';
import { sameMap } from './same-map.ts';
import { eventOf, type Series } from './series.ts';

/** A list as it is to be published. */
export interface ListDocument {
  readonly field: Field;
  readonly type: DocumentType;
  readonly subcode: string | null;
  readonly additions: Additions;
  readonly about: {
    readonly test: boolean;
    readonly names: Names;
    readonly reliability: Reliability;
    readonly info: Info;
    /** Why a decided result changed, when the venue says so. */
    readonly reason: string | null;
  };
}

/** Result lists from version to version: rows and header are reused where they say the same. */
export class ListDocuments {
  readonly #series: Series;
  readonly #rows = new Map<Channel, ListRows>();
  readonly #headers = new Map<Channel, Header>();
  readonly #additions = new Map<Channel, Additions>();

  constructor(series: Series) {
    this.#series = series;
  }

  publish({ field, type, subcode, additions, about }: ListDocument, asOf: string): Version | null {
    const { test, names, reliability, info } = about;
    const header: Header = {
      type,
      unit: field.rsc,
      subcode,
      status: field.status,
      test,
      rule: field.rule.id === '' ? null : field.rule.id,
      names,
      reliability,
      columns: columnsOf(field),
      info,
      ...(field.rule.gap === undefined ? {} : { gap: field.rule.gap }),
    };
    const channel = channelOf(header);
    let rows = this.#rows.get(channel);
    if (rows === undefined) {
      rows = new ListRows();
      this.#rows.set(channel, rows);
    }
    return this.#series.publish(
      this.#keptHeader(channel, header),
      rows.update(field, this.#kept(channel, additions)),
      asOf,
      about.reason,
    );
  }

  /** Nobody needs to know any more what the lists of an event said last. */
  putAway(event: Rsc): void {
    for (const known of [this.#rows, this.#headers, this.#additions])
      for (const channel of known.keys()) if (eventOf(channel) === event) known.delete(channel);
  }

  /** A header that says the same as the same object. */
  #keptHeader(channel: Channel, header: Header): Header {
    const now = kept(this.#headers.get(channel), header);
    this.#headers.set(channel, now);
    return now;
  }

  /** The same additions as the same object. */
  #kept(channel: Channel, additions: Additions): Additions {
    const before = this.#additions.get(channel);
    if (before !== undefined && sameAdditions(before, additions)) return before;
    this.#additions.set(channel, additions);
    return additions;
  }
}

function columnsOf(field: Field): readonly Column[] {
  return field.rule.columnsFor?.(cardsOf(field), field.setup) ?? field.rule.columns;
}

function* cardsOf({ lines }: Field): Iterable<unknown> {
  for (const { card } of lines) yield card;
}

function sameAdditions(one: Additions, other: Additions): boolean {
  return (
    one.said === other.said &&
    one.records === other.records &&
    sameMap(one.qualificationMarks, other.qualificationMarks) &&
    sameMap(one.rulings, other.rulings)
  );
}
