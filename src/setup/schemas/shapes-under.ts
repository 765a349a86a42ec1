import { fieldsOf, type Kind, type Shape } from '../../model/shape/field.ts';

/** The shape and all that it is made of, each once, from the top. Throws when two shapes have one name. */
export function shapesUnder(top: Shape): readonly Shape[] {
  const found = new Map<string, Shape>();
  const visit = (shape: Shape): void => {
    const known = found.get(shape.name);
    if (known !== undefined && known.fields !== shape.fields)
      throw new Error(`two shapes are called ${shape.name}`);
    if (known !== undefined) return;
    found.set(shape.name, shape);
    for (const [, { kind }] of fieldsOf(shape)) visitKind(kind);
  };
  const visitKind = (kind: Kind): void => {
    if (kind.is === 'shape') visit(kind.shape);
    if (kind.is === 'list') visitKind(kind.of);
  };
  visit(top);
  return [...found.values()];
}
