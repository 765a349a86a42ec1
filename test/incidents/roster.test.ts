import { describe, expect, test } from 'vitest';
import { expectedOf, lostOf, type Roster, withCome, withoutLeft } from '../../src/incidents/roster.ts';

const part = (name: string, kind: 'engine' | 'edge' = 'engine') => ({ part: kind, name, url: '' });
const BOTH: Roster = [part('e1'), part('e2'), part('d1', 'edge')];
const heard =
  (...names: string[]) =>
  (name: string): boolean =>
    names.includes(name);

describe('who should be there', () => {
  test('grows with who comes, and who is silent is missed', () => {
    expect(withCome(BOTH, part('e3'), heard('e1', 'e2', 'e3', 'd1'))).toEqual([...BOTH, part('e3')]);
    expect(withCome(BOTH, part('e1'), heard('e1'))).toBe(null);
    expect(lostOf(BOTH, heard('e1', 'd1'))).toEqual([part('e2')]);
  });

  test('stays as many when one that was killed is started again under another name', () => {
    const now = withCome(BOTH, part('e3'), heard('e1', 'e3', 'd1'))!;
    expect(now.map(({ name }) => name)).toEqual(['e1', 'd1', 'e3']);
    expect(lostOf(now, heard('e1', 'e3', 'd1'))).toEqual([]);
  });

  test('is one less when one says farewell, told twice as well, and the one that was killed stays missed', () => {
    const now = withoutLeft(BOTH, 'e1')!;
    expect(withoutLeft(now, 'e1')).toBe(null);
    expect(lostOf(now, heard('d1'))).toEqual([part('e2')]);
  });

  test('is at least as many as the operator has said, though nobody was ever heard', () => {
    expect(expectedOf([], { engine: 2 })).toEqual({ engine: 2, edge: 0, desk: 0 });
    expect(expectedOf(BOTH, { engine: 1 })).toEqual({ engine: 2, edge: 1, desk: 0 });
  });
});
