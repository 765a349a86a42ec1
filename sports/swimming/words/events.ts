import { filled } from '../../../src/model/words.ts';
import { readEvent } from '../events.ts';

/** What an event code is called, given the words for strokes; the code itself where it is no event. */
export const nameIn =
  (strokes: Readonly<Record<string, string>>, alone: string, relay: string) =>
  (code: string): string => {
    const event = readEvent(code);
    if (event === null) return code;
    const { legs, distance, stroke } = event;
    return filled(legs > 1 ? relay : alone, {
      legs: String(legs),
      distance: String(distance),
      stroke: strokes[stroke] ?? stroke,
    });
  };
