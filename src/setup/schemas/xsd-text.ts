/** Types of `schemas/odf-style.xsd` for elements that stand as they are declared (`encode/odf/declared.ts`). */
import { isElement, nameIn } from '../../encode/odf/declared.ts';
import { fieldsOf, type Kind, type Shape } from '../../model/shape/field.ts';
import { IDENTITY } from '../../model/shape/list-row.ts';

/** The type of an element with a key, if any, and all that these shapes say; with `Competitor` where one of them is who it is about. */
export function declaredType(
  name: string,
  key: string | null,
  parts: readonly Shape[],
  hasCompetitor: boolean,
): string {
  const own = key === null ? '' : attribute(key, true, '    ') + attribute('Order', true, '    ');
  const start = hasCompetitor ? attribute('StartSortOrder', false, '    ') : '';
  const competitor = hasCompetitor ? '      <xs:element name="Competitor" type="Competitor"/>\n' : '';
  const shapes = parts.filter((shape) => shape.name !== IDENTITY.name);
  return `\n  <xs:complexType name="${name}">\n${content(shapes, '    ', competitor, own + start)}  </xs:complexType>\n`;
}

function content(shapes: readonly Shape[], indent: string, first = '', attributes = ''): string {
  let children = first;
  let said = attributes;
  for (const shape of shapes) {
    for (const [field, { kind, presence }] of fieldsOf(shape)) {
      const name = nameIn(shape, field);
      if (isElement(kind)) children += elementText(name, kind, `${indent}  `);
      else said += attribute(name, presence === 'always' && kind.is !== 'flag', indent);
    }
  }
  const sequence = children === '' ? '' : `${indent}<xs:sequence>\n${children}${indent}</xs:sequence>\n`;
  return sequence + said;
}

/** An optional attribute is there with a value or not at all. */
const attribute = (name: string, isRequired: boolean, indent: string): string =>
  `${indent}<xs:attribute name="${name}" type="${isRequired ? 'xs:string" use="required' : 'Text'}"/>\n`;

function elementText(name: string, kind: Kind, indent: string): string {
  const many = kind.is === 'shape' ? '' : ' maxOccurs="unbounded"';
  return (
    `${indent}<xs:element name="${name}" minOccurs="0"${many}>\n${indent}  <xs:complexType>\n` +
    `${typeContent(kind, `${indent}    `)}${indent}  </xs:complexType>\n${indent}</xs:element>\n`
  );
}

function typeContent(kind: Kind, indent: string): string {
  const of = kind.is === 'list' ? kind.of : kind;
  if (of.is === 'shape') return content([of.shape], indent);
  return (kind.is === 'texts' ? attribute('Code', true, indent) : '') + attribute('Value', true, indent);
}
