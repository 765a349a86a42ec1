/** How matches of Olympic events are played, by edition; a venue departs from it with options. Sources: `rulebook.md`. */
import type { Setup } from '../../src/model/fact.ts';
import { type Rsc, partsOf as rscParts } from '../../src/model/rsc.ts';
import { readOptions } from '../../src/rules/options.ts';
import { type Format, type GameSet, LAST_SETS, SETS, type SetFormat } from './formats.ts';
import { OPTIONS } from './options.ts';

interface Edition {
  readonly singles: SetFormat & GameSet;
  readonly doubles: SetFormat;
  readonly mixed: SetFormat;
  readonly doublesNoAd: boolean;
  /** Three sets of five in the final of the men's singles. */
  readonly longFinal: boolean;
}

export const CURRENT_EDITION = '2024';

export const EDITIONS: ReadonlyMap<string, Edition> = new Map([
  [
    '2012',
    {
      singles: LAST_SETS.ADVANTAGE,
      doubles: LAST_SETS.ADVANTAGE,
      mixed: LAST_SETS.MATCH_TIE_BREAK_10,
      doublesNoAd: false,
      longFinal: true,
    },
  ],
  [
    '2016',
    {
      singles: LAST_SETS.TIE_BREAK,
      doubles: LAST_SETS.TIE_BREAK,
      mixed: LAST_SETS.MATCH_TIE_BREAK_10,
      doublesNoAd: false,
      longFinal: true,
    },
  ],
  [
    CURRENT_EDITION,
    {
      singles: LAST_SETS.TIE_BREAK,
      doubles: LAST_SETS.MATCH_TIE_BREAK_10,
      mixed: LAST_SETS.MATCH_TIE_BREAK_10,
      doublesNoAd: true,
      longFinal: false,
    },
  ],
]);

const RULE_ID = /^TEN\.MATCH@(.+)$/;

/** The edition that the setup asks for, and how the match is played; null when there is none of that name. */
export function editionOf(unit: Rsc, setup: Setup): readonly [string, Format] | null {
  const name = setup.rule === undefined ? CURRENT_EDITION : (RULE_ID.exec(setup.rule)?.[1] ?? '');
  const edition = EDITIONS.get(name);
  if (edition === undefined) return null;
  const options = readOptions(OPTIONS, setup);
  const usual = usualFormat(edition, unit);
  return [
    name,
    {
      toWin: options.bestOf === undefined ? usual.toWin : (options.bestOf + 1) / 2,
      set: options.set ?? usual.set,
      last: options.lastSet ?? usual.last,
      noAd: options.noAd ?? usual.noAd,
    },
  ];
}

function usualFormat(edition: Edition, unit: Rsc): Format {
  const { event, gender, phase, unit: number } = rscParts(unit);
  if (event !== 'SINGLES')
    return {
      toWin: 2,
      set: SETS.TIE_BREAK,
      last: gender === 'X' ? edition.mixed : edition.doubles,
      noAd: edition.doublesNoAd,
    };
  const isLong = edition.longFinal && gender === 'M' && phase === 'FNL' && number.startsWith('0001');
  return { toWin: isLong ? 3 : 2, set: SETS.TIE_BREAK, last: edition.singles, noAd: false };
}
