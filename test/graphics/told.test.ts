import { describe, expect, it } from 'vitest';
import { BadTold, showsOther, TOLD, toldFrom } from '../../src/graphics/told.ts';

const refusal = (said: Record<string, unknown>): string => {
  try {
    toldFrom(said);
  } catch (error) {
    if (error instanceof BadTold) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'taken';
};

describe('what a graphic is told', () => {
  it('is as usual where nothing is said, or an empty text', () => {
    const usual = Object.fromEntries(Object.entries(TOLD).map(([name, field]) => [name, field.usual]));
    expect(toldFrom({})).toEqual({ ...usual, documents: null, accepted: null, unit: null });
    expect(toldFrom(Object.fromEntries(Object.keys(TOLD).map((name) => [name, ''])))).toEqual(toldFrom({}));
  });

  it('is the same from an address, whose values are texts, and from a renderer, whose values are what they are', () => {
    const asTexts = { rows: '5', delayMs: '2500', test: 'true', frameRate: '59.94', channel: ' A/RESULT ' };
    const asValues = { rows: 5, delayMs: 2_500, test: true, frameRate: 59.94, channel: 'A/RESULT' };
    expect(toldFrom(asTexts)).toEqual(toldFrom(asValues));
  });

  it('may hold fields of somebody else', () => {
    expect(refusal({ comment: 'for the director', f0: 1 })).toBe('taken');
  });

  it.each([
    [{ rows: 0 }, 'BAD_FIELD rows: a whole number from 1 to 40'],
    [{ rows: '2.5' }, 'BAD_FIELD rows: a whole number from 1 to 40'],
    [{ delayMs: 600_001 }, 'BAD_FIELD delayMs: a whole number from 0 to 600000'],
    [{ offsetMs: 'late' }, 'BAD_FIELD offsetMs: a whole number from -60000 to 60000'],
    [{ language: 'de' }, 'BAD_FIELD language: one of en, fr'],
    [{ frameRate: 30 }, 'BAD_FIELD frameRate: one of 50, 25, 59.94, 60'],
    [{ test: 'yes' }, 'BAD_FIELD test: true or false'],
    [{ channel: ['A/RESULT'] }, 'BAD_FIELD channel: a text'],
    [{ accepted: 'e' }, 'BAD_FIELD accepted: <epoch>/<version>'],
    [{ documents: {} }, 'BAD_FIELD documents: a list of documents'],
    [{ documents: '{}' }, 'BAD_FIELD documents: a list of documents'],
    [{ documents: ['A'] }, 'BAD_FIELD documents: not a JSON object'],
  ])('%o is refused by name', (said, words) => {
    expect(refusal(said)).toBe(words);
  });

  it('needs other documents when it is about something else, and not when it only looks otherwise', () => {
    const before = toldFrom({ channel: 'A/RESULT' });
    expect(showsOther(before, toldFrom({ channel: 'B/RESULT' }))).toBe(true);
    expect(showsOther(before, toldFrom({ channel: 'A/RESULT', delayMs: 40 }))).toBe(true);
    expect(showsOther(before, toldFrom({ channel: 'A/RESULT', rows: 3, theme: 'light' }))).toBe(false);
  });
});
