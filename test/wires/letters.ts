import type { Letter } from '../../src/wires/way.ts';
import { documentOf, STORY } from './sights.ts';

/** A letter whose bytes say its number. */
export const letter = (number: number, name = 'A.RESULT.json'): Letter => ({
  key: `A:s:${number}`,
  name,
  contentType: 'application/json',
  bytes: Buffer.from(`{"number":${number}}`),
  dispatch: {
    story: STORY,
    number,
    kind: 'FIRST',
    document: documentOf({ ann: '9.91' }),
    changes: [],
    furtherChanges: 0,
    reasons: [],
  },
});
