/** Which rows the documents have, by type, as `schemas/README.md` lists them ("Rows"). */
const COMPETITORS = ['competitor', 'identity', 'mark', 'place'];

const ROWS: Readonly<Record<string, readonly string[]>> = {
  RESULT: COMPETITORS,
  PHASE_RESULT: COMPETITORS,
  CUMULATIVE_RESULT: COMPETITORS,
  POOL_STANDING: COMPETITORS,
  RANKING: COMPETITORS,
  MEDALLISTS: COMPETITORS,
  BRACKETS: ['unit', 'bracket', 'sides', 'outcome'],
  MEDALS: ['organisation', 'medals', 'place'],
  SCHEDULE: ['unit', 'scheduled', 'state'],
  PARTICIPANTS: ['competitor', 'identity'],
  RECORDS: ['record', 'record'],
  CURRENT: ['competitor', 'identity', 'turn'],
  PROJECTION: ['competitor', 'identity', 'projected'],
  PLAY_BY_PLAY: ['action', 'action'],
  COMMUNICATION: ['id', 'communication'],
  CONDITIONS: ['reading', 'reading'],
};

/** Fields of a row that follow from the order: in whole documents only, and outside the hash. */
export const DERIVED_OF: Readonly<Record<string, readonly string[]>> = {
  place: ['rank', 'rankEqual', 'diff'],
};

const rowsOf = (channel: string): readonly string[] => ROWS[channel.split('/')[1] ?? ''] ?? COMPETITORS;

/** What the key is called in JSON. */
export const keyOf = (channel: string): string => rowsOf(channel)[0]!;

export const partsOf = (channel: string): readonly string[] => rowsOf(channel).slice(1);
