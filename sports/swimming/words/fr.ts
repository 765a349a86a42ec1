import type { Words } from '../../../src/model/words.ts';
import { CODES } from '../codes.ts';
import { nameIn } from './events.ts';

const STROKES: Readonly<Record<string, string>> = {
  FR: 'nage libre',
  BA: 'dos',
  BR: 'brasse',
  BF: 'papillon',
  IM: '4 nages',
  MD: '4 nages',
};

const eventName = nameIn(STROKES, '{distance} m {stroke}', 'Relais {legs} x {distance} m {stroke}');

export const fr: Words = {
  language: 'fr',
  discipline: 'Natation',
  events: Object.fromEntries(CODES.events('M').map((code) => [code, eventName(code)])),
  phases: { HEAT: 'Séries', QFNL: 'Quarts de finale', SFNL: 'Demi-finales', FNL: 'Finale' },
  units: {
    HEAT: 'Série {number}',
    QUARTERFINAL: 'Quart de finale {number}',
    SEMIFINAL: 'Demi-finale {number}',
    FINAL: 'Finale {number}',
    ONLY_FINAL: 'Finale',
    SWIM_OFF: 'Barrage {number}',
  },
  criteria: {
    TIME_HUNDREDTHS: 'meilleur temps au centième',
    TIME_THOUSANDTHS: 'meilleur temps au millième',
    SWIM_OFF: 'meilleure place au barrage',
  },
  irm: { EXH: 'hors compétition', pd: 'disqualification en suspens' },
  warnings: { EARLY_TAKE_OVER: 'relais pris trop tôt' },
};
