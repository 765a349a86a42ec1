/** Whether what the control room shows is of now. Whatever is missing on the way from the desk to the eye, it does not look live. */
export type DeskFeed = 'CONNECTING' | 'NO_SERVER' | 'NO_DESK' | 'STALE' | 'SETTLING' | 'LIVE';

/** The page asks once a second; who has not answered for so long does not. */
const ANSWERED_MS = 4_000;
/** Desks say once a second what they find. */
const FOUND_MS = 4_000;

export interface DeskFeedState {
  /** Since the server of the page answered; null: it never did. */
  readonly answeredAgoMs: number | null;
  /** Since the desk found what is shown; null: there is nothing. */
  readonly foundAgoMs: number | null;
  readonly isSettled: boolean;
}

export function deskFeed({ answeredAgoMs, foundAgoMs, isSettled }: DeskFeedState): DeskFeed {
  if (answeredAgoMs === null) return 'CONNECTING';
  if (answeredAgoMs > ANSWERED_MS) return 'NO_SERVER';
  if (foundAgoMs === null) return 'NO_DESK';
  if (foundAgoMs > FOUND_MS) return 'STALE';
  return isSettled ? 'LIVE' : 'SETTLING';
}
