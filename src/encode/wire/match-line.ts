/** A match in one line, as newspapers print it: teams with their scores, persons and pairs by who has beaten whom. */
import type { ListRow } from '../../model/row.ts';
import type { Words } from '../../model/words.ts';
import { type AgateSettings, filledIn } from './agate-settings.ts';
import { phrasesOf } from './phrases.ts';

export type Fields = Readonly<Record<string, string>>;

interface Said {
  readonly agate: AgateSettings;
  readonly language: string;
  readonly words: Words;
  readonly fieldsOf: (row: ListRow) => Fields;
}

/** The winner first; otherwise as the list has them. */
export function matchLine(one: ListRow, other: ListRow, { agate, language, words, fieldsOf }: Said): string {
  const sides = other.mark.wlt === 'W' ? ([other, one] as const) : ([one, other] as const);
  const [first, second] = sides;
  const [fields, against] = [fieldsOf(first), fieldsOf(second)];
  const isOfTeams = first.identity.kind === 'TEAM';
  const isDecided = first.mark.details.match?.decision !== undefined;
  const scoreOf = ({ mark }: ListRow): string => (isOfTeams || !isDecided ? (mark.result ?? '') : '');
  return filledIn(first.mark.wlt === 'W' && !isOfTeams ? agate.beaten : agate.match, {
    ...fields,
    score: scoreOf(first),
    name2: against.name!,
    country2: against.country!,
    members2: against.members!,
    score2: scoreOf(second),
    beat: phrasesOf(language).beat,
    periods: first.mark.resultType === 'SCORE' ? periodsText(...sides) : '',
    how: howText(...sides, { agate, words }),
  });
}

const scoresIn = ({ mark }: ListRow): ReadonlyMap<string, string> =>
  new Map(mark.details.match?.periods.map(({ period, score }) => [period, score]));

/** Behind the code of a period, for the tie-break that ended it. */
const TIE_BREAK = '-TB';

/** `6-4, 3-6, 7-6 (5)`: of a score that counts periods won those, and of a tie-break the points of who lost it. */
function periodsText(first: ListRow, second: ListRow): string {
  const [own, other] = [scoresIn(first), scoresIn(second)];
  return [...own]
    .filter(([period]) => !period.endsWith(TIE_BREAK))
    .map(([period, score]) => {
      const points = [own, other].map((scores) => scores.get(`${period}${TIE_BREAK}`));
      const lost = points.includes(undefined) ? '' : ` (${Math.min(...points.map(Number))})`;
      return `${score}-${other.get(period) ?? '0'}${lost}`;
    })
    .join(', ');
}

/** `on penalties`, with the score of the period that decided where it is not that of the match. */
function howText(first: ListRow, second: ListRow, { agate, words }: Pick<Said, 'agate' | 'words'>): string {
  const decision = first.mark.details.match?.decision;
  if (decision === undefined) return '';
  const how = agate.hows[decision] ?? words.decisions?.[decision] ?? words.irm?.[decision] ?? decision;
  const [own, other] = [first, second].map((side) => scoresIn(side).get(decision));
  const isOfItsOwn = own !== undefined && other !== undefined && own !== first.mark.result;
  return how !== '' && isOfItsOwn ? `${own}-${other} ${how}` : how;
}
