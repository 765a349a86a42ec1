/**
 * When each race of a LENEX meet is: by the clocks in the hall, and one after the other without overlapping where the programme is
 * too tight.
 */
import { type Micro, ONE } from '../../model/decimal.ts';
import type { Instant } from '../../model/fact.ts';
import type { Rsc } from '../../model/rsc.ts';
import type { Clocks } from './clocks.ts';
import { grouped, highest, lowest } from './grouped.ts';
import type { LenexSession } from './lenex-events.ts';
import type { Round } from './lenex-programme.ts';
import type { LenexResult } from './lenex-starters.ts';

export const seconds = (count: number): Micro => count * ONE;
const minutes = (count: number): Micro => seconds(count * 60);

/** Between the last touch of one race and the next start. */
const BETWEEN_RACES = seconds(90);
const BETWEEN_SESSIONS = minutes(20);
/** A race without any time takes as long as this in the programme. */
const EMPTY_RACE = seconds(30);
const LISTS_BEFORE_SESSION = minutes(30);
/** A heat that the programme has later than this after its session began is a slip of the pen. */
const SESSION_MAX = minutes(8 * 60);

export interface Slot {
  readonly start: Instant;
  /** The last touch. */
  readonly end: Instant;
}

export class Timetable {
  readonly #slots = new Map<Rsc, Slot>();
  readonly #published = new Map<Round, Instant>();
  readonly #clocks: Clocks;

  constructor(rounds: readonly Round[], clocks: Clocks) {
    this.#clocks = clocks;
    this.#plan(rounds);
    for (const phases of grouped(rounds, ({ eventRsc }) => eventRsc).values()) this.#publish(phases);
  }

  slot(unit: Rsc): Slot {
    return this.#slots.get(unit)!;
  }

  /** When the start lists of a round are out. */
  published(round: Round): Instant {
    return this.#published.get(round)!;
  }

  /** The last touch of some rounds; 0 for none. */
  endOf(rounds: readonly Round[]): Instant {
    return highest(
      rounds.flatMap(({ heats }) => heats.map(({ unit }) => this.slot(unit).end)),
      0,
    );
  }

  #plan(rounds: readonly Round[]): void {
    const sessions = [...grouped(rounds, ({ session }) => session)];
    sessions.sort(([one], [other]) => this.#opens(one) - this.#opens(other));
    let free = 0;
    for (const [session, swum] of sessions) {
      const opens = Math.max(this.#opens(session), free);
      free = opens;
      for (const { at, units, duration } of races(swum)) {
        const shown = at === null ? null : this.#at(session, at);
        const planned = shown !== null && shown - opens < SESSION_MAX ? shown : 0;
        const start = Math.max(free, planned);
        for (const unit of units) this.#slots.set(unit, { start, end: start + duration });
        free = start + duration + BETWEEN_RACES;
      }
      free += BETWEEN_SESSIONS;
    }
  }

  /** Half an hour before the session, or when the phases before are over. */
  #publish(phases: readonly Round[]): void {
    let before = 0;
    for (const round of phases) {
      const start = lowest(round.heats.map(({ unit }) => this.slot(unit).start))!;
      const out = Math.max(this.#opens(round.session) - LISTS_BEFORE_SESSION, before + seconds(120));
      this.#published.set(round, Math.min(out, start - seconds(60)));
      before = Math.max(before, this.endOf([round]));
    }
  }

  /** Days of sessions are days that there are. */
  #at({ date }: LenexSession, minute: number): Instant {
    return this.#clocks.at(date, minutes(minute))!;
  }

  #opens(session: LenexSession): Instant {
    return this.#at(session, session.daytime ?? 9 * 60);
  }
}

interface Race {
  /** Minutes after midnight. */
  readonly at: number | null;
  readonly units: readonly Rsc[];
  readonly duration: Micro;
}

/** Races in the water: age groups of one heat swim together. A graded final comes last. */
function races(rounds: readonly Round[]): Race[] {
  return [...grouped(rounds, ({ event }) => event)].flatMap(([event, parts]) => {
    const heats = parts.flatMap((part) => part.heats);
    const together = [...grouped(heats, ({ key }) => key).values()];
    if (together.some(([heat]) => heat!.final !== null)) together.reverse();
    return together.map((lanes, index) => ({
      at: lanes[0]!.daytime ?? (index === 0 ? event.daytime : null),
      units: lanes.map(({ unit }) => unit),
      duration: highest(
        lanes.flatMap(({ results }) => Array.from(results, lastTime)),
        EMPTY_RACE,
      ),
    }));
  });
}

const lastTime = ({ time, splits }: LenexResult): Micro => time ?? splits.at(-1)?.time ?? 0;
