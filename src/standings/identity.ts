import { carried } from '../model/carried.ts';
import { type Competitor, type CompetitorCode, type Entry, printName } from '../model/competitor.ts';
import { defined } from '../model/defined.ts';
import { pictureNames } from '../model/picture-names.ts';
import type { Identity, MemberIdentity } from '../model/row.ts';
import type { Rsc } from '../model/rsc.ts';
import type { CompetitionSaid } from './competition-said.ts';

/** Who a row is about, as it was made last for an entry. */
interface Made {
  readonly unit: Rsc | null;
  readonly said: CompetitionSaid;
  readonly identity: Identity;
}

/** One for each unit that the entry is shown in, or in none: few. */
const made = carried<Entry, Made[]>();

/** Who the row is about. The same entry gives the same object, until something else is said of the competition. */
export function identityOf(entry: Entry, unit: Rsc | null, said: CompetitionSaid): Identity {
  const all = made.get(entry);
  const known = all?.find((each) => each.unit === unit && each.said === said);
  if (known !== undefined) return known.identity;
  const identity = madeIdentity(entry, unit, said);
  const others = all?.filter((each) => each.said === said) ?? [];
  made.set(entry, [...others, { unit, said, identity }]);
  return identity;
}

function madeIdentity(entry: Entry, unit: Rsc | null, said: CompetitionSaid): Identity {
  const { competitor, startOrder, lane, bib, seed, group, previous, bests } = entry;
  const { kind, name, organisation, gender, birthDate, members } = competitor;
  return defined<Identity>({
    kind,
    name: printName(name),
    given: name.given,
    family: name.family,
    organisation,
    gender,
    birthDate,
    bib,
    startOrder,
    lane,
    group,
    seed,
    previous,
    bests,
    unit: unit ?? undefined,
    members: members?.map(memberIdentity),
    events: undefined,
    ...pictureNames(competitor),
    organisationNames: said.organisationNames(organisation),
    flag: said.flagOf(organisation),
    pronunciation: name.pronunciation,
  });
}

const memberIdentity = (member: Competitor): MemberIdentity =>
  defined<MemberIdentity>({
    competitor: member.code satisfies CompetitorCode,
    name: printName(member.name),
    given: member.name.given,
    family: member.name.family,
    organisation: member.organisation,
    gender: member.gender,
    birthDate: member.birthDate,
    bib: undefined,
    ...pictureNames(member),
    pronunciation: member.name.pronunciation,
  });
