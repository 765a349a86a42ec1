/** The parts of rows of a contest that is under way or drawn: matches of a bracket, actions, who is in action. */
import { RESULT_STATUSES } from '../result-status.ts';
import { code, count, flag, instant, list, nested, optional, rsc, shape, TEXT, text } from './field.ts';
import { NAME_CODES } from './name-codes.ts';

export const BRACKET = shape('Bracket', 'Where a match stands in the draw.', {
  bracket: text(1, 'code of the tree: FNL, BRN, BRN1'),
  phase: rsc(2),
  round: optional(text(3, 'code of the phase')),
  order: count(4, 'in its round, from the top'),
  name: optional(text(5, 'of the match')),
  start: optional(instant(6)),
  codes: optional(nested(7, NAME_CODES, 'of name')),
});

const SLOT_SOURCE = shape('SlotSource', 'Where a side comes from.', {
  unit: rsc(1, 'a unit, phase or pool'),
  outcome: code(
    2,
    ['WINNER', 'LOSER', 'RANK', 'ONE_OF'],
    'of that unit; ONE_OF: one of the best of that list',
  ),
  rank: optional(count(3, 'with RANK')),
});

const SIDE = shape('Side', 'One side of a match, also while nobody stands there.', {
  from: optional(nested(1, SLOT_SOURCE)),
  competitor: optional(text(2)),
  name: optional(text(3)),
  organisation: optional(text(4)),
  seed: optional(text(5)),
  bye: optional(flag(6)),
});

export const SIDES = shape('Sides', 'Who meets whom.', {
  sides: list(1, SIDE, 'two, or more'),
});

export const OUTCOME = shape('Outcome', 'How a match stands or ended.', {
  resultStatus: code(1, RESULT_STATUSES),
  scores: list(2, TEXT, 'one a side, in the order of the sides'),
  winner: optional(text(3, 'competitor')),
  decision: optional(text(4, 'code: how it was decided')),
});

export const SCORE = shape('Score', 'What a competitor has by now.', {
  competitor: text(1),
  score: text(2),
});

export const ACTION = shape('Action', 'Something that happened.', {
  kind: text(1, 'code'),
  period: optional(text(2)),
  clock: optional(text(3, 'as shown')),
  competitor: optional(text(4)),
  athlete: optional(text(5)),
  detail: optional(text(6)),
  value: optional(text(7)),
  scores: list(8, SCORE, 'after it'),
});

export const TURN = shape('Turn', 'Why somebody is shown now.', {
  role: code(1, ['CURRENT', 'PREVIOUS', 'NEXT'], 'all who come then are NEXT, in their order'),
  attempt: optional(count(2, 'the number of it')),
  result: optional(text(3, 'by now')),
  rank: optional(count(4, 'by now')),
});

export const NOW = shape('Now', 'What is happening in the unit at this moment.', {
  period: optional(text(1, 'a half, a round of attempts, the height of the bar')),
  clock: optional(text(2, 'as shown')),
  running: optional(flag(3)),
  toBeat: optional(text(4, 'the mark that leads')),
  leader: optional(text(5, 'competitor; nobody where the lead is shared')),
  scores: optional(list(6, SCORE)),
  serving: optional(text(7, 'competitor or athlete who serves')),
  servesNext: optional(text(8, 'who serves in the next game')),
  games: optional(list(9, SCORE, 'won in the set that is under way')),
  points: optional(list(10, SCORE, 'in the game that is under way')),
  clockRuns: optional(code(11, ['UP', 'DOWN'], 'which way, where the rule book says it')),
});
