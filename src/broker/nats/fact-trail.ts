import type { StoredVenueMessage } from '../broker.ts';

/** A fact that was seen in stream VENUE, without its bytes. */
type Seen = Pick<StoredVenueMessage, 'streamSeq' | 'messageId' | 'unit'>;

const TRAIL_MAX = 10_000;

/** The newest facts that this program has seen, to name those that a broker has lost. */
export class FactTrail {
  #seen: Seen[] = [];
  /** How many of them were seen before an interruption; what came after it may stand in the place of what was lost. */
  #before: number | null = null;

  saw({ streamSeq, messageId, unit }: Seen): void {
    this.#seen.push({ streamSeq, messageId, unit });
    const tooMany = this.#seen.length - TRAIL_MAX;
    if (tooMany < TRAIL_MAX) return;
    this.#seen = this.#seen.slice(tooMany);
    if (this.#before !== null) this.#before = Math.max(0, this.#before - tooMany);
  }

  interrupted(): void {
    this.#before ??= this.#seen.length;
  }

  /** Nothing was lost until now. */
  confirmed(): void {
    this.#before = null;
  }

  /**
   * Those of before that are not where they were, and have not come again; `idAt` gives what stands there now.
   * `TIMING e 26 to 30 (HEAT ...)`, one text for each source and epoch.
   */
  async lost(idAt: (streamSeq: number) => Promise<string | null>): Promise<string[]> {
    const before = this.#before ?? this.#seen.length;
    let low = 0;
    let high = before;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { streamSeq, messageId } = this.#seen[middle]!;
      if ((await idAt(streamSeq)) === messageId) low = middle + 1;
      else high = middle;
    }
    const again = new Set(this.#seen.slice(before).map(({ messageId }) => messageId));
    const lost = this.#seen.slice(low, before).filter(({ messageId }) => !again.has(messageId));
    this.#seen = [];
    this.confirmed();
    const byOrigin = new Map<string, Seen[]>();
    for (const fact of lost) {
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
