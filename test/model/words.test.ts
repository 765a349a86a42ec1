import { expect, test } from 'vitest';
import { filled, inWords, namesIn } from '../../src/model/words.ts';
import { wordsIn } from '../../src/sports.ts';

const french = wordsIn('ATH', 'fr')!;

test('names are made of words and numbers', () => {
  expect(filled('Heat {number}', { number: '3' })).toBe('Heat 3');
  expect(filled('{gender} {event}', { gender: undefined, event: 'Mile' })).toBe('Mile');
  expect(namesIn(french, 'W', { event: '100M', phase: 'SFNL', unit: 'SEMI_FINAL', number: '2' })).toEqual({
    event: '100 m femmes',
    phase: 'Demi-finales',
    unit: 'Demi-finale 2',
  });
});

test('a header in other words keeps what the venue named, and labels that are no words', () => {
  const header = {
    unit: 'ATHW100M--------------SFNL000200--',
    names: { discipline: 'Athletics', event: 'The Dash', phase: 'Semi-Finals', codes: { phase: 'SFNL' } },
    columns: [{ code: 'RANK', label: 'Rank' }, { label: '2.05' }],
  };
  expect(inWords(header, french)).toMatchObject({
    names: { discipline: 'Athlétisme', event: 'The Dash', phase: 'Demi-finales' },
    columns: [{ label: 'Rang' }, { label: '2.05' }],
  });
});
