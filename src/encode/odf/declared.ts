/**
 * Values of declared shapes <-> elements: scalars are attributes, lists and shapes within are elements of their own. For what
 * ODF has no list of attributes for that fits, or one that fits as it is under other names.
 */
import { emptyOf, fieldsOf, type Kind, type Shape } from '../../model/shape/field.ts';
import { childOf, childrenOf, type XmlNode } from './xml-node.ts';
import { element, mandatory, optional, type Value } from './xml-text.ts';

/** ODF's names where they differ from ours: `Shape.field` -> attribute or element. */
const NAMES: Readonly<Record<string, string>> = {
  'Bracket.order': 'Position',
  'Sides.sides': 'CompetitorPlace',
  'Side.competitor': 'Code',
  'Side.from': 'PreviousUnit',
  'Action.kind': 'Action',
  'Action.clock': 'When',
  'Communication.at': 'PublishTime',
  'Communication.texts': 'Text',
  'Communication.competitors': 'Competitor',
};

export const nameIn = ({ name }: Shape, field: string): string =>
  NAMES[`${name}.${field}`] ?? `${field.charAt(0).toUpperCase()}${field.slice(1)}`;

export const isElement = ({ is }: Kind): boolean => is === 'list' || is === 'texts' || is === 'shape';

/** Attributes and children of an element that says this. */
export function declaredXml(shape: Shape, value: object): { attributes: string; children: string } {
  let attributes = '';
  let children = '';
  for (const [name, { kind, presence }] of fieldsOf(shape)) {
    const said = (value as Record<string, unknown>)[name];
    const called = nameIn(shape, name);
    if (isElement(kind)) children += childrenXml(called, kind, said);
    else
      attributes +=
        presence === 'always' && kind.is !== 'flag'
          ? mandatory(called, said as string | number)
          : optional(called, said as Value);
  }
  return { attributes, children };
}

function childrenXml(name: string, kind: Kind, said: unknown): string {
  if (said === undefined || said === null) return '';
  if (kind.is === 'texts')
    return Object.entries(said as Record<string, string>)
      .map(([code, text]) => element(name, mandatory('Code', code) + mandatory('Value', text)))
      .join('');
  if (kind.is === 'shape') return declaredElement(name, kind.shape, said as object);
  const of = (kind as Extract<Kind, { is: 'list' }>).of;
  return (said as readonly unknown[])
    .map((each) =>
      of.is === 'shape'
        ? declaredElement(name, of.shape, each as object)
        : element(name, mandatory('Value', each as string)),
    )
    .join('');
}

function declaredElement(name: string, shape: Shape, value: object): string {
  const { attributes, children } = declaredXml(shape, value);
  return element(name, attributes, children);
}

export function declaredOf(shape: Shape, node: XmlNode): object {
  const value: Record<string, unknown> = {};
  for (const [name, field] of fieldsOf(shape)) {
    const called = nameIn(shape, name);
    const said = isElement(field.kind)
      ? childrenOfKind(node, called, field.kind)
      : scalarOf(field.kind, node.attributes[called]);
    if (said !== undefined) value[name] = said;
    else if (field.presence !== 'optional') value[name] = emptyOf(field);
  }
  return value;
}

function scalarOf({ is }: Kind, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  if (is === 'flag') return text === 'Y';
  return is === 'count' || is === 'whole' ? Number(text) : text;
}

function childrenOfKind(node: XmlNode, name: string, kind: Kind): unknown {
  if (kind.is === 'shape') {
    const child = childOf(node, name);
    return child === undefined ? undefined : declaredOf(kind.shape, child);
  }
  const found = childrenOf(node, name);
  if (found.length === 0) return undefined;
  if (kind.is === 'texts')
    return Object.fromEntries(found.map(({ attributes }) => [attributes.Code ?? '', attributes.Value ?? '']));
  const of = (kind as Extract<Kind, { is: 'list' }>).of;
  return found.map((child) =>
    of.is === 'shape' ? declaredOf(of.shape, child) : scalarOf(of, child.attributes.Value ?? ''),
  );
}
