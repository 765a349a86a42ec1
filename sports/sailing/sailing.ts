/** Sailing: races at the finish, series with discards and scoring codes, medal races. */
import type { Setup } from '../../src/model/fact.ts';
import { levelOf, partsOf, type Rsc } from '../../src/model/rsc.ts';
import type { AnyPartsRule, Sport } from '../../src/rules/contract.ts';
import { readOptions } from '../../src/rules/options.ts';
import { CODES } from './codes.ts';
import { CURRENT_EDITION, EDITIONS, type Edition } from './editions.ts';
import { areBoards, medalFormatOf, SERIES } from './events.ts';
import { namesOf } from './names.ts';
import { ODF_CODES } from './odf-codes.ts';
import { OPTIONS } from './options.ts';
import { CARRIED, plan } from './plan.ts';
import { seriesRule } from './points.ts';
import { raceRule } from './race.ts';
import { winsRule } from './wins.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

const RACES = new Map([...EDITIONS.values()].map((edition) => [edition.year, raceRule(edition)]));

const RULE_ID = /^SAL\.(RACE|SERIES|WINS)@(\d{4})$/;

/** Null when the rule named in the setup is not known, or is one of another kind. */
function editionOf({ rule }: Setup, ...kinds: readonly string[]): Edition | null {
  if (rule === undefined) return EDITIONS.get(CURRENT_EDITION)!;
  const [, kind = '', year = ''] = RULE_ID.exec(rule) ?? [];
  return kinds.includes(kind) ? (EDITIONS.get(year) ?? null) : null;
}

/** The opening series and, with a medal race or none at all, the event as a whole are series; kites count wins. */
function partsRule(rsc: Rsc, setup: Setup): AnyPartsRule<never> | null {
  const options = readOptions(OPTIONS, setup);
  const { medals = medalFormatOf(rsc) } = options;
  const { phase } = partsOf(rsc);
  if (medals === 'WINS' && CARRIED[phase] !== undefined) {
    const edition = editionOf(setup, 'WINS');
    return edition === null ? null : (winsRule(edition, CARRIED[phase]) as AnyPartsRule<never>);
  }
  const isSeries =
    phase === SERIES || (levelOf(rsc) === 'event' && (medals === 'DOUBLE' || medals === 'NONE'));
  const edition = isSeries ? editionOf(setup, 'SERIES') : null;
  return edition === null
    ? null
    : (seriesRule(
        edition,
        { ...(areBoards(rsc) ? { ties: 'B' as const } : {}), ...options },
        medals,
      ) as AnyPartsRule<never>);
}

export const sailing: Sport = {
  discipline: 'SAL',
  name: 'Sailing',
  folder: 'sailing',
  families: ['timed-race', 'series'],
  editions: [...EDITIONS.keys()],
  codes: CODES,
  odfCodes: ODF_CODES,
  options: OPTIONS,
  words: { en, fr },
  unitRule: (_unit, setup) => RACES.get(editionOf(setup, 'RACE')?.year ?? '') ?? null,
  partsRule,
  plan,
  names: namesOf,
};
