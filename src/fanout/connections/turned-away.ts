import type { Timing } from '../../timing.ts';
import { countOne } from '../edge-counts.ts';

/** A line a code in this time, however many come. */
const LINE_MS = 10_000;
const ADDRESS_UNKNOWN = '';

export type TurnedAwayCode =
  /** Nothing, or half a request, until `handshakeMs` were over. */
  | 'HANDSHAKE_TIMEOUT'
  /** The oldest of too many connections that have said nothing. */
  | 'TOO_MANY_HANDSHAKES'
  | 'TOO_MANY_CONNECTIONS'
  | 'TOO_MANY_FROM_ADDRESS'
  | 'HEADERS_TOO_LARGE'
  /** A request before the one before it on the same connection was answered. */
  | 'PIPELINED'
  | 'BAD_REQUEST'
  | 'UNKNOWN_SUBPROTOCOL'
  /** A page of an origin that may not ask, or a name that is not ours (`visitors.ts`). */
  | 'ORIGIN_REFUSED'
  | 'HOST_REFUSED'
  /** Close codes 1002, 1003, 1007, 1008, 1009: frames that RFC 6455 does not allow, or that are too large. */
  | 'BAD_FRAME'
  | 'TOO_SLOW'
  | 'PROTOCOL_ERROR'
  | 'TOO_MANY_WORDS'
  | 'NO_VALID_WORD';

export type ReportTurnedAway = (about: { code: TurnedAwayCode; times: number; address: string }) => void;

/** Peers that were refused or ended for what they did: all are counted, and the log gets a line now and then. */
export class TurnedAway {
  readonly counts = new Map<TurnedAwayCode, number>();
  readonly #timing: Timing;
  readonly #report: ReportTurnedAway;
  readonly #told = new Map<TurnedAwayCode, { at: number; times: number }>();

  constructor(timing: Timing, report: ReportTurnedAway) {
    this.#timing = timing;
    this.#report = report;
  }

  note(code: TurnedAwayCode, address: string | undefined = ADDRESS_UNKNOWN): void {
    countOne(this.counts, code);
    const now = this.#timing.now();
    const told = this.#told.get(code);
    if (told !== undefined && now - told.at < LINE_MS) return;
    const counted = this.counts.get(code)!;
    this.#told.set(code, { at: now, times: counted });
    this.#report({ code, times: counted - (told?.times ?? 0), address });
  }
}
