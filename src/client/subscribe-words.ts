import type { Channel } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import { type Following, modeOf } from './following.ts';

type Positions = Readonly<Record<Channel, Position>>;

/**
 * The words that subscribe and resume from these positions (SC8), in order. What would make one word longer than the
 * edge takes goes ahead of it in words of its own, `held`. Channels and epochs are ASCII, so characters are bytes.
 */
export function subscribeWords(following: Following, positions: Positions, wordBytes: number): string[] {
  const { id, pattern, options } = following;
  const { delta = modeOf(following) === 'live', after, ratePerSecond, delayMs, rows } = options;
  const word = { id, channel: pattern, mode: modeOf(following), delta, ratePerSecond, delayMs, rows };
  const names = Object.keys(positions);
  if (names.length === 0) {
    // A delta leads on from a document, not from a number: who holds none gets it whole.
    const isUsable = after !== undefined && !delta;
    return [JSON.stringify({ subscribe: isUsable ? { ...word, after } : word })];
  }
  const whole = JSON.stringify({ subscribe: { ...word, positions } });
  if (whole.length <= wordBytes) return [whole];
  return [...heldWords(id, positions, wordBytes), JSON.stringify({ subscribe: word })];
}

function heldWords(id: number, positions: Positions, wordBytes: number): string[] {
  const start = `{"held":{"id":${id},"positions":{`;
  const words: string[] = [];
  let parts: string[] = [];
  let length = start.length + 3;
  for (const [channel, { epoch, version }] of Object.entries(positions)) {
    const part = `${JSON.stringify(channel)}:${JSON.stringify({ epoch, version })}`;
    if (parts.length > 0 && length + part.length + 1 > wordBytes) {
      words.push(`${start}${parts.join()}}}}`);
      parts = [];
      length = start.length + 3;
    }
    parts.push(part);
    length += part.length + 1;
  }
  words.push(`${start}${parts.join()}}}}`);
  return words;
}
