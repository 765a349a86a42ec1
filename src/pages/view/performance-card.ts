/** What one competitor has done in a unit, opened: trials, heights, splits, what a panel gave, parts of a sum, races of a series. */

import type { SplitPoint } from '../../client/split-points.ts';
import type { Details, ListRow } from '../../model/row.ts';
import { filled, type Words } from '../../model/words.ts';
import type { PageWords } from '../words/page-words.ts';

export interface CardCell {
  readonly key: string;
  /** The number of a trial, a height, a timing point, a judge, a race. */
  readonly label: string;
  readonly main: string;
  /** Wind, rank, gap. */
  readonly small: readonly string[];
  /** `LEFT_OUT`: counts nothing in the sum. */
  readonly standing?: 'BEST' | 'FAILED' | 'LEFT_OUT';
}

export interface CardGroup {
  readonly key: string;
  /** What was judged, with what it gave; empty where the cells say everything. */
  readonly title: string;
  readonly cells: readonly CardCell[];
}

interface Spoken {
  readonly words: Words;
  readonly said: PageWords;
}

/** Whether there is more behind a mark than the list says. */
export const hasCard = ({ bestOf, countback, timedRace, judged, combined, series }: Details): boolean =>
  (timedRace?.passings.length ?? 0) + (timedRace?.legs?.length ?? 0) > 0 ||
  [bestOf, countback, judged, combined, series].some((details) => details !== undefined);

/** `points`: of the list that the row is in. */
export function performanceCard(
  { key, identity, mark: { details } }: ListRow,
  points: readonly SplitPoint[],
  spoken: Spoken,
): readonly CardGroup[] {
  const groups = [
    group('trials', trials(details.bestOf, spoken)),
    group('heights', heights(details.countback)),
    group('splits', splits(key, points, spoken)),
    group('legs', legs(details.timedRace, identity)),
    ...panels(details.judged, spoken),
    group('parts', parts(details.combined, spoken)),
    group('races', races(details.series)),
  ];
  return groups.filter(({ cells }) => cells.length > 0);
}

const group = (key: string, cells: readonly CardCell[]): CardGroup => ({ key, title: '', cells });

const rankText = (rank: number | undefined, { said }: Spoken): string =>
  rank === undefined ? '' : filled(said.rankOf, { rank: String(rank) });

const texts = (...all: readonly (string | undefined | null)[]): readonly string[] =>
  all.filter((text) => text != null && text !== '') as string[];

const trials = (bestOf: Details['bestOf'], spoken: Spoken): readonly CardCell[] =>
  (bestOf?.attempts ?? []).map(({ attempt, mark, wind, rankAfter }) => ({
    key: String(attempt),
    label: String(attempt),
    main: mark,
    small: texts(
      wind === undefined ? '' : filled(spoken.said.windShort, { wind }),
      rankText(rankAfter, spoken),
    ),
    ...(attempt === bestOf?.bestAttempt ? BEST : mark.toLowerCase() === 'x' ? FAILED : {}),
  }));

const BEST = { standing: 'BEST' } as const;
const FAILED = { standing: 'FAILED' } as const;

/** The last height cleared is the best one; three failures end the card. */
function heights(countback: Details['countback']): readonly CardCell[] {
  const all = countback?.heights ?? [];
  const best = all.findLastIndex(({ trials: tried, jumpOff }) => tried.includes('o') && jumpOff !== true);
  return all.map(({ height, trials: tried }, index) => ({
    key: `${height} ${index}`,
    label: height,
    main: tried,
    small: [],
    ...(index === best ? BEST : tried.endsWith('x') ? FAILED : {}),
  }));
}

const splits = (competitor: string, points: readonly SplitPoint[], spoken: Spoken): readonly CardCell[] =>
  points.flatMap(({ label, at }) => {
    const split = at.get(competitor);
    if (split === undefined) return [];
    return [
      {
        key: label,
        label,
        main: split.time,
        small: texts(rankText(split.rank, spoken), split.diff),
      },
    ];
  });

const legs = (race: Details['timedRace'], identity: ListRow['identity']): readonly CardCell[] =>
  (race?.legs ?? []).map(({ competitor, order, split, reaction }) => ({
    key: String(order),
    label: identity.members?.find((member) => member.competitor === competitor)?.name ?? competitor,
    main: split ?? '',
    small: texts(reaction),
  }));

/** Each routine or dive with what judges and referee said of it; of one alone the mark says the rest. */
const panels = (judged: Details['judged'], { words, said }: Spoken): readonly CardGroup[] =>
  (judged?.parts ?? []).map(({ part, score, components, rank, counts }, _index, all) => ({
    key: `panel ${part}`,
    title:
      all.length === 1
        ? ''
        : [words.parts?.[part] ?? part, score, rankText(rank, { words, said })].filter(Boolean).join(' · '),
    cells: Object.entries(components).map(([code, value]) => ({
      key: code,
      label: words.components?.[code] ?? code,
      main: value,
      small: [],
      ...(counts === false ? LEFT_OUT : {}),
    })),
  }));

const LEFT_OUT = { standing: 'LEFT_OUT' } as const;

const parts = (combined: Details['combined'], spoken: Spoken): readonly CardCell[] =>
  (combined?.parts ?? []).map(({ unit, name, result, irm, points, wind, total }) => ({
    key: unit,
    label: name,
    main: irm ?? points ?? result ?? '',
    small: texts(
      points === undefined ? '' : result,
      wind === undefined ? '' : filled(spoken.said.windShort, { wind }),
      total === undefined ? '' : `Σ ${total}`,
    ),
  }));

const races = (series: Details['series']): readonly CardCell[] =>
  (series?.races ?? []).map(({ unit, points, irm, discarded }, index) => ({
    key: unit,
    label: String(index + 1),
    main: discarded === true ? `(${points})` : points,
    small: texts(irm),
    ...(discarded === true ? LEFT_OUT : {}),
  }));
