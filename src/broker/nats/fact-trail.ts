import type { StoredVenueMessage } from '../broker.ts';

/** A fact that was seen in stream VENUE, without its bytes. */
type Seen = Pick<StoredVenueMessage, 'messageId' | 'unit'>;

const TRAIL_MAX = 10_000;

/** The newest facts that this program has seen, to name those that a broker has lost. */
export class FactTrail {
  #seen: Seen[] = [];

  saw({ messageId, unit }: Seen): void {
    this.#seen.push({ messageId, unit });
    if (this.#seen.length >= 2 * TRAIL_MAX) this.#seen = this.#seen.slice(-TRAIL_MAX);
  }

  /**
   * Those that are not in the stream any more, wherever they stood or stand now; `present` tells the message id of everything that does.
   * `TIMING e 26 to 30 (HEAT ...)`, one text for each source and epoch.
   */
  async lost(present: (handler: (messageId: string) => void) => Promise<void>): Promise<string[]> {
    const lost = new Map(this.#seen.map((fact) => [fact.messageId, fact]));
    await present((messageId) => lost.delete(messageId));
    this.#seen = [];
    const byOrigin = new Map<string, Seen[]>();
    for (const fact of lost.values()) {
      const origin = fact.messageId.slice(0, fact.messageId.lastIndexOf(':'));
      byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), fact]);
    }
    return [...byOrigin].map(textOf);
  }
}

function textOf([origin, facts]: [string, readonly Seen[]]): string {
  const numbers = facts.map(({ messageId }) => Number(messageId.slice(messageId.lastIndexOf(':') + 1)));
  const units = [...new Set(facts.map(({ unit }) => unit).filter((unit) => unit !== ''))];
  return `${origin.replace(':', ' ')} ${Math.min(...numbers)} to ${Math.max(...numbers)} (${units.join(', ') || 'no unit'})`;
}
