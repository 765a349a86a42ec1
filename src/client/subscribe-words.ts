import type { Channel } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import { type FollowOptions, modeOf } from './follow-options.ts';

type Positions = Readonly<Record<Channel, Position>>;

/**
 * The words that subscribe and resume from these positions (SC8), in order. What would make one word longer than the
 * edge takes goes ahead of it in words of its own, `positions`. Channels and epochs are ASCII, so characters are bytes.
 */
export function subscribeWords(
  { id, pattern, options }: { id: number; pattern: string; options: FollowOptions },
  positions: Positions,
  wordBytes: number,
): string[] {
  const mode = modeOf(options);
  const { delta = mode === 'live', after, ratePerSecond, delayMs, rows } = options;
  const word = { id, channel: pattern, mode, delta, ratePerSecond, delayMs, rows };
  const names = Object.keys(positions);
  if (names.length === 0) {
    // A delta leads on from a document, not from a number: who holds none gets it whole.
    const isUsable = after !== undefined && !delta;
    return [JSON.stringify({ subscribe: isUsable ? { ...word, after } : word })];
  }
  const whole = JSON.stringify({ subscribe: { ...word, positions } });
  if (whole.length <= wordBytes) return [whole];
  return [...positionWords(id, positions, wordBytes), JSON.stringify({ subscribe: word })];
}

function positionWords(id: number, positions: Positions, wordBytes: number): string[] {
  const words: string[] = [];
  const epochs = new Set(Object.values(positions).map(({ epoch }) => epoch));
  for (const epoch of epochs) {
    const start = `{"positions":{"id":${id},"epoch":${JSON.stringify(epoch)},"versions":{`;
    const room = wordBytes - start.length - END.length;
    let parts: string[] = [];
    let length = 0;
    for (const [channel, position] of Object.entries(positions)) {
      if (position.epoch !== epoch) continue;
      const part = `${JSON.stringify(channel)}:${position.version}`;
      if (parts.length > 0 && length + part.length + 1 > room) {
        words.push(start + parts.join() + END);
        parts = [];
        length = 0;
      }
      parts.push(part);
      length += part.length + 1;
    }
    words.push(start + parts.join() + END);
  }
  return words;
}

const END = '}}}';
