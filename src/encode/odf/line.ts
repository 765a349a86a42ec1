/** One line of a list of details <-> one ExtendedResult. */
import type { Field, LineCodes } from './codes.ts';
import { extension } from './quadruple.ts';
import type { XmlNode } from './xml-node.ts';
import { element, mandatory, optional, type Value } from './xml-text.ts';

export type Line = Readonly<Record<string, unknown>>;

const POSITION = 'NUMBER';
const ATHLETE = 'ATHLETE';
const COMPONENT = 'COMPONENT';

/** `withAthlete`: the line stands apart from its athlete and has to say whose it is. */
export function lineXml(codes: LineCodes, line: Line, pos: number, withAthlete: boolean): string {
  let attributes = mandatory('Type', codes.type) + mandatory('Code', codes.code) + optional('Pos', pos);
  for (const name in codes.attributes)
    attributes += optional(name, valueIn(line, codes.attributes[name]!.field));
  let extensions = '';
  for (const code in codes.extensions)
    extensions += extension(code, valueIn(line, codes.extensions[code]!.field));
  if (codes.position !== undefined && line[codes.position] !== pos) {
    extensions += extension(POSITION, valueIn(line, codes.position));
  }
  if (codes.athlete !== undefined && withAthlete)
    extensions += extension(ATHLETE, valueIn(line, codes.athlete));
  return element('ExtendedResult', attributes, extensions + componentsXml(codes, line));
}

function componentsXml({ byCode }: LineCodes, line: Line): string {
  if (byCode === undefined) return '';
  let extensions = '';
  for (const [name, value] of Object.entries(line[byCode.field] as Record<string, string>)) {
    const code = Object.hasOwn(byCode.codes, name) ? byCode.codes[name] : undefined;
    extensions += code === undefined ? extension(COMPONENT, value, name) : extension(code, value);
  }
  return extensions;
}

const valueIn = (line: Line, field: string): Value => line[field] as Value;

/** `athlete`: the code of the athlete that the line stands with, if any. */
export function lineOf(codes: LineCodes, node: XmlNode, athlete: string | undefined): Line {
  const line: Record<string, unknown> = {};
  for (const name in codes.attributes) read(line, codes.attributes[name]!, node.attributes[name]);
  for (const code in codes.extensions) read(line, codes.extensions[code]!, plainExtension(node, code));
  if (codes.position !== undefined)
    line[codes.position] = Number(plainExtension(node, POSITION) ?? node.attributes.Pos);
  if (codes.athlete !== undefined)
    read(line, { field: codes.athlete, kind: 'text' }, athlete ?? plainExtension(node, ATHLETE));
  if (codes.byCode !== undefined) line[codes.byCode.field] = componentsOf(codes.byCode.codes, node);
  return line;
}

function componentsOf(codes: Readonly<Record<string, string>>, node: XmlNode): Record<string, string> {
  const names = new Map(Object.entries(codes).map(([name, code]) => [code, name]));
  const components: Record<string, string> = {};
  for (const { attributes } of node.children) {
    const name = attributes.Code === COMPONENT ? attributes.Pos : names.get(attributes.Code ?? '');
    if (name !== undefined) components[name] = attributes.Value ?? '';
  }
  return components;
}

/** An extension without a position: one with a position is a component, whatever its code. */
function plainExtension(node: XmlNode, code: string): string | undefined {
  return node.children.find(({ attributes }) => attributes.Code === code && attributes.Pos === undefined)
    ?.attributes.Value;
}

export function read(into: Record<string, unknown>, { field, kind }: Field, value: string | undefined): void {
  if (value === undefined) return;
  into[field] =
    kind === 'count' || kind === 'whole' ? Number(value) : kind === 'flag' ? value === 'Y' : value;
}
