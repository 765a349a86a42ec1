/** The RESULT of two sides against each other, ready to show, with what is happening in it and what has happened. */
import type { Document, DocumentOf } from '../model/document.ts';
import type { Column, Row, RowOf } from '../model/row.ts';
import { columnInWords, type WordSection, type Words } from '../model/words.ts';
import { cellText, markText } from './cells.ts';
import { decisionText } from './decision-text.ts';

export interface ShownMatch {
  /** As the start list has them, whoever leads. */
  readonly sides: readonly MatchSide[];
  /** Null while nothing is told of this moment. */
  readonly clock: MatchClock | null;
  /** What each side has beside the score: declared columns, periods, points of the game; texts in the order of the sides. */
  readonly parts: readonly MatchPart[];
  /** How it was decided, in words. */
  readonly decision?: string;
  /** The newest first. */
  readonly plays: readonly ShownPlay[];
}

export interface MatchPart {
  /** Code of the period or column. */
  readonly key: string;
  readonly label: string;
  readonly texts: readonly string[];
}

export interface MatchSide {
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  readonly seed?: string;
  /** With the IRM of who has one. */
  readonly score: string;
  readonly outcome?: 'W' | 'L' | 'T';
  readonly serves: boolean;
}

export interface MatchClock {
  readonly period: string;
  readonly text: string;
  /** Undefined where no clock is told. */
  readonly running?: boolean;
}

export interface ShownPlay {
  readonly key: string;
  readonly period: string;
  readonly clock: string;
  readonly what: string;
  readonly who: string;
  readonly organisation: string;
  /** After it, in the order of the sides; empty where it says nothing of the score. */
  readonly scores: readonly string[];
}

type Result = Pick<DocumentOf<'RESULT'>, 'header' | 'rows'>;
type Side = RowOf<'RESULT'>;
type Now = NonNullable<Result['header']['now']>;
type Scores = Now['scores'];

/** Does this list show who won against whom? */
export const isMatch = ({ header, rows }: Pick<Document, 'header' | 'rows'>): boolean =>
  header.type === 'RESULT' &&
  rows.length > 0 &&
  rows.length <= 2 &&
  header.columns.some(({ source }) => source === 'wlt');

/** Columns that have a place of their own. */
const TOLD = ['rank', 'name', 'organisation', 'seed', 'result', 'wlt'];

/**
 * `current` and `plays`: CURRENT and PLAY_BY_PLAY of the same unit, as far as there are any. `words`: of the discipline; without
 * them codes stand for themselves.
 */
export function matchOf(
  { header, rows }: Result,
  current: Pick<DocumentOf<'CURRENT'>, 'header'> | null,
  plays: Pick<DocumentOf<'PLAY_BY_PLAY'>, 'rows'> | null,
  words?: Words,
): ShownMatch {
  const sides = [...rows].sort((one, other) => startOf(one) - startOf(other));
  const now = current?.header.now ?? null;
  const word = (section: WordSection, code: string): string => words?.[section]?.[code] ?? code;
  const decision = sides.find(({ mark }) => mark.details.match?.decision)?.mark.details.match?.decision;
  return {
    sides: sides.map((side) => sideOf(side, now)),
    clock: now === null ? null : clockOf(now, word),
    parts: [
      ...declaredParts(header.columns, sides, words),
      ...periodParts(sides, word),
      ...pointsPart(sides, now, word),
    ],
    ...(decision === undefined ? {} : { decision: decisionText(decision, words) }),
    plays: [...(plays?.rows ?? [])].reverse().map((play) => playOf(play, sides, word)),
  };
}

type Word = (section: WordSection, code: string) => string;

const startOf = ({ identity }: Side): number => identity.startOrder ?? 0;

function sideOf(side: Side, now: Now | null): MatchSide {
  const { key, identity, mark } = side;
  const isServing = (code: string | undefined): boolean =>
    code === key || identity.members?.some(({ competitor }) => competitor === code) === true;
  return {
    key,
    name: identity.name,
    organisation: identity.organisation,
    ...(identity.seed === undefined ? {} : { seed: identity.seed }),
    score: markText(mark),
    ...(mark.wlt === undefined ? {} : { outcome: mark.wlt }),
    serves: now?.serving !== undefined && isServing(now.serving),
  };
}

function clockOf({ period = '', clock = '', running }: Now, word: Word): MatchClock | null {
  if (period === '' && clock === '') return null;
  return {
    period: period === '' ? '' : word('periods', period),
    text: clock,
    ...(clock === '' ? {} : { running: running === true }),
  };
}

const declaredParts = (
  columns: readonly Column[],
  sides: readonly Side[],
  words: Words | undefined,
): ShownMatch['parts'] =>
  columns
    .filter(({ source }) => !TOLD.includes(source))
    .map((column) => ({
      key: column.code ?? column.source,
      label: columnInWords(column, words ?? NO_WORDS).label,
      texts: sides.map((side, index) => cellText('RESULT', side as Row, index, column, words)),
    }))
    .filter(({ texts }) => texts.some((text) => text !== ''));

const NO_WORDS: Words = { language: '', discipline: '' };

function periodParts(sides: readonly Side[], word: Word): ShownMatch['parts'] {
  const scored = sides.map(({ mark }) => mark.details.match?.periods ?? []);
  const codes = [...new Set(scored.flat().map(({ period }) => period))];
  return codes.map((code) => ({
    key: code,
    label: word('periods', code),
    texts: scored.map((periods) => periods.find(({ period }) => period === code)?.score ?? ''),
  }));
}

function pointsPart(sides: readonly Side[], now: Now | null, word: Word): ShownMatch['parts'] {
  const points = now?.points ?? [];
  if (points.length === 0) return [];
  return [{ key: 'POINTS', label: word('columns', 'POINTS'), texts: scoresOf(sides, points) }];
}

const scoresOf = (sides: readonly Side[], scores: Scores = []): string[] =>
  sides.map(({ key }) => scores.find(({ competitor }) => competitor === key)?.score ?? '');

function playOf({ key, action }: RowOf<'PLAY_BY_PLAY'>, sides: readonly Side[], word: Word): ShownPlay {
  const { kind, detail, period = '', clock = '', competitor, athlete, scores } = action;
  const identity = sides.find((side) => side.key === competitor)?.identity;
  const member = identity?.members?.find((each) => each.competitor === athlete);
  return {
    key,
    period: period === '' ? '' : word('periods', period),
    clock,
    what: [kind, detail].flatMap((code) => (code === undefined ? [] : [word('actions', code)])).join(', '),
    who: member?.name ?? athlete ?? identity?.name ?? competitor ?? '',
    organisation: identity?.organisation ?? '',
    scores: scores.length === 0 ? [] : scoresOf(sides, scores),
  };
}
