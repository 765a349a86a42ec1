/** The details of a mark <-> ExtendedResults of the row and of a team's athletes. */
import type { Details } from '../../model/row.ts';
import { emptyShape } from '../../model/shape/field.ts';
import { codesOf, FAMILIES, type FamilyCodes, type LineCodes, type SportCodes } from './codes.ts';
import { type Line, lineOf, lineXml, read } from './line.ts';
import { OWN, ownValue, quadruple } from './quadruple.ts';
import type { XmlNode } from './xml-node.ts';

const FAMILY = 'FAMILY';

export interface DetailsXml {
  readonly ofRow: string;
  /** By athlete's code, for lines that name one of `members`. */
  readonly ofAthletes: ReadonlyMap<string, string>;
}

const NOTHING: DetailsXml = { ofRow: '', ofAthletes: new Map() };

export function detailsXml(details: Details, sport: SportCodes, members: ReadonlySet<string>): DetailsXml {
  const family = FAMILIES.find((name) => details[name as keyof Details] !== undefined);
  if (family === undefined) return NOTHING;
  const values = details[family as keyof Details] as unknown as Line;
  const codes = codesOf(sport)[family]!;
  let ofRow = '';
  for (const { type, code, field } of codes.scalars) {
    ofRow += quadruple('ExtendedResult', type, code, values[field] as string | number | undefined);
  }
  const ofAthletes = new Map<string, string>();
  for (const name in codes.lists) {
    const list = codes.lists[name]!;
    const lines = (values[name] ?? []) as readonly Line[];
    for (const [index, line] of lines.entries()) {
      const athlete = athleteOf(list, line, members);
      const xml = lineXml(list, line, index + 1, athlete === undefined);
      if (athlete === undefined) ofRow += xml;
      else ofAthletes.set(athlete, (ofAthletes.get(athlete) ?? '') + xml);
    }
  }
  if (ofRow === '' && ofAthletes.size === 0) return NOTHING;
  return { ofRow: quadruple('ExtendedResult', OWN, FAMILY, family) + ofRow, ofAthletes };
}

function athleteOf(codes: LineCodes, line: Line, members: ReadonlySet<string>): string | undefined {
  if (codes.athlete === undefined) return undefined;
  const athlete = line[codes.athlete];
  return typeof athlete === 'string' && members.has(athlete) ? athlete : undefined;
}

/** Both lists of ExtendedResults: the row's own, and the athletes' with their codes. */
export function detailsOf(
  ofRow: readonly XmlNode[],
  ofAthletes: readonly (readonly [athlete: string, nodes: readonly XmlNode[]])[],
  sport: SportCodes,
): Details {
  const family = ownValue(ofRow, FAMILY);
  if (family === undefined || !FAMILIES.includes(family)) return {};
  const codes = codesOf(sport)[family]!;
  const values: Record<string, unknown> = {};
  for (const scalar of codes.scalars) read(values, scalar, find(ofRow, scalar)[0]?.attributes.Value);
  for (const name in codes.lists) {
    const lines = linesOf(codes, name, ofRow, ofAthletes);
    if (lines.length > 0 || codes.always.includes(name)) values[name] = lines;
  }
  return { [family]: values };
}

function linesOf(
  codes: FamilyCodes,
  name: string,
  ofRow: readonly XmlNode[],
  ofAthletes: readonly (readonly [string, readonly XmlNode[]])[],
): Line[] {
  const list = codes.lists[name]!;
  const found = find(ofRow, list).map((node) => ({ node, athlete: undefined as string | undefined }));
  for (const [athlete, nodes] of ofAthletes)
    for (const node of find(nodes, list)) found.push({ node, athlete });
  found.sort((one, other) => Number(one.node.attributes.Pos) - Number(other.node.attributes.Pos));
  return found.map(({ node, athlete }) => ({ ...emptyShape(list.shape), ...lineOf(list, node, athlete) }));
}

function find(
  nodes: readonly XmlNode[],
  { type, code }: { readonly type: string; readonly code: string },
): readonly XmlNode[] {
  return nodes.filter(({ attributes }) => attributes.Type === type && attributes.Code === code);
}
