import type { Words } from '../../../src/model/words.ts';
import { COMBINED_EVENTS } from '../combined-events.ts';
import { EVENTS } from '../events.ts';

const combined = Object.values(COMBINED_EVENTS).flatMap((events) => Object.entries(events));
const events = [...Object.entries(EVENTS), ...combined];
const parts = combined.flatMap(([, event]) => event.parts);

export const en: Words = {
  language: 'en',
  discipline: 'Athletics',
  // The tables of events are in English.
  events: Object.fromEntries(events.map(([code, { name }]) => [code, name])),
  phases: {
    ...Object.fromEntries(parts.map(({ phase, name }) => [phase, name])),
    PREL: 'Preliminary Round',
    RND1: 'Round 1',
    REP: 'Repechage Round',
    SFNL: 'Semi-Finals',
    FNL: 'Final',
    QUAL: 'Qualification',
  },
  units: {
    HEAT: 'Heat {number}',
    HEAT_AGAIN: 'Heat {number}, run again',
    SEMI_FINAL: 'Semi-Final {number}',
    SEMI_FINAL_AGAIN: 'Semi-Final {number}, run again',
    RACE: 'Race {number}',
    RACE_AGAIN: 'Race {number}, run again',
    GROUP: 'Group {number}',
    GROUP_AGAIN: 'Group {number}, run again',
  },
  columns: {
    MARK: 'Mark',
    CARDS: 'Cards',
    FAILURES_AT_BEST: 'At',
    FAILURES_IN_ALL: 'All',
    JUMP_OFF: 'J.O.',
  },
  criteria: {
    TIME_OVER_HEATS: 'lower time over all heats',
    THOUSANDTHS: 'lower time to 1/1000 s for a qualifying place',
    BEST_ATTEMPT: 'best valid attempt',
    NEXT_BEST_ATTEMPTS: 'next best attempts',
    HEIGHT: 'greatest height cleared',
    FAILURES_AT_BEST: 'fewer failures at the last height cleared',
    FAILURES_IN_ALL: 'fewer failures in all up to the last height cleared',
    JUMP_OFF: 'jump-off for the first place',
    TOTAL: 'more points in all',
    POINTS: 'more points',
    MORE_EVENTS: 'better in more events',
    HIGHEST_POINTS: 'highest points in one event',
  },
  warnings: { '~': 'bent knee', '>': 'loss of contact' },
  options: {
    overfull: 'who advances when the last qualifying place is shared',
    cut: 'who has the last rounds of a jump or throw',
    newOrderAfter: 'after which rounds the order of a jump or throw is made anew',
  },
};
