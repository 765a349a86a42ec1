/** What somebody needs with the next performance, in words: `to lead: 8.31`, from PROJECTION of the unit, or of a list that it is part of. */
import type { Document, DocumentOf } from '../../model/document.ts';
import { listRows } from '../../model/document.ts';
import type { Need } from '../../model/row.ts';
import { filled } from '../../model/words.ts';
import type { Speech } from './speech.ts';

export interface SaidNeeds {
  /** Whose, with the place behind the leader; nobody is named where all who are in action need the same. */
  readonly name: string | null;
  readonly needs: readonly { readonly goal: string; readonly text: string }[];
}

/** Whose needs are said though they wait: those on the podium and who is next to it. */
const PLACES_SAID = 4;

/** Who is in action first, then the first of the list who have something to come. `unit`: that in which it is needed. */
export function needsOf(
  { rows }: Pick<DocumentOf<'PROJECTION'>, 'rows'>,
  result: Pick<Document, 'header' | 'rows'>,
  speech: Speech,
  unit = result.header.unit,
): readonly SaidNeeds[] {
  const ranks = new Map(listRows(result).map(({ key, place }) => [key, place.rank]));
  const isHere = (need: Need): boolean => need.unit === undefined || need.unit === unit;
  const nameOf = (competitor: string): string =>
    [...rows].find(({ key }) => key === competitor)?.identity.name ?? competitor;
  const asking = [...rows].filter(({ projected }) => projected.needs.some(isHere));
  const acting = asking.filter(({ projected }) => projected.inAction);
  const waiting = asking.filter(
    ({ key, projected }) => !projected.inAction && (ranks.get(key) ?? Infinity) <= PLACES_SAID,
  );
  const saidOf = ({ key, identity, projected }: (typeof asking)[number]): SaidNeeds => ({
    name: [ranks.get(key), identity.name].filter((each) => each != null).join('. '),
    needs: projected.needs.filter(isHere).map((need) => ({
      goal: speech.word('goals', need.goal),
      text: needText(need, speech, nameOf),
    })),
  });
  return [...once(acting.map(saidOf)), ...waiting.map(saidOf)];
}

/** Said once where all need the same. */
function once(said: readonly SaidNeeds[]): readonly SaidNeeds[] {
  const [first] = said;
  const isSame = said.length > 1 && new Set(said.map(({ needs }) => JSON.stringify(needs))).size === 1;
  return isSame ? [{ ...first!, name: null }] : said;
}

function needText(
  { mark, outcome, finish, rival, rivalMark = '' }: Need,
  speech: Speech,
  nameOf: (competitor: string) => string,
): string {
  if (mark !== undefined && rival !== undefined)
    return filled(speech.said.ifRival, { mark, name: nameOf(rival), rivalMark });
  if (mark !== undefined) return mark;
  if (outcome !== undefined) return speech.word('outcomes', outcome);
  return finish === undefined ? '' : filled(speech.said.rankOf, { rank: String(finish) });
}
