import type { Words } from '../../../src/model/words.ts';
import { CODES } from '../codes.ts';
import { nameIn } from './events.ts';

const STROKES: Readonly<Record<string, string>> = {
  FR: 'Freestyle',
  BA: 'Backstroke',
  BR: 'Breaststroke',
  BF: 'Butterfly',
  IM: 'Individual Medley',
  MD: 'Medley',
};

/** `4 x 100m Medley Relay`, `200m Freestyle`. */
export const eventName = nameIn(STROKES, '{distance}m {stroke}', '{legs} x {distance}m {stroke} Relay');

export const en: Words = {
  language: 'en',
  discipline: 'Swimming',
  events: Object.fromEntries(CODES.events('M').map((code) => [code, eventName(code)])),
  phases: { HEAT: 'Heats', QFNL: 'Quarterfinals', SFNL: 'Semifinals', FNL: 'Final' },
  units: {
    HEAT: 'Heat {number}',
    QUARTERFINAL: 'Quarterfinal {number}',
    SEMIFINAL: 'Semifinal {number}',
    FINAL: 'Final {number}',
    ONLY_FINAL: 'Final',
    SWIM_OFF: 'Swim-off {number}',
  },
  criteria: {
    TIME_HUNDREDTHS: 'lower time to the hundredth',
    TIME_THOUSANDTHS: 'lower time to the thousandth',
    SWIM_OFF: 'better place in the swim-off',
  },
  irm: { EXH: 'out of competition', pd: 'disqualification pending' },
  warnings: { EARLY_TAKE_OVER: 'early take-over' },
};
