/**
 * How a family's details are written as ExtendedResults, read off their declaration (`model/shape/details.ts`): tables,
 * used in both directions. A sport renames codes, never shapes.
 */
import { DETAILS } from '../../model/shape/details.ts';
import { fieldsOf, type Kind, type Shape, type Field as ShapeField } from '../../model/shape/field.ts';

/** A sport's own codes, by the path of what they stand for: `judged.parts` -> `APPARATUS`. */
export type SportCodes = Readonly<Record<string, string>>;

export interface Field {
  readonly field: string;
  readonly kind: Kind['is'];
}

/** One value of a performance: an ExtendedResult of its own. */
export interface ScalarCode extends Field {
  readonly type: string;
  readonly code: string;
}

/** One line of a list (split, attempt, height, apparatus): an ExtendedResult with Pos = 1 ... n. */
export interface LineCodes {
  readonly type: string;
  readonly code: string;
  readonly shape: Shape;
  /** ODF attribute -> field. */
  readonly attributes: Readonly<Record<string, Field>>;
  /** Extension code -> field. */
  readonly extensions: Readonly<Record<string, Field>>;
  /** The field that Pos stands for; said in an extension only where it is another number. */
  readonly position?: string;
  /** The field with the code of a team's athlete: the line then stands with that athlete. */
  readonly athlete?: string;
  /** A field that holds values by code, and the extension codes of known ones. */
  readonly byCode?: { readonly field: string; readonly codes: Readonly<Record<string, string>> };
}

export interface FamilyCodes {
  readonly scalars: readonly ScalarCode[];
  /** By the name of the list in the family's details. */
  readonly lists: Readonly<Record<string, LineCodes>>;
  /** Lists that the family always has. */
  readonly always: readonly string[];
}

const shapeIn = (field: ShapeField): Shape | null => {
  const kind = field.kind.is === 'list' ? field.kind.of : field.kind;
  return kind.is === 'shape' ? kind.shape : null;
};

/** The families that say where their fields stand. */
export const FAMILIES: readonly string[] = fieldsOf(DETAILS)
  .filter(([, family]) => fieldsOf(shapeIn(family)!).some(([, { odf }]) => odf !== undefined))
  .map(([name]) => name);

const made = new WeakMap<SportCodes, Readonly<Record<string, FamilyCodes>>>();

/** The tables of all families, in the sport's codes. */
export function codesOf(sport: SportCodes): Readonly<Record<string, FamilyCodes>> {
  let codes = made.get(sport);
  if (codes === undefined) {
    codes = Object.fromEntries(FAMILIES.map((family) => [family, familyCodes(family, sport)]));
    made.set(sport, codes);
  }
  return codes;
}

function familyCodes(family: string, sport: SportCodes): FamilyCodes {
  const scalars: ScalarCode[] = [];
  const lists: Record<string, LineCodes> = {};
  const always: string[] = [];
  for (const [name, field] of fieldsOf(shapeIn(DETAILS.fields[family as keyof typeof DETAILS.fields])!)) {
    const { odf, kind, presence } = field;
    if (odf?.as !== 'result') continue;
    const path = `${family}.${name}`;
    const result = { type: odf.own === true ? 'SS' : 'ER', code: sport[path] ?? odf.code };
    if (kind.is !== 'list') scalars.push({ ...result, field: name, kind: kind.is });
    else {
      lists[name] = { ...result, ...lineCodes(path, shapeIn(field)!, sport) };
      if (presence === 'always') always.push(name);
    }
  }
  return { scalars, lists, always };
}

function lineCodes(path: string, shape: Shape, sport: SportCodes): Omit<LineCodes, 'type' | 'code'> {
  const attributes: Record<string, Field> = {};
  const extensions: Record<string, Field> = {};
  const special: { position?: string; athlete?: string; byCode?: LineCodes['byCode'] } = {};
  for (const [field, { odf, kind }] of fieldsOf(shape)) {
    const own = `${path}.${field}`;
    if (odf?.as === 'attribute') attributes[odf.code] = { field, kind: kind.is };
    else if (odf?.as === 'extension') extensions[sport[own] ?? odf.code] = { field, kind: kind.is };
    else if (odf?.as === 'byCode') special.byCode = { field, codes: under(own, sport) };
    else if (odf?.as === 'position' || odf?.as === 'athlete') special[odf.as] = field;
  }
  return { shape, attributes, extensions, ...special };
}

/** `judged.parts.components.D` -> `D`. */
const under = (path: string, sport: SportCodes): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sport)
      .filter(([name]) => name.startsWith(`${path}.`))
      .map(([name, code]) => [name.slice(path.length + 1), code]),
  );

/** Where a sport has no codes of its own: those of the documented sports. */
export const COMMON_CODES: SportCodes = {};
