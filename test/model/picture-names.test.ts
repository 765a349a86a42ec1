import { expect, test } from 'vitest';
import type { Competitor } from '../../src/model/competitor.ts';
import { pictureNames } from '../../src/model/picture-names.ts';

const athlete = (given: string | undefined, family: string): Competitor => ({
  code: '1',
  kind: 'ATHLETE',
  organisation: 'ITA',
  name: given === undefined ? { family } : { given, family },
});

const shown = (competitor: Competitor): string[] => Object.values(pictureNames(competitor));

test.each([
  ['Marcell', 'Jacobs', ['Marcell JACOBS', 'M. JACOBS', 'JACOBS M']],
  ['Jean-Luc', 'Picard', ['Jean-Luc PICARD', 'J-L. PICARD', 'PICARD J-L']],
  ['Maria da Luz', 'Gomes', ['Maria da Luz GOMES', 'M. GOMES', 'GOMES M']],
  [undefined, 'Neymar', ['NEYMAR', 'NEYMAR', 'NEYMAR']],
  ['慕容', '欧阳', ['欧阳慕容', '欧阳慕容', '欧阳慕容']],
  ['결', '한', ['한결', '한결', '한결']],
  ['さくら', '高橋', ['高橋さくら', '高橋さくら', '高橋さくら']],
  ['Öykü', 'Ünal', ['Öykü ÜNAL', 'Ö. ÜNAL', 'ÜNAL Ö']],
])('by rule: %s %s', (given, family, names) => {
  expect(shown(athlete(given, family))).toEqual(names);
});

test('the start list goes before the rule, name by name', () => {
  const { name, ...who } = athlete('Yuto', 'Horigome');
  const competitor: Competitor = { ...who, name: { ...name, tv: 'HORIGOME Yuto', short: 'HORIGOME' } };
  expect(shown(competitor)).toEqual(['HORIGOME Yuto', 'Y. HORIGOME', 'HORIGOME']);
});

test('a team is its name, in short its organisation; a pair is its family names', () => {
  const team = { code: 'T', organisation: 'ITA', name: { team: 'Italy' } } as const;
  expect(shown({ ...team, kind: 'TEAM' })).toEqual(['Italy', 'Italy', 'ITA']);
  const members = [athlete('Anna', 'Rossi'), athlete('Bea', 'Bianchi')];
  expect(shown({ ...team, kind: 'PAIR', members })).toEqual(['Italy', 'ROSSI / BIANCHI', 'ITA']);
  expect(shown({ ...team, name: { family: '' }, kind: 'PAIR', members })[0]).toBe('ROSSI / BIANCHI');
});
