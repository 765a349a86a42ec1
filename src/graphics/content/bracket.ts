/** The draw of an event: rounds as columns, a window of them on a page, as many matches above each other as there are rows. */
import { bracketOf, type DrawnMatch, type DrawnSide, type Tree } from '../../client/bracket.ts';
import { capitalised } from '../../client/cells.ts';
import { MINUTE, venueTime } from '../../client/venue-time.ts';
import { isOfType } from '../../model/document.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';
import { type Head, headOf } from './head.ts';
import { pageText } from './pages.ts';
import { wordFor } from './say.ts';
import { namesFor } from './who.ts';

export interface BracketContent {
  readonly head: Head;
  /** `Bronze`; empty where there is one tree alone. */
  readonly tree: string;
  readonly rounds: readonly BracketRound[];
  /** `2/3`; empty for one page. */
  readonly page: string;
}

export interface BracketRound {
  readonly name: string;
  readonly matches: readonly BracketMatch[];
}

export interface BracketMatch {
  /** RSC of the unit. */
  readonly key: string;
  readonly name: string;
  /** When it begins, how it stands, by what it was decided. */
  readonly told: string;
  readonly sides: readonly BracketSide[];
  /** How a line leads to the next round of this page; null where none does. */
  readonly leads: DrawnMatch['leads'];
}

export interface BracketSide {
  /** Who it is, the longest first; or what the place is waiting for. */
  readonly names: readonly string[];
  readonly stands: DrawnSide['stands'];
  /** Code of the organisation; empty while nobody stands here. */
  readonly organisation: string;
  readonly seed: string;
  readonly score: string;
  readonly hasWon: boolean;
}

/** As many as can be read: rounds beside each other, and matches above each other whatever is told. */
const ROUNDS = 4;
const MATCHES = 8;

type Rounds = Tree['rounds'];

/** What of a tree is on a page. */
interface Page {
  readonly tree: Tree;
  readonly rounds: Rounds;
}

export const bracketPages = (scene: Scene, told: Told): number =>
  Math.max(1, pagesIn(treesIn(scene), told).length);

/** Null without matches, and beyond the last page. */
export function bracketContent(scene: Scene, told: Told, page: number): BracketContent | null {
  const trees = treesIn(scene);
  const pages = pagesIn(trees, told);
  const shown = pages[page];
  if (scene.main === null || shown === undefined) return null;
  const { header } = scene.main;
  return {
    head: headOf(header, scene, told),
    tree: trees.length === 1 ? '' : capitalised(shown.tree.name),
    rounds: shown.rounds.map(({ name, matches }, index, all) => ({
      name,
      matches: matches.map((match) =>
        shownMatch(match, index < all.length - 1, { scene, told, utcOffset: header.competition?.utcOffset }),
      ),
    })),
    page: pageText(page, pages.length),
  };
}

const treesIn = ({ main, words }: Scene): readonly Tree[] =>
  main !== null && isOfType(main, 'BRACKETS') ? bracketOf(main, words) : [];

const pagesIn = (trees: readonly Tree[], { rows }: Told): readonly Page[] =>
  trees.flatMap((tree) =>
    roundsFrom(tree.rounds, Math.min(rows, MATCHES)).map((rounds) => ({ tree, rounds })),
  );

/**
 * Rounds that fit are shown beside each other, and the last one of a page is the first of the next: what it led to is seen. A round that does
 * not is cut into parts, each with the rounds that its winners go on to; the pages after them begin where everybody is on one.
 */
function roundsFrom(rounds: Rounds, rows: number): readonly Rounds[] {
  if (rounds.length === 0) return [];
  const fits = ({ matches }: Rounds[number]): boolean => matches.length <= rows;
  const tooLong = rounds.findIndex((round) => !fits(round));
  if (tooLong !== 0) {
    const fitting = tooLong === -1 ? rounds.length : tooLong;
    if (fitting <= ROUNDS) return [rounds.slice(0, fitting), ...roundsFrom(rounds.slice(fitting), rows)];
    return [rounds.slice(0, ROUNDS), ...roundsFrom(rounds.slice(ROUNDS - 1), rows)];
  }
  const next = rounds.findIndex(fits);
  return [...partsOf(rounds, rows), ...(next === -1 ? [] : roundsFrom(rounds.slice(next), rows))];
}

function partsOf(rounds: Rounds, rows: number): readonly Rounds[] {
  const halved = rounds.slice(0, Math.min(ROUNDS, 1 + halvings(rounds, rows)));
  const parts = Math.ceil(rounds[0]!.matches.length / rows);
  return Array.from({ length: parts }, (_, part) =>
    halved.map(({ name, matches }, index) => {
      const size = rows / 2 ** index;
      return { name, matches: matches.slice(part * size, (part + 1) * size) };
    }),
  );
}

/** How often a part of so many matches goes on to half as many. */
function halvings(rounds: Rounds, rows: number): number {
  const isHalved = (index: number): boolean =>
    (rows / 2 ** index) % 2 === 0 &&
    rounds[index]!.matches.length === 2 * (rounds[index + 1]?.matches.length ?? 0);
  let times = 0;
  while (isHalved(times)) times += 1;
  return times;
}

interface Shown {
  readonly scene: Scene;
  readonly told: Told;
  readonly utcOffset: string | undefined;
}

function shownMatch(match: DrawnMatch, isLeading: boolean, { scene, told, utcOffset }: Shown): BracketMatch {
  const { unit, name, status, start, decision, sides, leads } = match;
  const begins = start === undefined ? '' : venueTime(start, told.language, utcOffset, MINUTE);
  return {
    key: unit,
    name,
    told:
      status === 'START_LIST' ? begins : capitalised(decision ?? wordFor(scene, 'resultStatuses', status)),
    sides: sides.map((side) => shownSide(side, scene)),
    leads: isLeading ? leads : null,
  };
}

/** A draw has whole names only; the shorter forms are in the list of participants. */
function shownSide(side: DrawnSide, scene: Scene): BracketSide {
  const { text, stands, competitor, organisation = '', seed = '', score, won } = side;
  const identity =
    competitor === undefined
      ? undefined
      : scene.beside('PARTICIPANTS')?.rows.find(({ key }) => key === competitor)?.identity;
  return {
    names: identity === undefined ? [text] : namesFor(identity),
    stands,
    organisation: organisation === text ? '' : organisation,
    seed,
    score,
    hasWon: won,
  };
}
