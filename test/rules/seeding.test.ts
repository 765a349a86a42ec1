import { expect, test } from 'vitest';
import type { Order } from '../../src/model/fact.ts';
import { circleSeeding, type Qualified, type Seeding, serpentineSeeding } from '../../src/rules/seeding.ts';
import { entryOf } from '../sports/athletics/field-card.ts';

const LANES = ['4', '5', '3', '6', '2', '7', '1', '8'];
const units = ['SEMI1', 'SEMI2'];

/** `1:H1.2`: first of the list, second in heat 1. */
const qualified = (texts: readonly string[]): Qualified[] =>
  texts.map((text, position) => {
    const [, code, unit, unitRank] = /^(\w+):(\w+)\.(\d+)$/.exec(text)!;
    return { entry: entryOf(code!, 1), mark: 'Q', position, unit: unit!, unitRank: Number(unitRank) };
  });

const seeded = (seeding: Seeding, who: readonly Qualified[], lots: readonly Order[] = []): string[] =>
  [...seeding(who, units, lots)].map(
    ([unit, starters]) =>
      `${unit} ${starters.map(({ entry, lane }) => `${entry.competitor.code}@${lane}`).join(' ')}`,
  );

test('circle seeding: the fastest into the middle lane of the last race, the next into the one before', () => {
  const four = qualified(['a:H1.1', 'b:H2.1', 'c:H1.2', 'd:H2.2']);
  expect(seeded(circleSeeding(LANES), four)).toEqual(['SEMI1 b@4 d@5', 'SEMI2 a@4 c@5']);
});

const lanes = [
  ['3', '4'],
  ['5', '6'],
  ['1', '2'],
];
const six = qualified(['a:H1.1', 'b:H2.1', 'c:H3.1', 'd:H1.2', 'e:H3.2', 'f:H2.2']);

test('serpentine seeding: there and back over the races, those who won before those who came second', () => {
  expect(seeded(serpentineSeeding(lanes), six)).toEqual(['SEMI1 a@3 d@4 e@5', 'SEMI2 b@3 c@4 f@5']);
});

test('lots give the lanes inside each group, and nothing else', () => {
  const lot: Order = { id: '1', why: 'LOT', competitors: ['e', 'd', 'c', 'b', 'a', 'f'] };
  expect(seeded(serpentineSeeding(lanes), six, [lot])).toEqual(['SEMI1 d@3 a@4 e@5', 'SEMI2 c@3 b@4 f@5']);
});

test('the order in which those who advance are named is of no account', () => {
  const turned = [...six].reverse();
  expect(seeded(serpentineSeeding(lanes), turned)).toEqual(seeded(serpentineSeeding(lanes), six));
  expect(seeded(circleSeeding(LANES), turned)).toEqual(seeded(circleSeeding(LANES), six));
});
