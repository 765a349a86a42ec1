import type { Broker } from '../broker/broker.ts';
import { acknowledged, shelved } from '../incidents/life-cycle.ts';
import type { Condition } from '../incidents/table.ts';
import type { Timing } from '../timing.ts';
import { VenueClient } from '../venue/venue-client.ts';
import { DeskRefusal, stored } from './desk-refusal.ts';
import type { HeldFacts, Settled } from './held-facts.ts';
import type { IncidentKeeper } from './incident-keeper.ts';
import type { LogDesk } from './log-desk.ts';
import type { RosterKeeper } from './roster-keeper.ts';

/** The venue of all desks, as facts know it (F7). */
export const DESK_VENUE = 'DESK';
/** The broker has answered by then, or the operator is told that it has not. */
const STORED_MS = 5_000;
const MS_PER_MINUTE = 60_000;

type IncidentName = Pick<Condition, 'code' | 'about'>;

export interface ActionOptions {
  readonly broker: Broker;
  readonly timing: Timing;
  /** Of the facts that it says: `DESK-<name>`. */
  readonly source: string;
  /** Where its outbox is; none: what the broker has not stored is lost with the process. */
  readonly outbox?: string;
  readonly warn: (line: string) => void;
  readonly log: LogDesk;
  readonly incidents: IncidentKeeper;
  readonly roster: RosterKeeper;
  readonly held: HeldFacts;
  /** Milliseconds since 1970 by the broker's clock. */
  readonly now: () => number;
}

/** Everything that operators do. Each is done once, whoever else does the same, and stands in the logbook with a name. */
export class DeskActions {
  readonly #options: ActionOptions;
  readonly #venue: VenueClient;

  static async open(options: ActionOptions): Promise<DeskActions> {
    const { broker, source, outbox: directory, timing, warn } = options;
    const venue = await VenueClient.open({
      broker,
      venue: DESK_VENUE,
      source,
      timing,
      warn,
      ...(directory === undefined ? {} : { directory }),
    });
    return new DeskActions(options, venue);
  }

  private constructor(options: ActionOptions, venue: VenueClient) {
    this.#options = options;
    this.#venue = venue;
  }

  async acknowledge({
    occurrence,
    by,
    ...name
  }: IncidentName & { occurrence: number; by: string }): Promise<void> {
    const { incidents, now } = this.#options;
    const incident = await stored(
      incidents.change('ACKNOWLEDGED', name, by, (before) => acknowledged(before, { by, occurrence }, now())),
    );
    if (incident === null || incident.state === 'CLEARED')
      throw new DeskRefusal('NOT_ACTIVE', 'it has cleared, or was never there');
    if (incident.occurrence !== occurrence)
      throw new DeskRefusal('OTHER_OCCURRENCE', 'it has begun anew since it was seen: look at it again');
  }

  /** Not loud for so long; 0 takes it from the shelf. */
  async shelve({ minutes, by, ...name }: IncidentName & { minutes: number; by: string }): Promise<void> {
    const { incidents, now } = this.#options;
    const until = now() + minutes * MS_PER_MINUTE;
    const step = minutes > 0 ? 'SHELVED' : 'UNSHELVED';
    const incident = await stored(
      incidents.change(step, name, by, (before) => shelved(before, by, until, now())),
    );
    if (incident === null || incident.state === 'CLEARED')
      throw new DeskRefusal('NOT_ACTIVE', 'it has cleared, or was never there');
  }

  /** Lets a fact through, as a fact of this desk with the operator's name. */
  async release({ fact, by }: { fact: string; by: string }): Promise<void> {
    const { held, log } = this.#options;
    const shown = held.heldAs(fact);
    if (shown === null) throw new DeskRefusal('NOT_HELD', whyNotHeld(held.settledAs(fact)));
    const { unit, source, epoch, seq } = shown;
    await this.#venue.send(unit, { release: { source, epoch, seq, by } });
    await this.#untilStored();
    // Whoever reads the logbook reads it there as well; the fact itself is what counts.
    await log.note({ event: 'RELEASED', values: { unit, source, seq }, by }).catch(() => {});
  }

  /** Whoever is heard now is who should be there. */
  async reset({ by }: { by: string }): Promise<void> {
    const { roster, timing } = this.#options;
    await stored(roster.reset(by, timing.elapsed()));
  }

  close(): Promise<void> {
    return this.#venue.close();
  }

  async #untilStored(): Promise<void> {
    const { timing } = this.#options;
    let giveUp = (): void => {};
    const late = new Promise<never>((_resolve, reject) => {
      const message = 'the broker has not stored it yet; this desk goes on trying';
      giveUp = timing.after(STORED_MS, () => reject(new DeskRefusal('NOT_STORED', message)));
    });
    await Promise.race([this.#venue.stored(), late]).finally(giveUp);
  }
}

function whyNotHeld(settled: Settled | null): string {
  if (settled === null) return 'this fact is not held';
  if (settled.how === 'RELEASED') return `${settled.by} has released it already`;
  return settled.how === 'WITHDRAWN' ? 'it was withdrawn' : `number ${settled.seq} has replaced it`;
}
