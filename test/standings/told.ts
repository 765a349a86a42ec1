/** What the documents of an event say, in a line for each row, for tests of what must be true of them. */
import { Meet } from '../support/meet.ts';

export const GENERAL = 'GEN'.padEnd(34, '-');

/** RANKING as `code rank medal`, an IRM or `-` where there is no rank. */
export const ranking = (meet: Meet): string[] =>
  meet.rows('RANKING', meet.rsc()).map(({ key, mark, place }) => {
    const rank = place.rank === null ? (mark.irm ?? '-') : `${place.rank}${place.rankEqual ? '=' : ''}`;
    return [key, rank, place.medal ?? ''].join(' ').trim();
  });

export const medallists = (meet: Meet): string[] =>
  meet.rows('MEDALLISTS', meet.rsc()).map(({ key, place }) => `${key} ${place.medal}`);

/** MEDALS as `organisation gold-silver-bronze`. */
export const medals = (meet: Meet): string[] =>
  meet
    .document('MEDALS', GENERAL)
    .rows.map(({ key, medals: { gold, silver, bronze } }) => `${key} ${gold}-${silver}-${bronze}`);

export const statusOf = (
  meet: Meet,
  type: 'RANKING' | 'MEDALLISTS' | 'PHASE_RESULT' | 'RESULT',
  unit = meet.rsc(),
): string => meet.document(type, unit).header.status;

export const has = (meet: Meet, type: 'RANKING' | 'MEDALLISTS'): boolean => {
  try {
    return meet.rows(type, meet.rsc()).length > 0;
  } catch {
    return false;
  }
};

/** CURRENT in one line: `4: <J10 3 >J9 4 J8 4 J7 4` for round 4 after J10's third attempt, J9 in action, J8 and J7 next. */
export function turnsIn(meet: Meet, unit: string): string {
  const { header, rows } = meet.document('CURRENT', unit);
  const signs = { PREVIOUS: '<', CURRENT: '>', NEXT: '' };
  const turns = rows.map(({ key, turn }) => `${signs[turn.role]}${key} ${turn.attempt}`);
  return [`${header.now?.period ?? '-'}:`, ...turns].join(' ');
}

export const FINAL = '000100';

/** Heats of five, a final of four as told; swimming, unless the event says otherwise. */
export function swum(final: Readonly<Record<string, string>>): { meet: Meet; heat: string; final: string } {
  const meet = new Meet('SWMM100MFR');
  const [heat, last] = [meet.rsc('HEAT', '000100'), meet.rsc('FNL-', FINAL)];
  meet.race(heat, { ANNA: '51.00', BERT: '51.10', CARL: '51.20', DORA: '51.30', EMIL: '51.40' });
  meet.race(last, final);
  return { meet, heat, final: last };
}

export const ALL_SWAM = { ANNA: '50.00', BERT: '50.10', CARL: '50.20', DORA: '50.30' };
