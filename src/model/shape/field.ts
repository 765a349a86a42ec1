/**
 * How the contract is declared: shapes of fields, each with its number on the wire, its kind and a line of
 * explanation. TypeScript types are inferred from a shape (`Shaped`); `schemas/documents.proto`,
 * `documents.schema.json`, the codecs and the ODF-style codes are made from it.
 */

/** What a field holds. Texts that stand for something have a kind of their own, so that a reader knows what. */
export type Kind =
  | { readonly is: 'text' | 'rsc' | 'instant' | 'flag' | 'count' | 'whole' | 'texts' }
  | { readonly is: 'code'; readonly values: readonly string[] }
  | { readonly is: 'list'; readonly of: Kind }
  | { readonly is: 'shape'; readonly shape: Shape };

/**
 * `always`: there, if empty; `optional`: a field that may be missing; `nullable`: always there, null for nothing. `derived`
 * follows from the order of the rows (`order.ts`): written in whole documents, as nullable, and nowhere else.
 */
export type Presence = 'always' | 'optional' | 'nullable' | 'derived';

export interface Field<K extends Kind = Kind, P extends Presence = Presence> {
  /** Of the protobuf field; never used again for another one (`schemas/field-numbers.json`). */
  readonly number: number;
  readonly kind: K;
  readonly presence: P;
  readonly doc: string;
  /** Where the ODF-style XML has it, in a family's details. */
  readonly odf?: OdfPlace;
}

/**
 * `result`: an ExtendedResult of its own, a list's with Pos 1 ... n; in the lines of a list `attribute` of it, `extension`
 * under it, `position` (what Pos stands for), `athlete` (the line stands with that athlete of a team) or `byCode` (values by
 * code, each an extension). `own`: the code is ours (`SS`), not the sport's.
 */
export type OdfPlace =
  | { readonly as: 'result'; readonly code: string; readonly own?: true }
  | { readonly as: 'attribute' | 'extension'; readonly code: string }
  | { readonly as: 'position' | 'athlete' | 'byCode' };

export type Fields = Readonly<Record<string, Field>>;

export interface Shape<F extends Fields = Fields> {
  /** Of the protobuf message. */
  readonly name: string;
  readonly doc: string;
  readonly fields: F;
}

export const shape = <const F extends Fields>(name: string, doc: string, fields: F): Shape<F> => ({
  name,
  doc,
  fields,
});

const field =
  <const K extends Kind>(kind: K) =>
  (number: number, doc = '', odf?: OdfPlace): Field<K, 'always'> => ({
    number,
    kind,
    presence: 'always',
    doc,
    ...(odf === undefined ? {} : { odf }),
  });

export const text = field({ is: 'text' });
/** RSC, 34 characters. */
export const rsc = field({ is: 'rsc' });
/** RFC 3339. */
export const instant = field({ is: 'instant' });
export const flag = field({ is: 'flag' });
/** A whole number from 0 on. */
export const count = field({ is: 'count' });
/** A whole number, below 0 as well. */
export const whole = field({ is: 'whole' });
/** Texts by code. */
export const texts = field({ is: 'texts' });

/** One of these texts. */
export const code = <const V extends readonly string[]>(
  number: number,
  values: V,
  doc = '',
): Field<{ readonly is: 'code'; readonly values: V }, 'always'> => ({
  number,
  kind: { is: 'code', values },
  presence: 'always',
  doc,
});

export const nested = <S extends Shape>(
  number: number,
  of: S,
  doc = '',
): Field<{ readonly is: 'shape'; readonly shape: S }, 'always'> => ({
  number,
  kind: { is: 'shape', shape: of },
  presence: 'always',
  doc,
});

/** Of a shape, or of the kind that a builder above gives. */
export const list = <const Of extends Shape | Kind>(
  number: number,
  of: Of,
  doc = '',
  odf?: OdfPlace,
): Field<{ readonly is: 'list'; readonly of: AsKind<Of> }, 'always'> => ({
  number,
  kind: { is: 'list', of: ('fields' in of ? { is: 'shape', shape: of } : of) as AsKind<Of> },
  presence: 'always',
  doc,
  ...(odf === undefined ? {} : { odf }),
});

type AsKind<Of extends Shape | Kind> = Of extends Shape
  ? { readonly is: 'shape'; readonly shape: Of }
  : Of extends Kind
    ? Of
    : never;

export const TEXT = { is: 'text' } as const;
export const RSC = { is: 'rsc' } as const;

export const optional = <K extends Kind>(of: Field<K>): Field<K, 'optional'> => ({
  ...of,
  presence: 'optional',
});

export const nullable = <K extends Kind>(of: Field<K>): Field<K, 'nullable'> => ({
  ...of,
  presence: 'nullable',
});

export const derived = <K extends Kind>(of: Field<K>): Field<K, 'derived'> => ({
  ...of,
  presence: 'derived',
});

/** The TypeScript type of what a shape describes, without what is derived. */
export type Shaped<S extends Shape> = Flat<
  {
    readonly [N in keyof S['fields'] as S['fields'][N]['presence'] extends 'optional' | 'derived'
      ? never
      : N]: ValueOf<S['fields'][N]['kind']> | (S['fields'][N]['presence'] extends 'nullable' ? null : never);
  } & {
    readonly [N in keyof S['fields'] as S['fields'][N]['presence'] extends 'optional' ? N : never]?: ValueOf<
      S['fields'][N]['kind']
    >;
  }
>;

type Flat<T> = { [N in keyof T]: T[N] };

type ValueOf<K extends Kind> = K extends { readonly is: 'code'; readonly values: readonly (infer V)[] }
  ? V
  : K extends { readonly is: 'list'; readonly of: infer Of extends Kind }
    ? readonly ValueOf<Of>[]
    : K extends { readonly is: 'shape'; readonly shape: infer S extends Shape }
      ? Shaped<S>
      : Scalars[Extract<K['is'], keyof Scalars>];

interface Scalars {
  text: string;
  rsc: string;
  instant: string;
  flag: boolean;
  count: number;
  whole: number;
  texts: Readonly<Record<string, string>>;
}

type Named = readonly (readonly [name: string, field: Field])[];

/** What is said; without what is derived. */
export const fieldsOf = (of: Shape): Named =>
  Object.entries(of.fields).filter(([, { presence }]) => presence !== 'derived');

export const derivedOf = (of: Shape): Named =>
  Object.entries(of.fields).filter(([, { presence }]) => presence === 'derived');

/** What a field says when nothing is said. */
export function emptyOf({ kind, presence }: Field): unknown {
  if (presence === 'nullable') return null;
  if (kind.is === 'flag') return false;
  if (kind.is === 'count' || kind.is === 'whole') return 0;
  if (kind.is === 'list') return [];
  if (kind.is === 'texts') return {};
  return kind.is === 'shape' ? emptyShape(kind.shape) : '';
}

/** Everything that is always there, with nothing in it. */
export const emptyShape = (of: Shape): object =>
  Object.fromEntries(
    fieldsOf(of)
      .filter(([, { presence }]) => presence !== 'optional')
      .map(([name, each]) => [name, emptyOf(each)]),
  );
