/** Elements whose attributes are given by name: one without a value is left out. */
import { element, escapeXml, optional, type Value } from '../odf/xml-text.ts';

export const xml = (
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...children: readonly string[]
): string =>
  element(
    name,
    Object.entries(attributes)
      .map(([each, value]) => optional(each, value))
      .join(''),
    children.join(''),
  );

/** An element with a line of text: NewsML allows no line ends in names. */
export const textXml = (name: string, attributes: Readonly<Record<string, Value>>, text: string): string =>
  xml(name, attributes, escapeXml(text.replaceAll(/[\t\n\r]/g, ' ')));

/** `vend:ATHM100M`: a code of ours, as IPTC's samples write those of a vendor. Without white space, whatever it is of. */
export const vendor = (code: string): string => `vend:${encodeURIComponent(code)}`;
