/** Which LENEX events are the rounds of one event. */
import { grouped } from './grouped.ts';
import { agesOf as groupAges, UNLIMITED } from './lenex-age-groups.ts';
import type { LenexEvent } from './lenex-events.ts';

export interface Chain {
  /** Tells events of the same style apart; empty where there is one. */
  readonly suffix: string;
  readonly rounds: ReadonlySet<string>;
}

export const isSwimOff = ({ round }: LenexEvent): boolean => round.startsWith('SO');

/**
 * Rounds of the same style and gender belong together where `preveventid` says so, where they have the same number, or where the
 * programme leaves no other reading: heats and a final of the same swimmers, each once. Anything else is an event of its own, for
 * who swims the same style under another number is placed apart.
 */
export function chainsOf(events: readonly LenexEvent[]): ReadonlyMap<string, Chain> {
  const chains = new Map<string, Chain>();
  for (const group of grouped(events, styleKey).values()) {
    const linked = linkedChains(group);
    const suffixes = new Set<string>();
    for (const chain of linked) {
      const suffix = linked.length === 1 ? '' : suffixOf(chain[0]!, suffixes);
      const rounds = new Set(chain.map(({ round }) => round));
      for (const event of chain) chains.set(event.id, { suffix, rounds });
    }
  }
  return chains;
}

const styleKey = ({ gender, legs, distance, stroke, round }: LenexEvent): string =>
  [gender, legs, distance, stroke, round === 'TIMETRIAL' ? 'T' : ''].join('|');

/** `E7`; two events of one number are `E7` and `E7B`. */
function suffixOf({ number }: LenexEvent, used: Set<string>): string {
  const plain = `E${number
    .replace(/[^A-Z0-9]/gi, '')
    .toUpperCase()
    .slice(0, 4)}`;
  for (let count = 0; ; count += 1) {
    const suffix = count === 0 ? plain : `${plain}${letters(count)}`;
    if (used.has(suffix)) continue;
    used.add(suffix);
    return suffix;
  }
}

/** 1 -> B, 25 -> Z, 26 -> BA. */
const letters = (count: number): string =>
  (count < 26 ? '' : letters(Math.floor(count / 26))) + String.fromCharCode(65 + (count % 26));

function linkedChains(group: readonly LenexEvent[]): LenexEvent[][] {
  const chains = new Chains(group);
  const byId = new Map(group.map((event) => [event.id, event]));
  for (const event of group) {
    const previous = byId.get(event.previous);
    if (previous !== undefined) chains.join(previous, event);
  }
  for (const same of grouped(group, ({ number }) => number).values())
    if (same[0]!.number !== '' && areRounds(same)) for (const event of same) chains.join(same[0]!, event);
  for (const same of grouped(chains.all(), ([first]) => agesOf(first!)).values()) {
    const together = same.flat();
    if (together.every(isOfProgramme) && together.some(needsNext) && areRounds(together))
      for (const event of together) chains.join(together[0]!, event);
  }
  return chains.all();
}

class Chains {
  readonly #chainOf: Map<LenexEvent, LenexEvent[]>;

  constructor(events: readonly LenexEvent[]) {
    this.#chainOf = new Map(events.map((event) => [event, [event]]));
  }

  join(one: LenexEvent, other: LenexEvent): void {
    const [first, second] = [this.#chainOf.get(one)!, this.#chainOf.get(other)!];
    if (first === second) return;
    for (const event of second) this.#chainOf.set(event, first);
    first.push(...second);
  }

  all(): LenexEvent[][] {
    return [...new Set(this.#chainOf.values())];
  }
}

/** Swim-offs and fastest heats come in addition; any other round twice is another event. */
function areRounds(events: readonly LenexEvent[]): boolean {
  const rounds = events
    .filter((event) => !isSwimOff(event) && event.round !== 'FHT')
    .map(({ round }) => round);
  return new Set(rounds).size === rounds.length;
}

const PROGRAMME = new Set(['PRE', 'SOP', 'QUA', 'SOQ', 'SEM', 'SOS', 'FIN', 'FHT', 'TIM']);

/** Rounds that are nothing without those before them or after them; a timed final and a final are both complete. */
const isOfProgramme = ({ round }: LenexEvent): boolean => PROGRAMME.has(round);
const needsNext = ({ round }: LenexEvent): boolean => ['PRE', 'QUA', 'SEM', 'FHT'].includes(round);

/** A group without limits says no more than none. */
const agesOf = ({ ageGroups }: LenexEvent): string =>
  ageGroups
    .map(groupAges)
    .filter((ages) => ages !== UNLIMITED)
    .sort()
    .join('|');
