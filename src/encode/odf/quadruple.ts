/** Type, Code, Pos, Value: how ODF says what has no attribute of its own. Our own codes have the type `SS`. */

import type { XmlNode } from './xml-node.ts';
import { element, mandatory, optional, type Value } from './xml-text.ts';

export const OWN = 'SS';

/** Empty without a value. */
export function quadruple(
  name: string,
  type: string,
  code: string,
  value: Value,
  pos?: number | string,
): string {
  if (value === null || value === undefined || value === '' || value === false) return '';
  return always(name, type, code, value, pos);
}

/** Also where the value is empty, because the children or the position say something. */
export function always(
  name: string,
  type: string,
  code: string,
  value: Value,
  pos?: number | string,
  children = '',
): string {
  const attributes =
    mandatory('Type', type) + mandatory('Code', code) + optional('Pos', pos) + optional('Value', value);
  return element(name, attributes, children);
}

export function extension(code: string, value: Value, pos?: number | string): string {
  if (value === null || value === undefined || value === '' || value === false) return '';
  return element('Extension', mandatory('Code', code) + optional('Pos', pos) + optional('Value', value));
}

export const isOwn = (node: XmlNode): boolean => node.attributes.Type === OWN;

/** The value of our own code, if it is there. */
export function ownValue(nodes: readonly XmlNode[], code: string): string | undefined {
  return nodes.find((node) => isOwn(node) && node.attributes.Code === code)?.attributes.Value;
}

export function extensionValue(node: XmlNode, code: string): string | undefined {
  return node.children.find((child) => child.attributes.Code === code)?.attributes.Value;
}
