/** Brackets and matches as the library makes them ready to show. */
import { expect, test } from 'vitest';
import { bracketOf } from '../../src/client/bracket.ts';
import { isMatch, matchOf } from '../../src/client/match.ts';
import { performanceOf } from '../../src/client/performance.ts';
import { type Document, type DocumentOf, type DocumentType, isOfType } from '../../src/model/document.ts';
import type { Details } from '../../src/model/row.ts';
import { wordsOf } from '../../src/rules/words/words-of.ts';
import { SPORTS } from '../../src/sports.ts';
import { row } from '../fanout/published-documents.ts';
import { Feed } from '../support/feed.ts';

const feedOf = (name: string): Feed => Feed.of(new URL(`../../sports/${name}/feed.ndjson`, import.meta.url));

const words = (discipline: string, language = 'en') =>
  wordsOf(SPORTS.find((sport) => sport.discipline === discipline)!, language)!;

function as<Type extends DocumentType>(type: Type, document: Document): DocumentOf<Type> {
  if (!isOfType(document, type)) throw new Error(`${document.header.type} is not ${type}`);
  return document;
}

const bracket = (feed: Feed, event: string) => as('BRACKETS', feed.document('BRACKETS', event));

test('a repechage is trees of their own, and lines lead only to where the winner goes on', () => {
  const feed = feedOf('judo/cases/both-disqualified');
  const event = [...feed.documents()].find(({ header }) => header.type === 'BRACKETS')!.header.unit;
  const trees = bracketOf(bracket(feed, event), words('JUD'));
  expect(
    trees.map(({ name, rounds }) => [
      name,
      ...rounds.map(({ matches }) => matches.map(({ leads }) => leads ?? '-').join(' ')),
    ]),
  ).toEqual([
    ['main bracket', 'PAIR PAIR PAIR PAIR', 'PAIR PAIR', '-'],
    ['bronze, first half', 'STRAIGHT', '-'],
    ['bronze, second half', 'STRAIGHT', '-'],
  ]);
  const texts = trees.flatMap(({ rounds }) => rounds.flatMap(({ matches }) => matches));
  expect(texts.map(({ decision }) => decision)).toContain('penalties (hansoku-make)');
});

test('without words codes stand for themselves', () => {
  const facts = feedOf('football/cases/best-third-placed');
  const document = bracket(
    facts,
    [...facts.documents()].find(({ header }) => header.type === 'BRACKETS')!.header.unit,
  );
  const [main] = bracketOf(document);
  expect(main!.name).toBe('FNL');
  expect(main!.rounds.map(({ name }) => name)).toEqual(['QFNL', 'SFNL', 'FNL']);
  expect(main!.rounds[0]!.matches[1]!.decision).toBe('AET');
});

test('a match under way has sets, points of the game and who serves', () => {
  const feed = feedOf('tennis/cases/point-by-point');
  const result = [...feed.documents()].find(isMatch)!;
  const { unit } = result.header;
  const current = as('CURRENT', feed.document('CURRENT', unit));
  const plays = as('PLAY_BY_PLAY', feed.document('PLAY_BY_PLAY', unit));
  const { sides, parts, plays: told } = matchOf(as('RESULT', result), current, plays, words('TEN', 'fr'));
  expect(sides).toHaveLength(2);
  expect(parts[0]!.texts).toHaveLength(2);
  expect(told).toHaveLength(plays.rows.length);
  expect(told.at(-1)!.what).toBe(words('TEN', 'fr').actions!.SERVE);
  expect(told.map(({ key }) => key)).toEqual([...plays.rows].map(({ key }) => key).reverse());
});

test('a list of races is no match', () => {
  const races = [...feedOf('rowing/cases/dead-heat-and-re-row').documents()];
  expect(races.filter(isMatch)).toEqual([]);
});

test('a performance says its family, a series of races as well; a side of a match is told by its match', () => {
  const of = (details: Details) => performanceOf({ mark: { ...row('1', '7', 1).mark, details } });
  expect(of({ series: { total: '7', races: [] } })).toEqual({ family: 'series', total: '7', races: [] });
  expect(of({ timedRace: { passings: [] } })?.family).toBe('timedRace');
  expect(of({ match: { periods: [] } })).toBeNull();
});
