import { expect, test } from 'vitest';
import { codesOf, FAMILIES } from '../../src/encode/odf/codes.ts';
import { DETAILS } from '../../src/model/shape/details.ts';
import { fieldsOf, type Shape } from '../../src/model/shape/field.ts';
import { SPORTS } from '../../src/sports.ts';

/** Every path that a code can stand for; values by code have any name. */
function pathsIn(shape: Shape, above: string): string[] {
  return fieldsOf(shape).flatMap(([name, { kind }]) => {
    const path = above === '' ? name : `${above}.${name}`;
    const of = kind.is === 'list' ? kind.of : kind;
    return [
      path,
      ...(of.is === 'shape' ? pathsIn(of.shape, path) : []),
      ...(of.is === 'texts' ? [`${path}.*`] : []),
    ];
  });
}

test('a sport renames codes of details that there are, and no two of a list become one', () => {
  const paths = new Set(pathsIn(DETAILS, ''));
  for (const { name, odfCodes = {} } of SPORTS) {
    const strange = Object.keys(odfCodes).filter(
      (path) => !paths.has(path) && !paths.has(path.replace(/\.[^.]+$/, '.*')),
    );
    expect(strange, name).toEqual([]);
    for (const family of FAMILIES) {
      const { scalars, lists } = codesOf(odfCodes)[family]!;
      const codes = [...scalars, ...Object.values(lists)].map(({ type, code }) => `${type} ${code}`);
      expect(new Set(codes).size, `${name}, ${family}`).toBe(codes.length);
    }
  }
});
