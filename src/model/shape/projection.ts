/** What can still come of a unit or list: the part of a row, and what the header says of it as a whole. */
import { RELIABILITY_REASONS } from '../result-status.ts';
import { code, count, flag, list, optional, rsc, shape, text } from './field.ts';

export const GOALS = ['LEAD', 'MEDAL', 'ADVANCE'] as const;

const NEED = shape(
  'Need',
  'What is enough, as everybody else stands: with it the place is reached, with the next worse one it is not.',
  {
    goal: code(1, GOALS),
    place: optional(count(2, 'the place that it gives, or a better one')),
    mark: optional(text(3, 'of the next performance, ready to show')),
    value: optional(text(4, 'the number behind it: a decimal in base units (s, m, points)')),
    unit: optional(rsc(5, 'in which it is needed, where that is another one: a match, a race')),
    outcome: optional(code(6, ['W', 'T', 'L'], 'of that match, whatever its score')),
    finish: optional(count(7, 'place in the unit, or in that race, that is enough')),
    rival: optional(text(8, 'competitor who would have the place and has the same part still to come')),
    rivalMark: optional(
      text(9, "the rival's best by the start list: the mark is enough where the rival comes to this"),
    ),
  },
);

const CHANCES = ['CERTAIN', 'POSSIBLE', 'OUT'] as const;

export const PROJECTED = shape(
  'Projected',
  'What can still become of a competitor while nothing that was said is changed and nobody is disqualified.',
  {
    inAction: flag(1, 'under way, or the next to perform'),
    best: optional(count(2, 'the best place that is possible at the end; none: no place is')),
    worst: optional(count(3, 'the worst; none: the end can be without a place')),
    toLead: optional(code(4, CHANCES, 'first place at the end')),
    toMedal: optional(code(5, CHANCES, 'where places in it are medals')),
    toAdvance: optional(code(6, CHANCES, 'where somebody goes on from it')),
    needs: list(
      7,
      NEED,
      'with the next performance, of whoever has one to come; to go on, of who is in action',
    ),
  },
);

const UNKNOWN = shape('Unknown', 'What is not computed, and why.', {
  what: code(1, ['PLACES', 'ADVANCE']),
  why: code(
    2,
    [
      ...RELIABILITY_REASONS,
      'START_LIST',
      'SUSPENDED',
      'RERUN',
      'UNITS_NOT_NAMED',
      'LIMIT_PER_ORGANISATION',
      'NO_PROJECTION',
      'TOO_MANY',
      'TOO_CLOSE',
    ],
    'a reason of reliability, or: the start list is not complete, the unit is suspended, something is run again, nobody has ' +
      'said which units there are, a limit for each organisation, a rule that projects nothing, more than are computed, a mark beside the best that there can be',
  ),
});

const OPENNESS = ['OPEN', 'DECIDED'] as const;

export const OUTLOOK = shape('Outlook', 'How much is still open.', {
  stillOut: count(1, 'how many have still something to do'),
  notStarted: count(2, 'how many of these have not begun'),
  lead: optional(code(3, OPENNESS)),
  podium: optional(code(4, OPENNESS, 'the first three places')),
  places: optional(code(5, OPENNESS, 'all places')),
  medals: list(
    6,
    { is: 'code', values: ['GOLD', 'SILVER', 'BRONZE'] },
    'that the first three places of it are',
  ),
  unknown: list(7, UNKNOWN),
});
