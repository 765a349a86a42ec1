import type { Texts } from '../model/competition-content.ts';
import { defined } from '../model/defined.ts';
import type { Names } from '../model/document.ts';
import type { Scheduled } from '../model/row.ts';
import { partsOf, type Rsc } from '../model/rsc.ts';
import { unitTitle } from '../model/title.ts';
import { namesIn } from '../model/words.ts';
import type { Sport } from '../rules/contract.ts';
import { LANGUAGES, wordsOf } from '../rules/words/words-of.ts';

/**
 * What a unit is called on the schedule: the title, the same in other languages, and the codes of the names that come with the
 * sport. `said`: the titles that the venue gave, which hold.
 */
export function scheduledNames(
  rsc: Rsc,
  names: Names,
  said: Texts | undefined,
  sport: Sport,
): Pick<Scheduled, 'name' | 'names' | 'event' | 'phase' | 'codes'> {
  const name = unitTitle(names);
  const titles = { ...translated(rsc, names, name, sport), ...said };
  return defined<Pick<Scheduled, 'name' | 'names' | 'event' | 'phase' | 'codes'>>({
    name,
    names: Object.keys(titles).length === 0 ? undefined : titles,
    event: names.event,
    phase: names.phase,
    codes: names.codes,
  });
}

/** Titles in the other languages of the house; what the venue named is called the same in all of them. */
function translated(rsc: Rsc, names: Names, title: string, sport: Sport): Texts {
  const { codes } = names;
  if (codes === undefined) return {};
  const titles = LANGUAGES.filter((language) => language !== 'en').flatMap((language) => {
    const other = unitTitle({ ...names, ...namesIn(wordsOf(sport, language)!, partsOf(rsc).gender, codes) });
    return other === title ? [] : [[language, other] as const];
  });
  return Object.fromEntries(titles);
}

/** Of a unit that is no competition: a ceremony has the name of its event, and what it is. `said`: what the venue calls it. */
export function ceremonyNames(rsc: Rsc, ofUnit: Names, said: string | undefined, sport: Sport): Names {
  const { discipline, event, codes } = ofUnit;
  const { phase } = partsOf(rsc);
  const ofEvent = codes?.event === undefined ? {} : { event: codes.event };
  return defined<Names>({
    discipline,
    event,
    phase: said ?? wordsOf(sport, 'en')!.phases![phase]!,
    codes: said === undefined ? { ...ofEvent, phase } : codes?.event === undefined ? undefined : ofEvent,
  });
}
