import type { Broker, Subscription } from '../broker/broker.ts';
import { fieldsIn, isFields } from '../incidents/said.ts';
import type { Situation } from '../incidents/situation.ts';
import type { Timing } from '../timing.ts';

/** Under which desks say what they have found, once a second. */
export const SITUATION_TOPIC = 'situation';

/** Nobody has asked for so long: what desks say is not listened to any more. */
const ASKED_MS = 30_000;
/** Of several desks that are heard the first one by name is believed, so that a page does not go back and forth. */
const FRESH_MS = 3_000;

interface Heard {
  readonly situation: Situation;
  readonly at: number;
}

/** What desks say, as an edge hands it on: it listens while somebody looks. */
export class SituationHeard {
  readonly #broker: Pick<Broker, 'calls'>;
  readonly #timing: Timing;
  readonly #heard = new Map<string, Heard>();
  #listening: Promise<Subscription | null> | null = null;
  #askedAt = 0;

  constructor(broker: Pick<Broker, 'calls'>, timing: Timing) {
    this.#broker = broker;
    this.#timing = timing;
  }

  /** The newest, with how many milliseconds ago it was heard; null: no desk has been heard since somebody looks. */
  newest(): { readonly situation: Situation; readonly heardAgoMs: number } | null {
    const now = this.#timing.elapsed();
    this.#askedAt = now;
    this.#listening ??= this.#listen();
    const all = [...this.#heard.values()].toSorted((one, other) => other.at - one.at);
    const [last] = all;
    if (last === undefined) return null;
    const fresh = all.filter(({ at }) => now - at < FRESH_MS);
    const chosen =
      fresh.toSorted((one, other) => (one.situation.desk < other.situation.desk ? -1 : 1))[0] ?? last;
    return { situation: chosen.situation, heardAgoMs: Math.round(now - chosen.at) };
  }

  async stop(): Promise<void> {
    await (await this.#listening)?.stop();
  }

  #listen(): Promise<Subscription | null> {
    return this.#broker.calls
      .listen(SITUATION_TOPIC, (data) => this.#take(data))
      .catch(() => {
        this.#listening = null;
        return null;
      });
  }

  #take(data: Uint8Array): void {
    const now = this.#timing.elapsed();
    if (now - this.#askedAt > ASKED_MS) {
      const listening = this.#listening;
      this.#listening = null;
      this.#heard.clear();
      void listening?.then((each) => each?.stop());
      return;
    }
    const situation = situationIn(data);
    if (situation !== null) this.#heard.set(situation.desk, { situation, at: now });
  }
}

const LISTS = [
  'missing',
  'sources',
  'held',
  'refused',
  'units',
  'outputs',
  'parts',
  'lost',
  'incidents',
  'log',
] as const;

/** Null for what is none of ours. */
function situationIn(data: Uint8Array): Situation | null {
  const said = fieldsIn(data);
  if (said === null || typeof said.desk !== 'string' || !Number.isFinite(said.at)) return null;
  const hasLists = LISTS.every((name) => Array.isArray(said[name]));
  return hasLists && isFields(said.unitsBy) && isFields(said.expected)
    ? (said as unknown as Situation)
    : null;
}
