/** Names for pictures, where the start list gives none: one rule for every sport. */
import type { Competitor } from './competitor.ts';

export interface PictureNames {
  /** `Marcell JACOBS`; of a team its name. */
  readonly tvName: string;
  /** `M. JACOBS`; of a pair the family names. */
  readonly tvInitialName: string;
  /** `JACOBS M`; of a team or pair its organisation. */
  readonly shortName: string;
}

/**
 * An athlete is "Given FAMILY", "G. FAMILY" and "FAMILY G"; of several given names the first counts, and both halves of a
 * hyphenated one (`Jean-Luc` -> `J-L.`). Where names are written in characters the family comes first, whole and without a space. A pair is its members' family names; a team its name, and in short its organisation.
 */
export function pictureNames({ kind, name, organisation, members = [] }: Competitor): PictureNames {
  const by = kind === 'ATHLETE' && name.team === undefined ? ofPerson(name.given, name.family) : ofTeam();
  return {
    tvName: name.tv ?? by.tvName,
    tvInitialName: name.tvInitial ?? by.tvInitialName,
    shortName: name.short ?? by.shortName,
  };

  function ofTeam(): PictureNames {
    const families = members.map((member) => upper(member.name.family)).filter((family) => family !== '');
    const team = name.team ?? (families.join(' / ') || upper(name.family));
    const isPair = kind === 'PAIR' && families.length > 0;
    return { tvName: team, tvInitialName: isPair ? families.join(' / ') : team, shortName: organisation };
  }
}

/** Chinese, Japanese and Korean. */
const IN_CHARACTERS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function ofPerson(given: string | undefined, family: string | undefined): PictureNames {
  if (IN_CHARACTERS.test(family ?? '')) {
    const whole = `${family}${given ?? ''}`;
    return { tvName: whole, tvInitialName: whole, shortName: whole };
  }
  const name = upper(family);
  const initial = initials(given);
  return {
    tvName: [given ?? '', name].filter(Boolean).join(' '),
    tvInitialName: [initial === '' ? '' : `${initial}.`, name].filter(Boolean).join(' '),
    shortName: [name, initial].filter(Boolean).join(' '),
  };
}

const upper = (family = ''): string => family.toUpperCase();

/** `Marcell` -> `M`, `Jean-Luc` -> `J-L`. By character, so that no letter is cut in half. */
function initials(given = ''): string {
  const [first = ''] = given.trim().split(/\s+/);
  return first
    .split('-')
    .map((part) => [...part][0] ?? '')
    .filter(Boolean)
    .join('-');
}
